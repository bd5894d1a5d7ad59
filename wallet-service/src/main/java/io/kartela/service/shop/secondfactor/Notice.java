package io.kartela.service.shop.secondfactor;

import io.kartela.push.mail.Mail;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.StaffPrincipal;

/** Of what somebody is told by e-mail afterwards, so that they learn of it who did not do it. */
enum Notice {
  TOTP_ON("включён вход с кодом из приложения", "signing in with the code of an app was turned on"),
  TOTP_OFF(
      "вход с кодом из приложения выключен", "signing in with the code of an app was turned off"),
  PASSKEY_ADDED("добавлен ключ доступа", "a passkey was added"),
  PASSKEY_REMOVED("удалён ключ доступа", "a passkey was removed"),
  CODES_MADE(
      "выпущены новые запасные коды, прежние не действуют",
      "new recovery codes were made, those before count no more"),
  CODE_USED("вход выполнен по запасному коду", "somebody signed in with a recovery code"),
  RESET(
      "вход в два шага сброшен, теперь достаточно пароля",
      "two-step sign-in was reset, the password alone is enough now");

  private final String ru;
  private final String en;

  Notice(String ru, String en) {
    this.ru = ru;
    this.en = en;
  }

  void send(PasswordLetters letters, StaffPrincipal to) {
    letters.tell(
        to.locale() == Lang.RU
            ? new Mail(
                to.email(),
                "Вход в кабинет: изменение",
                """
                В вашем кабинете %s.

                Если это сделали не вы, смените пароль и скажите владельцу магазина.
                """
                    .formatted(ru))
            : new Mail(
                to.email(),
                "Signing in to the cabinet: a change",
                """
                In your cabinet %s.

                If it was not you, change the password and tell the owner of the shop.
                """
                    .formatted(en)));
  }
}

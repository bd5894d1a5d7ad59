package io.kartela.service.shop.staff;

import io.kartela.push.Answer;
import io.kartela.push.mail.Mail;
import io.kartela.push.mail.MailSender;
import io.kartela.service.platform.http.Lang;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters about passwords, sent one after another in the background: whoever asks waits for no mail
 * server, so time tells nobody whether a letter goes out. Thread-safe.
 */
public final class PasswordLetters implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordLetters.class);
  private static final int MOST_WAITING = 1_000;

  private final Optional<MailSender> sender;
  private final ExecutorService work =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("password-letters").factory());

  /**
   * @param sender empty: nobody carries letters
   */
  public PasswordLetters(Optional<MailSender> sender) {
    this.sender = sender;
  }

  /** Whether letters go out at all. */
  public boolean any() {
    return sender.isPresent();
  }

  /** Does this when its turn comes; too much of it is left undone. */
  void later(Runnable task) {
    try {
      work.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.error("A letter about a password was not written", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.warn("Too many letters about passwords are waiting; one is not sent");
    }
  }

  void link(String to, Lang lang, String shop, String url) {
    send(
        lang == Lang.RU
            ? new Mail(
                to,
                "Новый пароль для кабинета",
                """
                Кто-то, наверное вы, забыл пароль к кабинету: %s.

                Новый пароль задают по этой ссылке, она действует час и один раз:
                %s

                Если это были не вы, ничего не делайте: прежний пароль работает.
                """
                    .formatted(shop, url))
            : new Mail(
                to,
                "A new password for the cabinet",
                """
                Somebody, probably you, forgot the password to the cabinet of %s.

                Set a new one by this link, which is good for an hour and once:
                %s

                If it was not you, do nothing: your password works as before.
                """
                    .formatted(shop, url)));
  }

  /**
   * Somebody is to come in and choose a password.
   *
   * @param url good once and for days
   * @return whether letters go out at all
   */
  public boolean invited(String to, Lang lang, String shop, String url) {
    Mail mail =
        lang == Lang.RU
            ? new Mail(
                to,
                "Приглашение в кабинет: " + shop,
                """
                Вас пригласили в кабинет: %s.

                Задайте пароль по этой ссылке: она действует три дня и срабатывает один раз.
                %s

                Если вы не знаете, о чём речь, ничего не делайте.
                """
                    .formatted(shop, url))
            : new Mail(
                to,
                "Invitation to the cabinet of " + shop,
                """
                You are invited to the cabinet of %s.

                Set your password with this link. It works once and expires in three days.
                %s

                If you do not know what this is about, do nothing.
                """
                    .formatted(shop, url));
    if (any()) {
      later(() -> send(mail));
    }
    return any();
  }

  /** Afterwards, so that one learns of it who did not do it. */
  public void changed(StaffPrincipal staff) {
    Mail mail =
        staff.locale() == Lang.RU
            ? new Mail(
                staff.email(),
                "Пароль изменён",
                """
                Пароль к вашему кабинету изменён, все прежние входы закрыты.

                Если это сделали не вы, задайте новый пароль со страницы входа и скажите владельцу магазина.
                """)
            : new Mail(
                staff.email(),
                "Password changed",
                """
                The password to your cabinet was changed, and all sessions from before have ended.

                If it was not you, set a new one from the sign-in page and tell the owner of the shop.
                """);
    later(() -> send(mail));
  }

  /** Any other letter about somebody's access. */
  public void tell(Mail mail) {
    later(() -> send(mail));
  }

  private void send(Mail mail) {
    sender.ifPresent(
        carrier -> {
          Answer answer = carrier.send(mail);
          if (!answer.mayArrive()) {
            LOG.warn("A letter about a password was not taken by the mail server: {}", answer);
          }
        });
  }

  @Override
  public void close() {
    work.shutdownNow();
  }
}

package io.kartela.service.shop.audit;

import io.kartela.service.platform.http.LocalText;

/** Every kind of change that is written down, in words. Names are kept in the database. */
enum AuditKind {
  SHOP_CHANGED("Данные магазина изменены", "Shop details changed"),
  RESULT_SETTINGS_CHANGED(
      "Изменено, как считается польза рассылок", "How campaigns are judged changed"),
  SHOP_TEXT_PUBLISHED("Опубликован текст для покупателей", "Text for customers published"),
  STORE_CREATED("Магазин добавлен", "Store added"),
  STORE_CHANGED("Магазин изменён", "Store changed"),
  STORE_CLOSED("Магазин закрыт", "Store closed"),
  STORE_REOPENED("Магазин открыт снова", "Store reopened"),
  REGISTER_CREATED("Касса добавлена", "Register added"),
  REGISTER_RENAMED("Касса переименована", "Register renamed"),
  REGISTER_REVOKED("Касса закрыта", "Register closed"),
  REGISTER_KEY_ROTATED("Ключ кассы заменён", "Register key renewed"),
  REGISTER_OLD_KEY_ENDED("Прежний ключ кассы отключён", "Former register key ended"),
  TILL_SETTINGS_CHANGED("Правила касс изменены", "Till rules changed"),
  CASHIER_CREATED("Кассир добавлен", "Cashier added"),
  CASHIER_PIN_CHANGED("PIN кассира изменён", "Cashier's PIN changed"),
  CASHIER_REVOKED("Кассир удалён", "Cashier removed"),
  STAFF_INVITED("Сотрудник приглашён", "Colleague invited"),
  STAFF_LINK_RENEWED(
      "Сотруднику выдана новая ссылка для входа", "New sign-in link for a colleague"),
  STAFF_LINK_REVOKED("Ссылка для входа отозвана", "Sign-in link revoked"),
  STAFF_CHANGED("Имя или роль сотрудника изменены", "Colleague's name or role changed"),
  ACCESS_RULES_CHANGED("Правила доступа изменены", "Access rules changed"),
  STAFF_SIGNED_OUT("Входы сотрудника закрыты", "Colleague's sessions ended"),
  STAFF_ENDED("Доступ сотрудника закрыт", "Colleague's access ended"),
  PASSWORD_CHANGED("Пароль изменён", "Password changed"),
  TOTP_ON("Вход с кодом из приложения включён", "Sign-in with an app's code turned on"),
  TOTP_OFF("Вход с кодом из приложения выключен", "Sign-in with an app's code turned off"),
  PASSKEY_ADDED("Ключ доступа добавлен", "Passkey added"),
  PASSKEY_RENAMED("Ключ доступа переименован", "Passkey renamed"),
  PASSKEY_REMOVED("Ключ доступа удалён", "Passkey removed"),
  RECOVERY_CODES_MADE("Запасные коды выпущены заново", "Recovery codes made anew"),
  RECOVERY_CODE_USED("Вход по запасному коду", "Signed in with a recovery code"),
  STAFF_SECOND_FACTOR_RESET(
      "Вход сотрудника в два шага сброшен", "Colleague's two-step sign-in reset"),
  AUDIT_EXPORTED("Журнал изменений выгружен", "Change log exported"),
  GOODS_SET("Категории товаров изменены", "Goods' categories changed"),
  GOODS_CREATED("Товар добавлен", "Goods added"),
  GOODS_CHANGED("Товар изменён", "Goods changed"),
  GOODS_REMOVED("Товар удалён", "Goods removed"),
  GOODS_MOVED("Товары перенесены в категорию", "Goods put in a category"),
  GOODS_EXPORTED("Список товаров выгружен", "List of goods exported"),
  GOODS_IMPORTED("Товары импортированы из файла", "Goods imported from a file"),
  CATEGORY_CREATED("Категория добавлена", "Category added"),
  CATEGORY_CHANGED("Категория изменена", "Category changed"),
  CATEGORY_REMOVED("Категория удалена", "Category removed"),
  BUTTONS_SET("Кнопки кассы изменены", "Till buttons changed"),
  PROGRAM_DRAFT_CREATED("Черновик программы создан", "Program draft created"),
  PROGRAM_DRAFT_DELETED("Черновик программы удалён", "Program draft deleted"),
  PROGRAM_PUBLISHED("Программа опубликована", "Program published"),
  PROGRAM_PLANNED("Публикация программы назначена на время", "Program to be published later"),
  PROGRAM_TAKEN_BACK("Назначенная публикация отменена", "Planned publication taken back"),
  CARD_DESIGN_PUBLISHED("Вид карты опубликован", "Card design published"),
  CHANNEL_ADDED("Канал сообщений подключён", "Message channel set up"),
  CHANNEL_CHANGED("Канал сообщений изменён", "Message channel changed"),
  CHANNEL_REMOVED("Канал сообщений отключён", "Message channel removed"),
  CHANNELS_ORDERED("Порядок каналов изменён", "Order of channels changed"),
  MESSAGE_RULES_CHANGED("Правила сообщений изменены", "Message rules changed"),
  PROOF_WAYS_CHANGED("Способы подтверждения телефона изменены", "Ways to prove a phone changed"),
  AUTOMATION_CREATED("Автоматическое сообщение создано", "Automation created"),
  AUTOMATION_CHANGED("Автоматическое сообщение изменено", "Automation changed"),
  AUTOMATION_ON("Автоматическое сообщение включено", "Automation switched on"),
  AUTOMATION_OFF("Автоматическое сообщение выключено", "Automation switched off"),
  AUTOMATION_DELETED("Автоматическое сообщение удалено", "Automation deleted"),
  PROMO_SET_CREATED("Промокоды выпущены", "Promo codes issued"),
  PROMO_SET_CHANGED("Условия промокодов изменены", "Terms of promo codes changed"),
  PROMO_SET_STOPPED("Промокоды остановлены", "Promo codes stopped"),
  PROMO_SET_RESUMED("Промокоды снова действуют", "Promo codes are good again"),
  PROMO_SET_DELETED("Промокоды удалены", "Promo codes deleted"),
  PROMO_CODES_ADDED("Промокоды добавлены", "Promo codes added"),
  PROMO_CODES_EXPORTED("Промокоды выгружены", "Promo codes exported"),
  CERTIFICATE_KIND_CREATED("Вид сертификатов создан", "Kind of certificates created"),
  CERTIFICATE_KIND_CHANGED("Вид сертификатов изменён", "Kind of certificates changed"),
  CERTIFICATE_KIND_STOPPED("Выпуск сертификатов прекращён", "Certificates not issued any more"),
  CERTIFICATE_KIND_RESUMED("Выпуск сертификатов возобновлён", "Certificates issued again"),
  CERTIFICATE_ISSUED("Сертификат выпущен", "Certificate issued"),
  CERTIFICATE_TOPPED_UP("Сертификат пополнен", "Certificate topped up"),
  CERTIFICATE_REFUNDED("Деньги за сертификат возвращены", "Certificate refunded"),
  CERTIFICATE_REISSUED("Сертификат перевыпущен", "Certificate issued again"),
  CERTIFICATE_BLOCKED("Сертификат заблокирован", "Certificate blocked"),
  CERTIFICATE_UNBLOCKED("Сертификат разблокирован", "Certificate unblocked"),
  CERTIFICATE_ASSIGNED("Сертификат закреплён за участником", "Certificate assigned to a member"),
  REVIEWS_SET("Сбор отзывов настроен", "Asking for reviews set up"),
  REVIEW_WORKED("Отзыв взят в работу или закрыт", "Review taken on or closed"),
  REVIEW_ANSWERED("Покупателю отвечено на отзыв", "Review answered"),
  REVIEW_REMOVED("Слова отзыва убраны", "Words of a review taken away"),
  CAMPAIGN_DRAFT_DELETED("Черновик рассылки удалён", "Campaign draft deleted"),
  CAMPAIGN_PLANNED("Рассылка назначена на время", "Campaign planned"),
  CAMPAIGN_CALLED_OFF("Назначенная рассылка отменена", "Planned campaign called off"),
  CAMPAIGN_STARTED("Рассылка запущена", "Campaign started"),
  CAMPAIGN_PAUSED("Рассылка приостановлена", "Campaign paused"),
  CAMPAIGN_RUNNING("Рассылка продолжена", "Campaign resumed"),
  CAMPAIGN_CANCELLED("Рассылка отменена", "Campaign cancelled"),
  CAMPAIGN_TESTED("Проба рассылки отправлена себе", "Trial of a campaign sent to oneself"),
  BALANCE_ADJUSTED("Баланс изменён вручную", "Balance adjusted by hand"),
  BONUSES_TRANSFERRED(
      "Бонусы переведены другому участнику", "Bonuses transferred to another member"),
  GRANT_VOIDED("Ручное начисление отменено", "Credit made by hand taken back"),
  HOLD_PLACED("Бонусы зарезервированы", "Bonuses put on hold"),
  MEMBERS_MERGED("Записи участника объединены", "Member records merged"),
  MEMBER_CHANGED("Данные участника изменены", "Member's data changed"),
  ERASURE_ASKED("Участник попросил удалить его данные", "Member asked to be erased"),
  ERASURE_TAKEN_BACK("Участник передумал удалять данные", "Member took the erasure back"),
  PLACE_SETTINGS_CHANGED(
      "Изменено, что покупатели делают сами и на каких сайтах стоит форма",
      "What customers do themselves and the sites of the form changed"),
  PLACE_OPENED("Участник вошёл в личный кабинет", "Member signed in to their account"),
  PLACE_CLOSED_EVERYWHERE(
      "Участник вышел из кабинета на всех устройствах",
      "Member signed out of their account everywhere"),
  MEMBER_BLOCKED("Участник заблокирован", "Member blocked"),
  MEMBER_UNBLOCKED("Участник разблокирован", "Member unblocked"),
  MEMBER_TAGGED("Метки участника изменены", "Member's tags changed"),
  FIGURES_EXPORTED("Показатели выгружены", "Figures exported"),
  MEMBERS_EXPORTED("Список участников выгружен", "List of members exported"),
  MEMBERS_CHANGED_AT_ONCE("Массовое изменение участников", "Bulk change of members"),
  MEMBERS_CHANGE_UNDONE("Массовое изменение участников отменено", "Bulk change of members undone"),
  MEMBERS_IMPORTED("Участники импортированы из файла", "Members imported from a file"),
  MEMBERS_TAKEN_BACK("Импорт участников отменён", "Import of members taken back"),
  MEMBER_ERASED("Персональные данные участника удалены", "Member's personal data erased"),
  PERSONAL_DATA_EXPORTED(
      "Персональные данные участника выгружены", "Member's personal data exported"),
  CONSENT_WITHDRAWN("Согласие на сообщения отозвано", "Consent to messages withdrawn"),
  VIEW_SHARED("Вид списка открыт всем", "View of a list shared"),
  VIEW_UNSHARED("Вид списка больше не общий", "View of a list no longer shared"),
  SHARED_VIEW_CHANGED("Общий вид списка изменён", "Shared view of a list changed"),
  SHARED_VIEW_DELETED("Общий вид списка удалён", "Shared view of a list deleted"),
  SEGMENT_CREATED("Сегмент создан", "Segment created"),
  SEGMENT_CHANGED("Сегмент изменён", "Segment changed"),
  SEGMENT_DELETED("Сегмент удалён", "Segment deleted"),
  CARD_ATTACHED("Карта привязана к участнику", "Card attached to a member"),
  CARD_DETACHED("Карта отвязана", "Card detached"),
  CARD_BLOCKED("Карта заблокирована", "Card blocked"),
  CARD_ACTIVE("Карта разблокирована", "Card unblocked"),
  CARD_REISSUED("Карта перевыпущена", "Card re-issued"),
  CARD_ROTATING("Код карты теперь меняется", "Card's code now changes with time"),
  RECEIPT_GIVEN_TO_CARD(
      "Чек без карты записан участнику", "Receipt without a card given to a member"),
  MEMBER_SEARCH_LIMITED("Касса исчерпала поиск покупателей", "A till searched customers too often"),
  CARDS_ADDED("Партия карт добавлена", "Batch of cards added"),
  CARDS_REMOVED("Партия карт убрана", "Batch of cards removed"),
  NFC_KEY_ADDED("Ключ NFC добавлен", "NFC key added"),
  NFC_KEY_RETIRED("Ключ NFC выведен из работы", "NFC key retired"),
  IDENTITY_ADDED("Ключи кошелька добавлены", "Wallet keys added"),
  IDENTITY_COMPLETED("Получен сертификат кошелька", "Wallet certificate received"),
  IDENTITY_ACTIVATED("Ключи кошелька введены в действие", "Wallet keys put in force"),
  IDENTITY_DELETED("Ключи кошелька удалены", "Wallet keys deleted"),
  MERCHANT_OPENED("Магазин подключён к сервису", "Shop opened on the service"),
  MERCHANT_DISABLED("Магазин отключён оператором", "Shop switched off by the operator"),
  MERCHANT_ENABLED("Магазин снова включён оператором", "Shop switched on by the operator"),
  OWNER_INVITED("Владелец приглашён оператором", "Owner invited by the operator"),
  OWNER_SECOND_FACTOR_RESET(
      "Вход владельца в два шага сброшен оператором",
      "Owner's two-step sign-in reset by the operator");

  private final String ru;
  private final String en;

  AuditKind(String ru, String en) {
    this.ru = ru;
    this.en = en;
  }

  /** Of a kind that a newer version wrote, its name. */
  static LocalText words(String action) {
    for (AuditKind kind : values()) {
      if (kind.name().equals(action)) {
        return kind.words();
      }
    }
    return LocalText.same(action);
  }

  LocalText words() {
    return new LocalText(ru, en);
  }
}

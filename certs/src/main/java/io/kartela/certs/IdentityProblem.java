package io.kartela.certs;

import java.util.Locale;
import java.util.Objects;

/**
 * One reason why an identity is refused.
 *
 * @param reason what is wrong, as a stable name
 * @param detail the values that disagree; never a secret; may be empty
 * @param detailInRussian the same for a Russian sentence
 */
public record IdentityProblem(Reason reason, String detail, String detailInRussian) {
  public IdentityProblem {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(detailInRussian);
  }

  /** With a detail of no language, such as a name or a day. */
  public IdentityProblem(Reason reason, String detail) {
    this(reason, detail, detail);
  }

  /** The sentence to show, in Russian for {@code ru} and in English for every other language. */
  public String text(Locale locale) {
    boolean russian = locale.getLanguage().equals("ru");
    String sentence = russian ? reason.russian : reason.english;
    String added = russian ? detailInRussian : detail;
    return added.isEmpty() ? sentence : sentence + " (" + added + ")";
  }

  @Override
  public String toString() {
    return reason.code() + ": " + text(Locale.ENGLISH);
  }

  /** What can be wrong. The names are stable; {@link #code()} is what APIs show. */
  public enum Reason {
    UNREADABLE(
        "The file cannot be read as a key or certificate: it may be damaged or cut short",
        "Файл не читается как ключ или сертификат: возможно, он повреждён или обрезан"),
    OTHER_FILE(
        "This is a file of another kind; a .p12, or PEM with key and certificate, is wanted",
        "Это файл другого вида; нужен .p12 или PEM с ключом и сертификатом"),
    TOO_MUCH_WORK(
        "The file demands far more rounds of password hashing than any program writes",
        "Файл требует куда больше проходов пароля, чем пишет любая программа"),
    WRONG_PASSWORD("The password does not open the file", "Пароль не подходит к файлу"),
    NO_PRIVATE_KEY("There is no private key in the file", "В файле нет закрытого ключа"),
    NO_CERTIFICATE("There is no certificate in the file", "В файле нет сертификата"),
    SEVERAL_KEYS(
        "The file holds more than one private key", "В файле больше одного закрытого ключа"),
    KEY_MISMATCH(
        "The private key does not belong to the certificate",
        "Закрытый ключ не от этого сертификата"),
    KEY_TYPE(
        "The key is of a kind or size that wallets do not accept",
        "Ключ такого вида или размера кошельки не принимают"),
    NOT_A_PASS_CERTIFICATE(
        "This is not a Pass Type ID certificate", "Это не сертификат Pass Type ID"),
    NO_PASS_TYPE_IDENTIFIER(
        "The certificate names no passTypeIdentifier (subject UID)",
        "В сертификате нет passTypeIdentifier (поле UID)"),
    PASS_TYPE_MISMATCH(
        "The certificate is for another passTypeIdentifier",
        "Сертификат выдан для другого passTypeIdentifier"),
    NO_TEAM_IDENTIFIER(
        "The certificate names no teamIdentifier (subject OU)",
        "В сертификате нет teamIdentifier (поле OU)"),
    TEAM_MISMATCH("The certificate belongs to another team", "Сертификат выдан другой команде"),
    NO_INTERMEDIATE(
        "The WWDR intermediate certificate is missing", "Нет промежуточного сертификата WWDR"),
    WRONG_INTERMEDIATE(
        "The intermediate certificate did not issue this certificate",
        "Сертификат выдан не этим промежуточным центром"),
    INTERMEDIATE_NOT_APPLE(
        "The intermediate certificate is not Apple's: no Apple root issued it",
        "Промежуточный сертификат не от Apple: его не выдал ни один корень Apple"),
    EXPIRED("The certificate has expired", "Срок действия сертификата истёк"),
    NOT_YET_VALID("The certificate is not valid yet", "Сертификат ещё не начал действовать"),
    INTERMEDIATE_EXPIRED(
        "The WWDR intermediate certificate has expired",
        "Срок действия промежуточного сертификата WWDR истёк"),
    INTERMEDIATE_NOT_YET_VALID(
        "The WWDR intermediate certificate is not valid yet",
        "Промежуточный сертификат WWDR ещё не начал действовать"),
    NO_NFC(
        "The certificate is not enabled for NFC, but the card uses NFC",
        "Сертификат без NFC, а карта его использует"),
    NOT_A_SERVICE_ACCOUNT(
        "This is not a Google service-account key file",
        "Это не файл ключа сервисного аккаунта Google"),
    MISSING_FIELD("A required field is missing", "Не хватает обязательного поля"),
    ACCOUNT_REFUSED(
        "Google does not take this key: the account or the key was deleted there",
        "Google не принимает этот ключ: аккаунт или ключ там удалён"),
    NO_ISSUER_RIGHTS(
        "The account has no rights at this issuer: invite its e-mail under Users in the Google Pay"
            + " & Wallet console, as a developer, and check the number",
        "У аккаунта нет прав у этого издателя: пригласите его адрес в разделе «Пользователи»"
            + " Google Pay & Wallet Console с ролью разработчика и проверьте номер");

    private final String english;
    private final String russian;

    Reason(String english, String russian) {
      this.english = english;
      this.russian = russian;
    }

    /** For example {@code certs.key_mismatch}. */
    public String code() {
      return "certs." + name().toLowerCase(Locale.ROOT);
    }
  }
}

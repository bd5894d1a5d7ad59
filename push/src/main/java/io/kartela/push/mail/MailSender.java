package io.kartela.push.mail;

/**
 * Carries letters. Thread-safe; calls block the calling (virtual) thread until the server answered
 * or its time limit passed. A "no" is a value; nothing is thrown for it.
 */
@FunctionalInterface
public interface MailSender {

  MailAnswer send(Mail mail);
}

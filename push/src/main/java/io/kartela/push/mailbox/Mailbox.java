package io.kartela.push.mailbox;

import io.kartela.push.Answer;
import io.kartela.push.mail.Mail;
import io.kartela.push.mail.MailSender;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Plays the SMS gateway and the mail server: keeps the last 200 texts for the demo's mailbox page.
 * A repeated id is kept once. Thread-safe.
 */
public final class Mailbox {
  private static final int KEPT = 200;

  private final InstantSource clock;
  private final Deque<Letter> letters = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  public Mailbox(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A text that arrived.
   *
   * @param phone whose: a phone, or an e-mail address
   */
  public record Letter(String id, String phone, String text, Instant at) {}

  /** The gateway that it plays. */
  public SmsGateway sms() {
    return this::take;
  }

  /** The mail server that it plays. */
  public MailSender mail() {
    return this::take;
  }

  private Answer take(TextMessage message) {
    keep(new Letter(message.id(), message.phone(), message.text(), clock.instant()));
    return new Answer.Accepted(message.id());
  }

  private Answer take(Mail mail) {
    keep(new Letter(mail.id(), mail.to(), mail.subject() + "\n" + mail.text(), clock.instant()));
    return new Answer.Accepted(mail.id());
  }

  private void keep(Letter arrived) {
    lock.lock();
    try {
      if (letters.stream().noneMatch(letter -> letter.id().equals(arrived.id()))) {
        letters.addFirst(arrived);
        if (letters.size() > KEPT) {
          letters.removeLast();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Newest first. */
  public List<Letter> letters() {
    lock.lock();
    try {
      return List.copyOf(letters);
    } finally {
      lock.unlock();
    }
  }

  /** Newest first, to one phone. */
  public List<Letter> lettersTo(String phone) {
    return letters().stream().filter(letter -> letter.phone().equals(phone)).toList();
  }

  /** The newest to one phone. */
  public Optional<Letter> lastTo(String phone) {
    return lettersTo(phone).stream().findFirst();
  }
}

package io.kartela.push.mailbox;

import io.kartela.push.sms.SmsAnswer;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Plays the SMS gateway: keeps the last 200 texts for the demo's mailbox page. A repeated id is
 * kept once. Thread-safe.
 */
public final class Mailbox implements SmsGateway {
  private static final int KEPT = 200;

  private final InstantSource clock;
  private final Deque<Letter> letters = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  public Mailbox(InstantSource clock) {
    this.clock = clock;
  }

  /** A text that arrived. */
  public record Letter(String id, String phone, String text, Instant at) {}

  @Override
  public SmsAnswer send(TextMessage message) {
    lock.lock();
    try {
      if (letters.stream().noneMatch(letter -> letter.id().equals(message.id()))) {
        letters.addFirst(
            new Letter(message.id(), message.phone(), message.text(), clock.instant()));
        if (letters.size() > KEPT) {
          letters.removeLast();
        }
      }
      return new SmsAnswer.Accepted(message.id());
    } finally {
      lock.unlock();
    }
  }

  /** It costs nothing. */
  @Override
  public Optional<BigDecimal> balance() {
    return Optional.empty();
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

  @Override
  public void close() {
    // Nothing is held open.
  }
}

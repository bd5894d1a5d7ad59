package io.kartela.service.message.post;

import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends words to one person: judges when they leave, says the same occasion once whatever node asks
 * and wherever one ends, and writes down what became of it. What goes to many leaves by the outbox,
 * judged by {@link Judgement} too. Thread-safe.
 */
public final class Post {
  private final Database database;
  private final SmsGateway gateway;
  private final InstantSource clock;

  public Post(Database database, SmsGateway gateway, InstantSource clock) {
    this.database = database;
    this.gateway = gateway;
    this.clock = clock;
  }

  /** Call it outside a transaction: the occasion is taken in one of its own before words leave. */
  public Verdict send(Message m) {
    Optional<Verdict> over = database.inTenant(m.merchantId(), c -> take(c, m));
    if (over.isPresent()) {
      return over.get();
    }
    String words = m.text().in(m.to().lang());
    Verdict verdict =
        Verdict.of(gateway.send(new TextMessage(m.to().phone().e164(), words, m.occasion())));
    boolean _ =
        database.inTenant(m.merchantId(), c -> MessageLog.settle(c, m, verdict, clock.instant()));
    return verdict;
  }

  private Optional<Verdict> take(Connection c, Message m) throws SQLException {
    Instant now = clock.instant();
    Optional<Skip> skip = skip(c, m, now);
    if (skip.isEmpty()) {
      return MessageLog.take(c, m, now);
    }
    Verdict skipped = new Verdict.Skipped(skip.get());
    boolean _ = MessageLog.write(c, m, skipped, now); // what left before stays as it was
    return Optional.of(skipped);
  }

  private static Optional<Skip> skip(Connection c, Message m, Instant now) throws SQLException {
    if (!now.isBefore(m.deadline())) {
      return Optional.of(Skip.EXPIRED);
    }
    Long member = m.to().memberId();
    if (member == null) {
      return m.reason().purpose() == Reason.Purpose.MARKETING
          ? Optional.of(Skip.NO_CONSENT)
          : Optional.empty();
    }
    return Optional.ofNullable(
        Judgement.of(c, m.merchantId(), m.reason(), List.of(member), now).get(member));
  }
}

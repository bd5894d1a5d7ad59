package io.kartela.service.account;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.Repeat;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Optional;

/** What an idempotency key has already brought about; the same for everything that books. */
public final class Earlier {
  private Earlier() {}

  /** As {@link #answer(Replay)}, before anything is opened. */
  static Optional<byte[]> answer(
      Database database, long merchantId, String operation, String bodyHash) {
    return database
        .lookUp(merchantId, c -> known(c, merchantId, operation))
        .flatMap(o -> answer(Repeat.of(o, bodyHash)))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same behind a lock that the caller's transaction holds. */
  public static Optional<String> answer(
      Connection c, long merchantId, String operation, String bodyHash) {
    return answer(Repeat.of(known(c, merchantId, operation).orElse(null), bodyHash));
  }

  private static Optional<Operation> known(Connection c, long merchantId, String operation) {
    RoundTrip trip = new RoundTrip();
    Answer<Optional<Operation>> known = PostgresLedger.operation(trip, merchantId, operation);
    trip.run(c);
    return known.get();
  }

  /**
   * The answer that was given before under this key; empty when it is new.
   *
   * @throws Problem IDEMPOTENCY_KEY_REUSED when the key came with another body
   */
  public static Optional<String> answer(Repeat replay) {
    return switch (replay) {
      case Repeat.First f -> Optional.empty();
      case Repeat.Same(String response) -> Optional.of(response);
      case Repeat.Other o -> throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    };
  }
}

package io.kartela.service.wallet.pass;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;

/** What a card's own page may do: whoever knows its address holds the card. Thread-safe. */
public final class OpenCards {
  private final Database database;
  private final Passes passes;

  /** What is done for the card's member, in the merchant's transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection c, long merchantId, long memberId) throws SQLException;
  }

  public OpenCards(Database database, Passes passes) {
    this.database = database;
    this.passes = passes;
  }

  /** Throws a problem when there is no such card, or another took its place. */
  public <T> T in(String token, Work<T> work) {
    long merchantId =
        Passes.merchantOf(token).orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    return database.inTenant(
        merchantId,
        c -> {
          PassRef pass =
              passes
                  .byToken(c, merchantId, token)
                  .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
          if (pass.voided()) {
            throw new Problem(ProblemCode.CARD_REPLACED);
          }
          return work.on(c, merchantId, pass.memberId());
        });
  }
}

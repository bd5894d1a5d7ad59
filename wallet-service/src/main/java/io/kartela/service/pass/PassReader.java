package io.kartela.service.pass;

import io.kartela.service.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a card and what it shows. Thread-safe. */
public final class PassReader {
  private final Passes passes;
  private final CardSource source;

  public PassReader(Passes passes, CardSource source) {
    this.passes = passes;
    this.source = source;
  }

  /** A card with its content, which is at least as new as the card's version. */
  public record Card(PassRef pass, CardContent content) {
    public Card {
      Objects.requireNonNull(pass);
      Objects.requireNonNull(content);
    }
  }

  /** The content of a card read in the same transaction; empty when its member is gone. */
  public Optional<Card> read(Connection c, PassRef pass) throws SQLException {
    return source
        .read(c, pass.merchantId(), pass.memberId())
        .map(content -> new Card(pass, content));
  }

  /** The living card of a web address, in a transaction of its own. */
  public Optional<Card> byToken(Database database, String token) {
    OptionalLong merchantId = Passes.merchantOf(token);
    if (merchantId.isEmpty()) {
      return Optional.empty();
    }
    return database.inTenant(
        merchantId.getAsLong(),
        c -> {
          Optional<PassRef> pass =
              passes.byToken(c, merchantId.getAsLong(), token).filter(p -> !p.voided());
          return pass.isPresent() ? read(c, pass.get()) : Optional.empty();
        });
  }
}

package io.kartela.service.pass;

import io.kartela.ledger.postgres.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where a card's content comes from. Thread-safe. */
@FunctionalInterface
public interface CardSource {
  /** Asks for a card as a part of a round trip that is confined to the merchant. */
  Asked ask(RoundTrip trip, long merchantId, long memberId);

  /** A card that a round trip brings. */
  @FunctionalInterface
  interface Asked {
    /**
     * The card as it is now, after the round trip has run; empty when there is no such member.
     *
     * @param c the round trip's connection, for the rare card whose figures the clock has changed;
     *     it may have been committed
     */
    Optional<CardContent> read(Connection c) throws SQLException;
  }
}

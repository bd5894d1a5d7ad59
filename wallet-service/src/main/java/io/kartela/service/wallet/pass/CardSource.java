package io.kartela.service.wallet.pass;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where a card's content comes from. Thread-safe. */
public interface CardSource {
  /** Asks for a card as a part of a round trip that is confined to the merchant. */
  Asked ask(RoundTrip trip, long merchantId, long memberId);

  /** Whose cards these are: all that a card says whose member is nobody's business any more. */
  Shop shop(long merchantId);

  /**
   * A merchant as cards name it.
   *
   * @param locale what a phone in neither Russian nor English sees
   */
  record Shop(String name, Text programName, Lang locale) {}

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

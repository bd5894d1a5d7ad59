package io.kartela.service.pass;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a card's content comes from. Called inside a transaction confined to the merchant;
 * thread-safe.
 */
@FunctionalInterface
public interface CardSource {
  /** The card as it is now; empty when there is no such member. */
  Optional<CardContent> read(Connection c, long merchantId, long memberId) throws SQLException;
}

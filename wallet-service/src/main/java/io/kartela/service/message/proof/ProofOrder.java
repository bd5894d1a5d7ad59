package io.kartela.service.message.proof;

import io.kartela.service.member.profile.ProofWay;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which ways a shop lets phones be proven. In the caller's transaction, confined to the
 * merchant. Stateless.
 */
final class ProofOrder {
  /** Who has chosen nothing: calls are an order with the gateway that has to be made first. */
  static final List<ProofWay> USUAL = List.of(ProofWay.MAX, ProofWay.TELEGRAM, ProofWay.SMS);

  private ProofOrder() {}

  static Optional<List<ProofWay>> chosen(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT ways FROM kartela.proof_order WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        Array ways = r.getArray(1);
        return Optional.of(Stream.of((String[]) ways.getArray()).map(ProofWay::valueOf).toList());
      }
    }
  }

  static void keep(Connection c, long merchantId, List<ProofWay> ways) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.proof_order (merchant_id, ways) VALUES (?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET ways = excluded.ways
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", ways.stream().map(ProofWay::name).toArray()));
      s.executeUpdate();
    }
  }
}

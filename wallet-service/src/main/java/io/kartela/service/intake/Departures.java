package io.kartela.service.intake;

import io.kartela.service.account.OpeningCredits;
import io.kartela.service.privacy.Forgetting;
import io.kartela.service.shop.imports.TakenBack;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes an import of members back: first the credits, as far as they were not spent, then the
 * members who have done nothing since. In parts. Thread-safe.
 */
final class Departures {
  private static final int PART = 500;

  /** Whatever a member, or the shop with them, may have done since the import. */
  private static final String UNTOUCHED =
      """
      SELECT m.member_id FROM kartela.member m WHERE m.merchant_id = ? AND m.member_id = ANY (?)
          AND m.status = 'ACTIVE' AND m.revision = 1
          AND NOT EXISTS (SELECT FROM kartela.receipt r WHERE r.merchant_id = m.merchant_id AND r.member_id = m.member_id)
          AND NOT EXISTS (SELECT FROM kartela.consent k WHERE k.merchant_id = m.merchant_id AND k.member_id = m.member_id)
          AND NOT EXISTS (SELECT FROM kartela.member o WHERE o.merchant_id = m.merchant_id
              AND (o.merged_into = m.member_id OR o.invited_by = m.member_id))
          AND NOT EXISTS (SELECT FROM ledger.entry e WHERE e.merchant_id = m.merchant_id
              AND e.account_id = m.member_id AND e.op NOT IN ('CREDIT', 'REVERSE'))
          AND NOT EXISTS (SELECT FROM ledger.account a WHERE a.merchant_id = m.merchant_id
              AND a.account_id = m.member_id AND (a.balance, a.pending, a.held, a.debt) <> (0, 0, 0, 0))
      FOR UPDATE OF m
      """;

  private final OpeningCredits credits;
  private final Passes passes;
  private final WalletHolders holders = new WalletHolders();

  Departures(OpeningCredits credits, Passes passes) {
    this.credits = credits;
    this.passes = passes;
  }

  TakenBack part(Connection c, OpeningCredits.Source source) throws SQLException {
    OpeningCredits.Back back = credits.takeBack(c, source, PART);
    if (back.taken() + back.kept() > 0) {
      return new TakenBack(0, back.taken(), back.kept());
    }
    List<Long> asked = asked(c, source);
    if (asked.isEmpty()) {
      return TakenBack.NOTHING;
    }
    Set<Long> going = new HashSet<>(untouched(c, source.merchantId(), asked));
    going.removeAll(holders.withWallet(c, source.merchantId(), asked));
    for (long id : going) {
      var _ = passes.voidPass(c, source.merchantId(), id);
    }
    Forgetting.people(c, source.merchantId(), going);
    return new TakenBack(going.size(), 0, asked.size() - going.size());
  }

  /** Those who are looked at now, and not again. */
  private static List<Long> asked(Connection c, OpeningCredits.Source source) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.import_member WHERE merchant_id = ? AND import_id = ? AND member_id = ANY (ARRAY(
                SELECT member_id FROM kartela.import_member WHERE merchant_id = ? AND import_id = ?
                ORDER BY member_id LIMIT ?)) RETURNING member_id
            """)) {
      s.setLong(1, source.merchantId());
      s.setLong(2, source.importId());
      s.setLong(3, source.merchantId());
      s.setLong(4, source.importId());
      s.setInt(5, PART);
      return ids(s);
    }
  }

  private static List<Long> untouched(Connection c, long merchantId, List<Long> ids)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(UNTOUCHED)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", ids.toArray()));
      return ids(s);
    }
  }

  private static List<Long> ids(PreparedStatement s) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getLong(1));
      }
    }
    return found;
  }
}

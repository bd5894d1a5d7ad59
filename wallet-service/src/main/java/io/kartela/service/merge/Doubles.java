package io.kartela.service.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who may be the same person as a member, and why one would think so. Stateless. */
final class Doubles {
  private static final int MOST = 10;

  /** So many last digits of a phone are alike when somebody gave another country or operator. */
  private static final int LAST_DIGITS = 7;

  /**
   * Somebody alike.
   *
   * @param reasons the strongest first
   */
  record Alike(String memberId, String name, String phone, List<Reason> reasons) {}

  enum Reason {
    EMAIL,
    NAME_AND_BIRTHDAY,
    PHONE,
    NAME
  }

  private Doubles() {}

  static List<Alike> of(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH me AS (
                SELECT m.merchant_id, m.member_id, m.email, m.birth_date, l.name_key, right(l.phone, %1$d) AS digits
                FROM kartela.member m JOIN kartela.member_list l USING (merchant_id, member_id)
                WHERE m.merchant_id = ? AND m.member_id = ?),
            alike AS (
                (SELECT l.member_id FROM me JOIN kartela.member_list l USING (merchant_id, name_key)
                    WHERE me.name_key LIKE '%% %%' OR me.birth_date IS NOT NULL LIMIT 200)
                UNION (SELECT m.member_id FROM me JOIN kartela.member m USING (merchant_id, email) LIMIT 200)
                UNION (SELECT found.id FROM me CROSS JOIN LATERAL
                    kartela.list_find('{}'::text[], ARRAY['%%' || me.digits], NULL, 200) AS found (id)))
            SELECT m.member_id, m.name, m.phone, m.email = me.email, l.name_key = me.name_key AND me.name_key LIKE '%% %%',
                l.name_key = me.name_key AND m.birth_date = me.birth_date, right(l.phone, %1$d) = me.digits
            FROM me JOIN kartela.member m ON m.merchant_id = me.merchant_id
            JOIN kartela.member_list l ON l.merchant_id = m.merchant_id AND l.member_id = m.member_id
            WHERE m.member_id IN (SELECT member_id FROM alike) AND m.member_id <> me.member_id
            """
                .formatted(LAST_DIGITS))) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      List<Alike> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          List<Reason> reasons = reasons(r);
          if (!reasons.isEmpty()) {
            found.add(new Alike(r.getString(1), r.getString(2), r.getString(3), reasons));
          }
        }
      }
      found.sort(Comparator.comparing(one -> one.reasons.getFirst()));
      return List.copyOf(found.subList(0, Math.min(found.size(), MOST)));
    }
  }

  private static List<Reason> reasons(ResultSet r) throws SQLException {
    List<Reason> reasons = new ArrayList<>();
    if (r.getBoolean(4)) {
      reasons.add(Reason.EMAIL);
    }
    if (r.getBoolean(6)) {
      reasons.add(Reason.NAME_AND_BIRTHDAY);
    }
    if (r.getBoolean(7)) {
      reasons.add(Reason.PHONE);
    }
    if (r.getBoolean(5) && !r.getBoolean(6)) {
      reasons.add(Reason.NAME);
    }
    return reasons;
  }
}

package io.kartela.service.purchase;

import io.kartela.service.member.profile.MemberSearch;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which receipts of the shop a cashier looks for: those of one member, or by what was typed: the
 * receipt's number, the money that was paid, the customer's name, phone or card.
 *
 * @param text as typed; null: everything of the member
 * @param memberId whose receipts alone; null: anybody's
 */
record ReceiptSearch(@Nullable String text, @Nullable Long memberId) {
  static final int LONGEST = 100;

  /** Older ones are found by their number only. */
  private static final Duration BACK = Duration.ofDays(92);

  /** So many of each way of finding are looked at: a price that everybody pays finds no end. */
  private static final int MOST = 500;

  private static final int MOST_MEMBERS = 50;
  private static final int FEWEST_LETTERS = 3;
  private static final Pattern MONEY =
      Pattern.compile(
          "([0-9]{1,9}(?:[ \\u00a0][0-9]{3})*)(?:[.,]([0-9]{1,2}))?(?:\\s*(?:₽|руб\\.?|р\\.?))?");

  /** The condition; looks for members by the way. */
  ReceiptStore.Which which(Connection c, long merchantId, Instant now) throws SQLException {
    OffsetDateTime since = now.minus(BACK).atOffset(ZoneOffset.UTC);
    List<Object> values = new ArrayList<>();
    String sql = text == null ? "true" : typed(c, merchantId, text, since, values);
    if (memberId != null) {
      sql += " AND member_id = ?";
      values.add(memberId);
    }
    return new ReceiptStore.Which(sql, values);
  }

  private static String typed(
      Connection c, long merchantId, String text, OffsetDateTime since, List<Object> values)
      throws SQLException {
    List<String> ways = new ArrayList<>();
    ways.add("number = ?");
    values.addAll(List.of(merchantId, text));
    Long money = money(text);
    if (money != null) {
      ways.add("at >= ? AND net = ?");
      values.addAll(List.of(merchantId, since, money));
    }
    MemberSearch customers = customers(text, money != null);
    Set<Long> members =
        customers == null ? Set.of() : customers.find(c, merchantId, null, MOST_MEMBERS);
    if (!members.isEmpty()) {
      Array ids = c.createArrayOf("bigint", members.toArray());
      ways.add("at >= ? AND member_id = ANY (?)");
      values.addAll(List.of(merchantId, since, ids));
    }
    List<String> parts =
        ways.stream()
            .map(
                way ->
                    "(SELECT receipt_id FROM kartela.receipt WHERE merchant_id = ? AND "
                        + way
                        + " ORDER BY at DESC LIMIT "
                        + MOST
                        + ")")
            .toList();
    return "receipt_id IN (" + String.join(" UNION ", parts) + ")";
  }

  /** A price is nobody's phone; four digits may be the last of one, or of a card. */
  private static @Nullable MemberSearch customers(String text, boolean price) {
    if (text.matches("[0-9]{4}")) {
      return new MemberSearch(List.of(), List.of("%" + text), text, "");
    }
    boolean tooShort = text.length() < FEWEST_LETTERS;
    return tooShort || (price && !text.matches("[0-9]{7,}")) ? null : MemberSearch.of(text);
  }

  /** Minor units of "300", "1 299,90" or "300 ₽"; null: no money. */
  static @Nullable Long money(String text) {
    Matcher m = MONEY.matcher(text.strip());
    if (!m.matches()) {
      return null;
    }
    String whole = m.group(1).replaceAll("\\D", "");
    String part = m.group(2) == null ? "00" : (m.group(2) + "0").substring(0, 2);
    return whole.length() > 12 ? null : Long.valueOf(whole + part);
  }
}

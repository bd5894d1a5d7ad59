package io.kartela.service.member.segment;

import io.kartela.rules.PurchaseWindow;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.wallet.pass.WalletHolders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Members' figures as columns of one statement. What is asked for is joined, each table once, and
 * nothing else: a condition about tiers goes along an index of standings alone. Joined, not looked
 * up member by member, so that any mixture of and, or and not costs one pass over each table. Days
 * are counted back from the moment it is made for, in the shop's zone.
 */
final class MemberFigures {
  private final long merchantId;
  private final ZoneId zone;
  private final Instant now;
  private final Long @Nullable [] among;
  private final Map<String, Sql> joins = new LinkedHashMap<>();
  private boolean profiles;
  private boolean standings;

  /**
   * A number of a member.
   *
   * @param value never null in SQL where nothing means none
   * @param bare as the table has it; null in SQL when it has no row for the member
   */
  record Figure(String value, String bare) {
    static Figure of(String column) {
      return new Figure(column, column);
    }

    static Figure orNone(String column) {
      return new Figure("coalesce(" + column + ", 0)", column);
    }
  }

  /** What was bought in a window. */
  record Purchases(Figure amount, Figure receipts) {}

  /**
   * @param among only these members, each looked up by the tables' indexes; null: everybody
   */
  MemberFigures(long merchantId, ZoneId zone, Instant now, Long @Nullable [] among) {
    this.merchantId = merchantId;
    this.zone = zone;
    this.now = now;
    this.among = among;
  }

  /** Goes on with a WHERE. */
  private Sql among(String column) {
    return among == null ? Sql.of("") : Sql.of(" AND " + column + " = ANY (?)", (Object) among);
  }

  String profile(String column) {
    profiles = true;
    return "m." + column;
  }

  String standing(String column) {
    standings = true;
    return "s." + column;
  }

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  Instant daysAgo(int days) {
    return now.atZone(zone).minusDays(days).toInstant();
  }

  Figure balance() {
    join(
        "a",
        () ->
            Sql.of(
                    "SELECT merchant_id, account_id AS member_id, balance FROM ledger.account WHERE"
                        + " merchant_id = ?",
                    merchantId)
                .then(among("account_id")));
    return Figure.orNone("a.balance");
  }

  Purchases purchases(PurchaseWindow window) {
    if (window.unit() == PurchaseWindow.Unit.ALL) {
      return new Purchases(Figure.of(standing("spent_total")), Figure.of(standing("purchases")));
    }
    String w = "w_" + window.key().replace(':', '_');
    join(w, () -> sums(window.range(now, zone)));
    return new Purchases(Figure.orNone(w + ".amount"), Figure.orNone(w + ".receipts"));
  }

  /** Whole days from the sums by day, the broken day at the beginning from its receipts. */
  private Sql sums(PurchaseWindow.Range range) {
    Instant from = java.util.Objects.requireNonNull(range.from());
    LocalDate first = from.atZone(zone).toLocalDate();
    boolean whole = from.equals(first.atStartOfDay(zone).toInstant());
    Instant until = range.until();
    LocalDate last = until.atZone(zone).toLocalDate();
    boolean wholeEnd = until.equals(last.atStartOfDay(zone).toInstant());
    Sql days =
        Sql.of(
                """
                SELECT merchant_id, member_id, amount, receipts FROM kartela.member_day
                WHERE merchant_id = ? AND day >= ? AND day < ?
                """,
                merchantId,
                whole ? first : first.plusDays(1),
                wholeEnd ? last : last.plusDays(1))
            .then(among("member_id"));
    Sql broken =
        Sql.of(
                """
                 UNION ALL SELECT merchant_id, member_id, counted - counted_back, CASE WHEN undone THEN 0 ELSE 1 END
                FROM kartela.receipt WHERE merchant_id = ? AND at >= ? AND at < ? AND member_id IS NOT NULL
                """,
                merchantId,
                from,
                first.plusDays(1).atStartOfDay(zone).toInstant())
            .then(among("member_id"));
    return (whole ? days : days.then(broken))
        .in(
            "SELECT merchant_id, member_id, sum(amount)::bigint AS amount, sum(receipts)::bigint AS"
                + " receipts FROM (",
            ") d GROUP BY merchant_id, member_id");
  }

  /** On how many devices of Apple the card is. */
  Figure apple() {
    return devices("apple");
  }

  /** On how many at Google. */
  Figure google() {
    return devices("google");
  }

  private Figure devices(String whose) {
    join(
        "h",
        () -> Sql.of(WalletHolders.heldSql(), merchantId, merchantId).then(among("p.member_id")));
    return Figure.orNone("h." + whose);
  }

  Figure friends() {
    join(
        "f",
        () ->
            Sql.of(
                    """
                    SELECT merchant_id, invited_by AS member_id, count(*) AS friends FROM kartela.member
                    WHERE merchant_id = ? AND invited_by IS NOT NULL AND merged_into IS NULL
                    """,
                    merchantId)
                .then(among("invited_by"))
                .in("", " GROUP BY merchant_id, invited_by"));
    return Figure.orNone("f.friends");
  }

  /** The tags that a member bears, one after the other; null in SQL: none. */
  String tags() {
    return "(SELECT string_agg(g.tag, ', ' ORDER BY g.tag) FROM kartela.member_tag g WHERE"
        + " g.merchant_id = "
        + standing("merchant_id")
        + " AND g.member_id = "
        + standing("member_id")
        + ")";
  }

  /** Whether a member bears one of these, found from the tags: few bear most of them. */
  Sql bears(String[] tags) {
    return Sql.of(
        standing("member_id")
            + " IN (SELECT g.member_id FROM kartela.member_tag g WHERE g.merchant_id = ? AND g.tag"
            + " = ANY (?))",
        merchantId,
        tags);
  }

  Figure receiptsIn(Set<String> stores, PurchaseWindow window) {
    Set<String> sorted = new TreeSet<>(stores);
    String name = "b" + joins.size();
    PurchaseWindow.Range range = window.range(now, zone);
    Instant from = range.from();
    joins.put(
        name,
        Sql.of(
                """
                SELECT merchant_id, member_id, count(*) AS receipts FROM kartela.receipt
                WHERE merchant_id = ? AND at >= ? AND at < ? AND store_id = ANY (?) AND NOT undone AND member_id IS NOT NULL
                """,
                merchantId,
                from == null ? Instant.EPOCH : from,
                range.until(),
                sorted.stream().map(Long::valueOf).toArray(Long[]::new))
            .then(among("member_id"))
            .in("", " GROUP BY merchant_id, member_id"));
    return Figure.orNone(name + ".receipts");
  }

  /** Found by what was bought; of some members only, by their receipts. */
  Figure receiptsWith(MemberCondition.BoughtGoods wanted) {
    String name = "b" + joins.size();
    PurchaseWindow.Range range = wanted.window().range(now, zone);
    Instant from = range.from();
    Sql some =
        among == null
            ? Sql.of("")
            : Sql.of(
                " AND receipt_id IN (SELECT r.receipt_id FROM kartela.receipt r WHERE r.merchant_id"
                    + " = ? AND r.member_id = ANY (?))",
                merchantId,
                among);
    joins.put(
        name,
        Sql.of(
                """
                SELECT merchant_id, member_id, count(DISTINCT receipt_id) AS receipts FROM kartela.receipt_good
                WHERE merchant_id = ? AND at >= ? AND at < ? AND key = ANY (ARRAY(
                    SELECT hashtextextended('c' || c, 0) FROM unnest(?::text[]) c
                    UNION SELECT hashtextextended('g' || lower(g), 0) FROM unnest(?::text[]) g
                    UNION SELECT hashtextextended('g' || o.code_key, 0) FROM kartela.goods_item_code o
                    WHERE o.merchant_id = ? AND o.item_id IN (SELECT i.item_id FROM kartela.goods_item_code i
                        WHERE i.merchant_id = ? AND i.code_key IN (SELECT lower(g) FROM unnest(?::text[]) g))))
                """,
                merchantId,
                from == null ? Instant.EPOCH : from,
                range.until(),
                sorted(wanted.categories()),
                sorted(wanted.skus()),
                merchantId,
                merchantId,
                sorted(wanted.skus()))
            .then(some)
            .in("", " GROUP BY merchant_id, member_id"));
    return Figure.orNone(name + ".receipts");
  }

  private static Object sorted(Set<String> of) {
    return of.stream().sorted().toArray(String[]::new);
  }

  /** Whether offers may come to a member at all; never null in SQL. */
  String mayBeOffered() {
    // The day is a number of this look, not a value: the same words stand in many places.
    return "("
        + profile("consent_messages")
        + " AND "
        + profile("status")
        + " = 'ACTIVE' AND ("
        + profile("birth_date")
        + " > DATE '"
        + Consents.childrenBornAfter(now, zone)
        + "') IS NOT TRUE)";
  }

  /** Whether the card was on a phone once. */
  String wasHeld() {
    return "("
        + standing("member_id")
        + " IN (SELECT k.member_id FROM kartela.wallet_held k WHERE k.merchant_id = "
        + merchantId
        + "))";
  }

  /**
   * Whether a way beside the card leads to a member. A phone or an e-mail address of which nothing
   * is known is alive; messengers are only known where a member came to them.
   */
  String leads(String kind) {
    String name = "x_" + kind.toLowerCase(java.util.Locale.ROOT);
    join(
        name,
        () ->
            Sql.of(
                    """
                    SELECT merchant_id, member_id, address, state = 'REFUSED' AS refused,
                        state = 'ALIVE' OR coalesce(until <= ?, false) AS alive FROM kartela.member_address WHERE merchant_id = ? AND kind = ?
                    """,
                    now,
                    merchantId,
                    kind)
                .then(among("member_id")));
    String shut = "(NOT %1$s.alive AND (%1$s.refused OR %1$s.address = %2$s)) IS NOT TRUE";
    return switch (kind) {
      case "SMS" -> "(" + shut.formatted(name, profile("phone")) + ")";
      case "MAIL" ->
          "("
              + profile("email")
              + " IS NOT NULL AND "
              + shut.formatted(name, profile("email"))
              + ")";
      default -> "(" + name + ".alive IS TRUE)";
    };
  }

  /** A score; null in SQL for who bought nothing for a year. */
  String rfm(String which) {
    join(
        "q",
        () ->
            Sql.of(
                    "SELECT merchant_id, member_id, recency, frequency, money, "
                        + RfmGroup.sql()
                        + " AS rfm_group FROM kartela.member_rfm WHERE merchant_id = ? AND until IS"
                        + " NULL",
                    merchantId)
                .then(among("member_id")));
    return "q." + which;
  }

  String rfmGroup() {
    return rfm("rfm_group");
  }

  private void join(String name, java.util.function.Supplier<Sql> sql) {
    if (!joins.containsKey(name)) {
      joins.put(name, sql.get());
    }
  }

  /**
   * All living members with what was asked for: {@code FROM … WHERE}, to be gone on with. Who was
   * merged into another has no standing any more.
   */
  Sql from() {
    String base =
        !profiles
            ? "kartela.member_standing s"
            : standings
                ? "kartela.member_standing s JOIN kartela.member m USING (merchant_id, member_id)"
                : "kartela.member m";
    List<Sql> parts = new ArrayList<>();
    parts.add(Sql.of(" FROM " + base));
    joins.forEach(
        (name, sql) ->
            parts.add(sql.in("\nLEFT JOIN (", ") " + name + " USING (merchant_id, member_id)")));
    parts.add(
        Sql.of(
            "\nWHERE merchant_id = ?"
                + (profiles && !standings ? " AND m.status IN ('ACTIVE', 'BLOCKED')" : ""),
            merchantId));
    parts.add(among("member_id"));
    return Sql.join("", parts);
  }
}

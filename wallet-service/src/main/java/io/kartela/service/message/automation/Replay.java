package io.kartela.service.message.automation;

import io.kartela.push.sms.SmsParts;
import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.member.segment.Segments;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.automation.Automation.Step;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.post.Reason;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What an automation would have done in the last year, by the receipts of that year; nothing is
 * written. Who may be written to, and how, is as of today: the past of that is not kept.
 * Thread-safe.
 */
final class Replay {
  /** Whoever buys so soon after an occasion had come anyway. */
  static final int ANYWAY_DAYS = 14;

  private final Audiences audiences;
  private final Merchants merchants;
  private final InstantSource clock;

  Replay(Audiences audiences, Merchants merchants, InstantSource clock) {
    this.audiences = audiences;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * A year of it.
   *
   * @param known false: the past of such occasions is not kept
   * @param messages that would have left
   * @param members who would have got them
   * @param cameAnyway of the messages: the member bought soon after, without it
   * @param unreached occasions of those who may be told but cannot be reached
   * @param gifts at most, minor units
   * @param messageCost at most, minor units
   */
  record Year(
      boolean known,
      Instant from,
      Instant until,
      long messages,
      long members,
      long cameAnyway,
      long unreached,
      long gifts,
      long messageCost,
      List<StepYear> steps) {}

  record StepYear(int step, long messages, long cameAnyway) {}

  Year of(Connection c, long merchantId, Plan plan) throws SQLException {
    Instant now = clock.instant();
    ZoneId zone = merchants.get(merchantId).zone();
    Instant from = now.atZone(zone).minusYears(1).toInstant();
    String occasions = occasions(plan.kind());
    if (occasions.isEmpty()) {
      return new Year(false, from, now, 0, 0, 0, 0, 0, 0, List.of());
    }
    Audiences.asBig(c);
    Audience meant =
        audiences.of(
            merchantId,
            plan.segmentId() == null
                ? new MemberCondition.Always()
                : Segments.held(c, merchantId, plan.segmentId()));
    boolean offer = plan.reason(0).purpose() == Reason.Purpose.MARKETING;
    Audience may = audiences.reached(merchantId, offer, List.of());
    Audience card = audiences.reached(merchantId, offer, List.of("CARD"));
    Audience beside =
        audiences.reached(
            merchantId, offer, plan.ways().isEmpty() ? List.of("") : names(plan.ways()));
    String sql =
        """
        WITH step (step, days) AS (SELECT * FROM unnest(?::int[], ?::int[])),
            span (since, til) AS (SELECT ?::timestamptz, ?::timestamptz),
            occasion AS (%s),
            told AS (
                SELECT o.*, CASE WHEN o.member_id IN (%s) THEN 'CARD' WHEN o.member_id IN (%s) THEN 'BESIDE' ELSE 'NONE' END AS way
                FROM occasion o WHERE o.member_id IN (%s) AND o.member_id IN (%s))
        SELECT step, way, count(*), count(*) FILTER (WHERE anyway),
            (SELECT count(DISTINCT member_id) FROM told WHERE way <> 'NONE')
        FROM told GROUP BY step, way ORDER BY step, way
        """
            .formatted(occasions, card.sql(), beside.sql(), meant.sql(), may.sql());
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, merchantId, plan, from, now, zone, List.of(card, beside, meant, may));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Row(r.getInt(1), r.getString(2), r.getLong(3), r.getLong(4), r.getLong(5)));
        }
      }
    }
    return year(plan, from, now, rows, price(c, merchantId, plan));
  }

  private record Row(int step, String way, long count, long anyway, long members) {
    boolean told() {
      return !way.equals("NONE");
    }
  }

  private static void bind(
      PreparedStatement s,
      long merchantId,
      Plan plan,
      Instant from,
      Instant now,
      ZoneId zone,
      List<Audience> audiences)
      throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    int sum = 0;
    for (Step step : plan.steps()) {
      numbers.add(numbers.size());
      sum += step.days();
      days.add(plan.kind() == Kind.BIRTHDAY ? -step.days() : sum);
    }
    int at = 0;
    s.setArray(++at, s.getConnection().createArrayOf("int", numbers.toArray()));
    s.setArray(++at, s.getConnection().createArrayOf("int", days.toArray()));
    s.setObject(++at, from.atOffset(ZoneOffset.UTC));
    s.setObject(++at, now.atOffset(ZoneOffset.UTC));
    if (plan.kind() == Kind.BIRTHDAY) {
      s.setString(++at, zone.getId());
      s.setString(++at, zone.getId());
      s.setString(++at, zone.getId());
    }
    s.setLong(++at, merchantId);
    for (Audience audience : audiences) {
      at = audience.bind(s, at);
    }
  }

  /**
   * A SELECT of {@code member_id}, {@code step} and {@code anyway}; empty: its past is not kept.
   */
  private static String occasions(Kind kind) {
    String soon = "interval '" + ANYWAY_DAYS + " days'";
    String bought =
        """
        EXISTS (SELECT FROM kartela.receipt b WHERE b.merchant_id = m.merchant_id AND b.member_id = m.member_id
            AND NOT b.undone AND b.at > t.at AND b.at <= t.at + %s)\
        """
            .formatted(soon);
    return switch (kind) {
      case WELCOME ->
          """
          SELECT m.member_id, 0 AS step, %s AS anyway FROM span, kartela.member m
          CROSS JOIN LATERAL (SELECT m.created_at AS at) t
          WHERE m.merchant_id = ? AND m.created_at >= since AND m.created_at < til
          """
              .formatted(bought);
      case BIRTHDAY ->
          """
          SELECT m.member_id, step.step, %s AS anyway FROM span, step, generate_series(
                  (SELECT (since AT TIME ZONE ?)::date FROM span), (SELECT (til AT TIME ZONE ?)::date - 1 FROM span), interval '1 day') d
              CROSS JOIN LATERAL (SELECT (d::date - step.days) AS day) b
              JOIN kartela.member m ON m.birth_day = (extract(month FROM b.day) * 100 + extract(day FROM b.day))::int
              CROSS JOIN LATERAL (SELECT d::date::timestamp AT TIME ZONE ? AS at) t
          WHERE m.merchant_id = ?
          """
              .formatted(bought);
      case PURCHASE ->
          visits("earned > 0 OR spent > 0", "v.next <= v.at + " + soon, "step.days = 0", "v.at");
      case WIN_BACK ->
          visits(
              "true",
              "v.next <= v.at + step.days * interval '1 day' + " + soon,
              "(v.next IS NULL OR v.next > v.at + step.days * interval '1 day')",
              "v.at + step.days * interval '1 day'");
      case TIER_UP, BURN_WARNING -> "";
    };
  }

  private static String visits(String which, String anyway, String when, String moment) {
    return """
    SELECT v.member_id, step.step, coalesce(%s, false) AS anyway FROM span, step, (
        SELECT member_id, at, earned, spent, lead(at) OVER (PARTITION BY member_id ORDER BY at) AS next FROM kartela.receipt
        WHERE merchant_id = ? AND at >= (SELECT since - (SELECT max(days) FROM step) * interval '1 day' FROM span)
            AND at < (SELECT til FROM span) AND member_id IS NOT NULL AND NOT undone) v
    WHERE (%s) AND %s AND %s >= since AND %s < til
    """
        .formatted(anyway, which, when, moment, moment);
  }

  private static List<String> names(Iterable<ChannelKind> ways) {
    List<String> names = new ArrayList<>();
    ways.forEach(way -> names.add(way.name()));
    return names;
  }

  /** The dearest of the ways: no message costs more. */
  private static long price(Connection c, long merchantId, Plan plan) throws SQLException {
    long dearest = 0;
    for (Channel channel : ChannelStore.all(c, merchantId)) {
      if (plan.ways().contains(channel.kind())) {
        int parts =
            channel.kind() == ChannelKind.SMS
                ? plan.steps().stream().mapToInt(s -> SmsParts.of(s.text()).parts()).max().orElse(1)
                : 1;
        dearest = Math.max(dearest, channel.price() * parts);
      }
    }
    return dearest;
  }

  private static Year year(Plan plan, Instant from, Instant now, List<Row> rows, long price) {
    long gifts = 0;
    List<StepYear> steps = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      int step = i;
      List<Row> of = rows.stream().filter(r -> r.step == step && r.told()).toList();
      long messages = of.stream().mapToLong(Row::count).sum();
      steps.add(new StepYear(i, messages, of.stream().mapToLong(Row::anyway).sum()));
      var gift = plan.steps().get(i).gift();
      gifts += gift == null ? 0 : Math.multiplyExact(gift.amount(), messages);
    }
    return new Year(
        true,
        from,
        now,
        steps.stream().mapToLong(StepYear::messages).sum(),
        rows.isEmpty() ? 0 : rows.getFirst().members,
        steps.stream().mapToLong(StepYear::cameAnyway).sum(),
        rows.stream().filter(r -> !r.told()).mapToLong(Row::count).sum(),
        gifts,
        price * rows.stream().filter(r -> r.way.equals("BESIDE")).mapToLong(Row::count).sum(),
        steps);
  }
}

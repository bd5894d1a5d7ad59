package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Automation.Changed;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.words.Personal;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who would be told today, and why; nothing is written. Thread-safe. */
final class DryRun {
  private static final int SHOWN = 20;
  private static final int MOST = 10_000;

  private final Deciding deciding;
  private final Personal personal;
  private final Merchants merchants;
  private final Programs programs;
  private final InstantSource clock;

  DryRun(
      Deciding deciding,
      Personal personal,
      Merchants merchants,
      Programs programs,
      InstantSource clock) {
    this.deciding = deciding;
    this.personal = personal;
    this.merchants = merchants;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * Somebody to whom it happens today.
   *
   * @param at the day that the occasion is about
   * @param skip why they would be told nothing
   */
  record Somebody(
      String memberId,
      String name,
      @Nullable Instant at,
      @Nullable Integer days,
      String text,
      @Nullable String skip) {}

  /** So many for one reason. */
  record Skipped(String code, long count) {}

  /**
   * Today's.
   *
   * @param members who would be told
   * @param more whether there are more than were counted
   */
  record Today(long members, List<Skipped> skipped, List<Somebody> items, boolean more) {}

  /** As if it had been on since the morning. */
  Today of(Connection c, long merchantId, Plan plan) throws SQLException {
    Instant now = clock.instant();
    ZoneId zone = merchants.get(merchantId).zone();
    LocalDate day = now.atZone(zone).toLocalDate();
    Instant morning = day.atStartOfDay(zone).toInstant();
    Instant night = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    Automation wanted =
        new Automation(0, plan, true, morning, morning, new Changed(0, "", morning));
    Look look =
        new Look(
            merchantId,
            wanted,
            0,
            morning,
            plan.kind().byTheClock() ? night : now,
            zone,
            programs.current(merchantId).tiers());
    List<Occasion> found = plan.kind().finder().find(c, look, 0, MOST);
    Deciding.Judged judged = deciding.judge(c, look, found, now);
    Map<String, Long> skips = new TreeMap<>();
    for (Occasion o : judged.occasions()) {
      String skip = judged.skips().get(o.memberId());
      if (skip != null) {
        skips.merge(skip, 1L, Long::sum);
      }
    }
    long skipped = skips.values().stream().mapToLong(n -> n).sum();
    List<Occasion> shown =
        judged.occasions().stream()
            .sorted((a, b) -> Boolean.compare(isSkipped(judged, a), isSkipped(judged, b)))
            .limit(SHOWN)
            .toList();
    Personal.People people =
        personal.people(c, merchantId, shown.stream().map(Occasion::memberId).toList());
    return new Today(
        judged.occasions().size() - skipped,
        skips.entrySet().stream().map(e -> new Skipped(e.getKey(), e.getValue())).toList(),
        shown.stream().map(o -> somebody(look, judged, people, o, now)).toList(),
        found.size() == MOST);
  }

  private static boolean isSkipped(Deciding.Judged judged, Occasion o) {
    return judged.skips().containsKey(o.memberId());
  }

  private static Somebody somebody(
      Look look, Deciding.Judged judged, Personal.People people, Occasion o, Instant now) {
    String text = look.automation().plan().steps().getFirst().text();
    return new Somebody(
        Long.toString(o.memberId()),
        people.name(o.memberId()),
        o.facts().at(),
        o.facts().days(),
        people.say(text, o.memberId(), Deciding.facts(look, o, now)),
        judged.skips().get(o.memberId()));
  }
}

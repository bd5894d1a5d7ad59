package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a draft to the tills: at once, or from a moment that somebody chooses. While a program waits
 * for its moment nothing else is published, for the moment would undo it. Thread-safe.
 */
final class Publishing {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Database database;
  private final InstantSource clock;
  private final Programs programs;
  private final Drafts drafts;
  private final Audit audit;

  Publishing(House house, Programs programs, Drafts drafts, Audit audit) {
    this.database = house.database();
    this.clock = house.clock();
    this.programs = programs;
    this.drafts = drafts;
    this.audit = audit;
  }

  /** A draft as somebody saw it. */
  record Wanted(long draftId, @Nullable Integer revision, boolean force) {}

  /** What may be published. */
  private record Sound(Draft draft, Program program, int replaces) {
    boolean overNewer() {
      return draft.basedOn() != replaces;
    }
  }

  /**
   * Publishes a draft as the next version; it stays, based on what it became.
   *
   * @throws Problem PROGRAM_INVALID with every mistake; DRAFT_CHANGED; PROGRAM_WAITS;
   *     DRAFT_OUTDATED unless forced
   */
  Published publish(StaffPrincipal staff, Wanted wanted) {
    long merchantId = staff.merchantId();
    int number =
        database.inTenant(
            merchantId,
            c -> {
              Sound sound = sound(c, merchantId, wanted);
              int next = programs.publish(c, merchantId, sound.program, staff.name());
              drafts.published(c, staff, sound.draft, next);
              audit.record(
                  c,
                  staff,
                  "PROGRAM_PUBLISHED",
                  "program:" + next,
                  Map.of(
                      "draft",
                      sound.draft.id(),
                      "name",
                      sound.draft.name(),
                      "replaces",
                      sound.replaces,
                      "overNewer",
                      sound.overNewer()));
              return next;
            });
    programs.forget(merchantId);
    return programs.version(merchantId, number);
  }

  /**
   * Has a draft come into force at a moment.
   *
   * @param at by the clock of the shop
   * @throws Problem as of {@link #publish}
   */
  Waiting schedule(StaffPrincipal staff, Wanted wanted, LocalDateTime at) {
    long merchantId = staff.merchantId();
    Waiting planned =
        database.inTenant(
            merchantId,
            c -> {
              Instant moment = ahead(at.atZone(zone(c, merchantId)).toInstant());
              Sound sound = sound(c, merchantId, wanted);
              Waiting waiting =
                  new Waiting(
                      moment,
                      sound.draft.name(),
                      ProgramJson.write(sound.program),
                      sound.replaces,
                      staff.name(),
                      clock.instant());
              waiting.put(c, merchantId);
              audit.record(
                  c,
                  staff,
                  "PROGRAM_PLANNED",
                  sound.draft.name(),
                  Map.of("when", clock(c, merchantId, moment), "overNewer", sound.overNewer()));
              return waiting;
            });
    programs.forget(merchantId);
    return planned;
  }

  private Instant ahead(Instant at) {
    Check check = new Check();
    Instant now = clock.instant();
    check.require(at.isAfter(now), "at", "IN_THE_PAST", "уже прошло", "is over already");
    check.require(
        !at.isAfter(now.plus(LONGEST)),
        "at",
        "TOO_FAR",
        "больше чем через год",
        "is more than a year ahead");
    check.done();
    return at;
  }

  private Sound sound(Connection c, long merchantId, Wanted wanted) throws SQLException {
    Draft draft = drafts.seen(c, merchantId, wanted.draftId, wanted.revision);
    Program program = Validation.demand(draft.document());
    Programs.lock(c, merchantId);
    programs.publishDue(c, merchantId);
    if (Waiting.of(c, merchantId) != null) {
      throw new Problem(ProblemCode.PROGRAM_WAITS);
    }
    Sound sound = new Sound(draft, program, VersionStore.newest(c, merchantId));
    if (sound.overNewer() && !wanted.force) {
      throw new Problem(ProblemCode.DRAFT_OUTDATED, draft.basedOn(), sound.replaces);
    }
    return sound;
  }

  /** What waits for its moment. */
  Optional<Waiting> waiting(long merchantId) {
    programs.publishDue(merchantId);
    return database.lookUp(merchantId, c -> Optional.ofNullable(Waiting.of(c, merchantId)));
  }

  /**
   * Has what waits come into force now.
   *
   * @throws Problem PROGRAM_NOT_WAITING
   */
  Published publishWaiting(StaffPrincipal staff) {
    long merchantId = staff.merchantId();
    int number =
        database.inTenant(
            merchantId,
            c -> {
              Waiting taken = take(c, merchantId);
              int next =
                  programs.publish(
                      c, merchantId, VersionStore.parse(taken.document()), staff.name());
              audit.record(
                  c,
                  staff,
                  "PROGRAM_PUBLISHED",
                  "program:" + next,
                  Map.of("name", taken.name(), "planned", clock(c, merchantId, taken.at())));
              return next;
            });
    programs.forget(merchantId);
    return programs.version(merchantId, number);
  }

  /**
   * Makes a draft of what waits.
   *
   * @throws Problem PROGRAM_NOT_WAITING
   */
  Draft takeBack(StaffPrincipal staff) {
    long merchantId = staff.merchantId();
    Draft back =
        database.inTenant(
            merchantId,
            c -> {
              Waiting taken = take(c, merchantId);
              audit.record(
                  c,
                  staff,
                  "PROGRAM_TAKEN_BACK",
                  taken.name(),
                  Map.of("planned", clock(c, merchantId, taken.at())));
              return drafts.restore(c, staff, taken);
            });
    programs.forget(merchantId);
    return back;
  }

  private Waiting take(Connection c, long merchantId) throws SQLException {
    Programs.lock(c, merchantId);
    programs.publishDue(c, merchantId);
    return Waiting.take(c, merchantId);
  }

  /** As the shop's own clock shows it, for people to read. */
  private static String clock(Connection c, long merchantId, Instant at) throws SQLException {
    return READABLE.format(at.atZone(zone(c, merchantId)));
  }

  private static ZoneId zone(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT zone FROM kartela.merchant WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return ZoneId.of(r.getString(1));
      }
    }
  }
}

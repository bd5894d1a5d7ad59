package io.kartela.service.intake;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.OpeningCredits;
import io.kartela.service.member.profile.Newcomers;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.imports.Counts;
import io.kartela.service.shop.imports.ImportField;
import io.kartela.service.shop.imports.ImportKind;
import io.kartela.service.shop.imports.ImportRow;
import io.kartela.service.shop.imports.Order;
import io.kartela.service.shop.imports.TakenBack;
import io.kartela.service.shop.imports.Verdict;
import io.kartela.service.shop.imports.WrongRow;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.till.plastic.PlasticIntake;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members from a file: known by their phone, else by their card. Thread-safe. */
public final class MemberImport implements ImportKind<MemberRow> {
  private final House house;
  private final Merchants merchants;
  private final Programs programs;
  private final Newcomers people;
  private final PlasticIntake plastic;
  private final Audit audit;
  private final OpeningCredits credits = new OpeningCredits();
  private final Departures departures;

  /** Rooms that members are brought into. */
  public record Rooms(
      Merchants merchants,
      Programs programs,
      Newcomers people,
      PlasticIntake plastic,
      Passes passes) {}

  public MemberImport(House house, Rooms rooms, Audit audit) {
    this.house = house;
    this.merchants = rooms.merchants;
    this.programs = rooms.programs;
    this.people = rooms.people;
    this.plastic = rooms.plastic;
    this.audit = audit;
    this.departures = new Departures(credits, rooms.passes);
  }

  @Override
  public String name() {
    return "MEMBERS";
  }

  @Override
  public List<ImportField> fields() {
    return MemberFields.ALL;
  }

  @Override
  public List<String> needed() {
    return List.of("phone", "card");
  }

  @Override
  public MemberRow read(Order order, ImportRow row) throws WrongRow {
    return MemberRow.read(row, LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC));
  }

  @Override
  public Map<String, String> keys(MemberRow row) {
    return Intake.keys(row);
  }

  @Override
  public List<Verdict> take(Connection c, Order order, List<MemberRow> rows, boolean meant)
      throws SQLException {
    long merchantId = order.merchantId();
    if (meant && rows.stream().anyMatch(row -> !row.cards().isEmpty())) {
      plastic.lock(c, merchantId);
    }
    if (meant && rows.stream().anyMatch(row -> !row.tags().isEmpty())) {
      NamedLock.alone(c, "tags:" + merchantId);
    }
    Intake intake =
        new Intake(
            c,
            merchantId,
            rows,
            new Intake.Sources(
                people, plastic, credits, tiers(programs.current(merchantId)), house.ids()::next));
    List<Verdict> verdicts = new ArrayList<>();
    for (MemberRow row : rows) {
      verdicts.add(intake.judge(row));
    }
    if (meant) {
      write(c, order, intake);
    }
    return verdicts;
  }

  private static Intake.Tiers tiers(Published program) {
    return new Intake.Tiers() {
      @Override
      public @Nullable String named(String name) {
        return program.tiers().stream()
            .filter(
                tier ->
                    Stream.of(tier.id(), tier.name().ru(), tier.name().en())
                        .anyMatch(name::equalsIgnoreCase))
            .map(TierView::id)
            .findFirst()
            .orElse(null);
      }

      @Override
      public LocalText name(String id) {
        return program.tiers().stream()
            .filter(tier -> tier.id().equals(id))
            .findFirst()
            .map(TierView::name)
            .orElse(new LocalText(id, id));
      }

      @Override
      public String lowest() {
        return program.tiers().getFirst().id();
      }
    };
  }

  private void write(Connection c, Order order, Intake intake) throws SQLException {
    long merchantId = order.merchantId();
    Instant now = house.clock().instant();
    people.join(c, merchantId, intake.newcomers, merchants.get(merchantId).locale(), now);
    people.fill(c, merchantId, intake.missing, now);
    plastic.give(c, merchantId, intake.around(), intake.given, now);
    MemberTags.addAll(c, merchantId, intake.tags);
    credits.book(
        c,
        new OpeningCredits.Source(merchantId, order.importId(), order.person(), now),
        intake.credits);
    note(c, order, intake.newcomers);
    RoundTrip trip = new RoundTrip();
    intake.changed.forEach(id -> Outbox.passChangedByTheClock(trip, merchantId, id));
    trip.run(c);
  }

  /** Who was not a member before: they may be taken back. */
  private static void note(Connection c, Order order, List<Newcomers.Newcomer> newcomers)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.import_member (merchant_id, import_id, member_id) VALUES (?,"
                + " ?, ?)")) {
      for (Newcomers.Newcomer one : newcomers) {
        s.setLong(1, order.merchantId());
        s.setLong(2, order.importId());
        s.setLong(3, one.id());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  @Override
  public void committed(Order order) {
    plastic.committed(order.merchantId());
  }

  @Override
  public void audit(Connection c, Order order, String file, Counts counts) throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("added", counts.added());
    detail.put("changed", counts.changed());
    audit.record(c, order.merchantId(), order.author(), "MEMBERS_IMPORTED", file, detail);
  }

  @Override
  public boolean canBeTakenBack() {
    return true;
  }

  @Override
  public void auditBack(Connection c, Order order, String file, TakenBack back)
      throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("removed", back.taken());
    detail.put("kept", back.kept());
    audit.record(c, order.merchantId(), order.author(), "MEMBERS_TAKEN_BACK", file, detail);
  }

  @Override
  public TakenBack takeBack(Connection c, Order order) throws SQLException {
    Instant now = house.clock().instant();
    return departures.part(
        c, new OpeningCredits.Source(order.merchantId(), order.importId(), order.person(), now));
  }
}

package io.kartela.service.wallet.designer;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.design.DesignProblem;
import io.kartela.service.wallet.design.DesignReader;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.design.Designs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The draft, the published versions and their way to the cards. Thread-safe. */
public final class DesignStore {
  private final Database database;
  private final Designs designs;
  private final Audit audit;
  private final InstantSource clock;
  private final LongFunction<Rules> rules;

  /**
   * What a merchant's designs may refer to besides pictures.
   *
   * @param tiers ids of the program's tiers
   * @param zone where the merchant's days begin
   */
  private record Rules(java.util.Set<String> tiers, boolean nfcAllowed, ZoneId zone) {}

  /**
   * The draft.
   *
   * @param revision 0: nobody has begun one; the document is then the one in force
   */
  record Draft(
      String document,
      int basedOn,
      int revision,
      @Nullable String updatedBy,
      @Nullable Instant updatedAt) {}

  /**
   * @param nfcAllowed whether a merchant's Apple certificate and keys allow cards to be tapped
   */
  public DesignStore(
      House house,
      Designs designs,
      Audit audit,
      Merchants merchants,
      Programs programs,
      LongPredicate nfcAllowed) {
    this.database = house.database();
    this.designs = designs;
    this.audit = audit;
    this.clock = house.clock();
    this.rules =
        merchantId ->
            new Rules(
                programs.current(merchantId).tiers().stream()
                    .map(TierView::id)
                    .collect(Collectors.toSet()),
                nfcAllowed.test(merchantId),
                merchants.get(merchantId).zone());
  }

  Draft draft(long merchantId) {
    return database.inTenant(merchantId, c -> draft(c, merchantId, false));
  }

  private static Draft draft(Connection c, long merchantId, boolean lock) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT document, based_on, revision, updated_by, updated_at FROM kartela.card_design_draft
            WHERE merchant_id = ?
            """
                + (lock ? "FOR UPDATE" : ""))) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (r.next()) {
          return new Draft(
              r.getString(1),
              r.getInt(2),
              r.getInt(3),
              r.getString(4),
              r.getTimestamp(5).toInstant());
        }
      }
    }
    int newest = Designs.newest(c, merchantId);
    String document =
        DesignVersions.find(c, merchantId, newest)
            .map(DesignVersions.Version::document)
            .orElseGet(DesignVersion::firstDocument);
    return new Draft(document, newest, 0, null, null);
  }

  /**
   * Keeps a draft.
   *
   * @param revision the one the editor saw
   */
  Draft save(StaffPrincipal staff, String document, int revision) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          lock(c, merchantId);
          Draft old = draft(c, merchantId, true);
          refuseChanged(old, revision);
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.card_design_draft (merchant_id, document, based_on, revision, updated_by, updated_at)
                  VALUES (?, ?, ?, 1, ?, ?)
                  ON CONFLICT (merchant_id) DO UPDATE SET document = excluded.document,
                      revision = card_design_draft.revision + 1, updated_by = excluded.updated_by,
                      updated_at = excluded.updated_at
                  """)) {
            s.setLong(1, merchantId);
            s.setString(2, document);
            s.setInt(3, old.basedOn());
            s.setString(4, staff.name());
            s.setTimestamp(5, Timestamp.from(clock.instant()));
            s.executeUpdate();
          }
          return draft(c, merchantId, false);
        });
  }

  /** Throws the draft away. */
  void discard(StaffPrincipal staff) {
    database.inTenant(
        staff.merchantId(),
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("DELETE FROM kartela.card_design_draft WHERE merchant_id = ?")) {
            s.setLong(1, staff.merchantId());
            return s.executeUpdate();
          }
        });
  }

  private static void refuseChanged(Draft draft, int revision) {
    if (draft.revision() != revision) {
      throw new Problem(
          ProblemCode.DESIGN_DRAFT_CHANGED,
          draft.revision(),
          draft.updatedBy() == null ? "" : draft.updatedBy());
    }
  }

  /** Every reason against a document; empty when it may be published. */
  DesignReader.Result check(long merchantId, String document) {
    Rules known = rules.apply(merchantId);
    return database.inTenant(merchantId, c -> check(c, merchantId, document, known));
  }

  private DesignReader.Result check(Connection c, long merchantId, String document, Rules known)
      throws SQLException {
    return DesignReader.read(
        document,
        new DesignReader.Surroundings(
            Designs.sizes(c, merchantId),
            known.tiers(),
            known.nfcAllowed(),
            LocalDate.ofInstant(clock.instant(), known.zone())));
  }

  /** A valid document with its pictures, not published. */
  DesignVersion prepare(long merchantId, String document) {
    Rules known = rules.apply(merchantId);
    return database.inTenant(
        merchantId,
        c -> Designs.with(c, merchantId, 0, demand(check(c, merchantId, document, known))));
  }

  private static io.kartela.service.wallet.design.CardDesign demand(DesignReader.Result result) {
    if (result.design() == null) {
      throw Problem.of(
          ProblemCode.DESIGN_INVALID,
          result.problems().stream().map(DesignStore::fieldError).toList());
    }
    return result.design();
  }

  private static Problem.FieldError fieldError(DesignProblem p) {
    return new Problem.FieldError(p.path(), p.code(), p.text().ru(), p.text().en());
  }

  /** Publishes the draft and sets every issued card on its way to the new look. */
  DesignVersions.Version publish(StaffPrincipal staff, int revision) {
    long merchantId = staff.merchantId();
    Rules known = rules.apply(merchantId);
    DesignVersions.Version made =
        database.inTenant(
            merchantId,
            c -> {
              lock(c, merchantId);
              Draft draft = draft(c, merchantId, true);
              refuseChanged(draft, revision);
              demand(check(c, merchantId, draft.document(), known));
              int number = Designs.newest(c, merchantId) + 1;
              DesignVersions.insert(c, staff, number, draft.document(), clock.instant());
              Restyles.start(c, merchantId, number, clock.instant());
              try (PreparedStatement s =
                  c.prepareStatement(
                      "DELETE FROM kartela.card_design_draft WHERE merchant_id = ?")) {
                s.setLong(1, merchantId);
                s.executeUpdate();
              }
              audit.record(
                  c, staff, "CARD_DESIGN_PUBLISHED", "design:" + number, Map.of("number", number));
              return DesignVersions.find(c, merchantId, number).orElseThrow();
            });
    designs.forget(merchantId);
    return made;
  }

  Restyles.Reach reach(long merchantId) {
    return database.inTenant(merchantId, c -> Restyles.reach(c, merchantId));
  }

  /** The last publication's way to the cards; empty before the first. */
  Optional<Restyles.Restyle> restyle(long merchantId) {
    return database.inTenant(merchantId, c -> Restyles.last(c, merchantId));
  }

  private static void lock(Connection c, long merchantId) throws SQLException {
    NamedLock.alone(c, "design:" + merchantId);
  }

  /** The version in force; empty before the first publication. */
  Optional<DesignVersions.Version> current(long merchantId) {
    return database.inTenant(
        merchantId, c -> DesignVersions.find(c, merchantId, Designs.newest(c, merchantId)));
  }

  Optional<DesignVersions.Version> version(long merchantId, int number) {
    return database.inTenant(merchantId, c -> DesignVersions.find(c, merchantId, number));
  }

  /** Versions before this one, newest first. */
  List<DesignVersions.Version> page(long merchantId, int before, int limit) {
    return database.inTenant(
        merchantId, c -> DesignVersions.between(c, merchantId, 1, before - 1, limit));
  }
}

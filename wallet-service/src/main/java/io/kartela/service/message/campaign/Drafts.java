package io.kartela.service.message.campaign;

import io.kartela.service.message.campaign.Campaigns.Starter;
import io.kartela.service.message.campaign.Campaigns.Wanted;
import io.kartela.service.message.campaign.Draft.Content;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people of a shop do with campaigns that have not begun. Thread-safe. */
final class Drafts {
  /** Most drafts and plans of one merchant. */
  static final int MOST = 100;

  private final House house;
  private final Jpa jpa;
  private final Campaigns campaigns;
  private final WantedReader reader;
  private final Merchants merchants;
  private final Audit audit;

  /** What became of a draft: it is a campaign now, or waits for its time. */
  record Begun(@Nullable String campaignId, Draft.@Nullable View draft) {}

  Drafts(
      House house,
      Jpa jpa,
      Campaigns campaigns,
      WantedReader reader,
      Merchants merchants,
      Audit audit) {
    this.house = house;
    this.jpa = jpa;
    this.campaigns = campaigns;
    this.reader = reader;
    this.merchants = merchants;
    this.audit = audit;
  }

  List<Draft.View> all(long merchantId) {
    return house
        .database()
        .inTenant(
            merchantId, c -> DraftStore.all(c, merchantId).stream().map(Draft::view).toList());
  }

  Draft.View get(long merchantId, long id) {
    return house.database().inTenant(merchantId, c -> find(c, merchantId, id, "").view());
  }

  private static Draft find(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    return DraftStore.one(c, merchantId, id, lock)
        .orElseThrow(() -> new Problem(ProblemCode.CAMPAIGN_DRAFT_NOT_FOUND));
  }

  /** The one that was read, for a change. */
  private static Draft asRead(Connection c, long merchantId, long id, int revision)
      throws SQLException {
    Draft draft = find(c, merchantId, id, "FOR UPDATE");
    if (draft.revision() != revision) {
      throw new Problem(ProblemCode.CAMPAIGN_DRAFT_CHANGED, draft.revision(), draft.by());
    }
    return draft;
  }

  Draft.View create(StaffPrincipal staff, Content content) {
    long merchantId = staff.merchantId();
    long id = house.ids().next();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              NamedLock.alone(c, "campaign drafts:" + merchantId);
              if (DraftStore.all(c, merchantId).size() >= MOST) {
                throw new Problem(ProblemCode.TOO_MANY_CAMPAIGN_DRAFTS, MOST);
              }
              DraftStore.add(c, merchantId, id, content, staff.name(), now());
              return find(c, merchantId, id, "").view();
            });
  }

  /** What is planned stays as it was checked: it is called off first. */
  Draft.View change(StaffPrincipal staff, long id, int revision, Content content) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Draft was = asRead(c, merchantId, id, revision);
              if (was.run() != null) {
                throw new Problem(ProblemCode.CAMPAIGN_DRAFT_PLANNED);
              }
              DraftStore.change(c, merchantId, id, content, staff.name(), now());
              return find(c, merchantId, id, "").view();
            });
  }

  void delete(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Draft gone = find(c, merchantId, id, "FOR UPDATE");
              DraftStore.delete(c, merchantId, id);
              record(c, staff, "CAMPAIGN_DRAFT_DELETED", gone);
              return gone;
            });
  }

  /** Begins it, or has it begin when its time comes; whoever asks again is told the same. */
  Begun start(StaffPrincipal staff, long id, int revision) {
    long merchantId = staff.merchantId();
    Optional<Draft> known =
        house.database().inTenant(merchantId, c -> DraftStore.one(c, merchantId, id, ""));
    if (known.isEmpty()) {
      return begunBefore(merchantId, id);
    }
    Check check = new Check();
    When when = known.get().content().when().check(check);
    Wanted wanted = reader.read(merchantId, check, known.get().content().campaign());
    return jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          Draft draft = asRead(c, merchantId, id, revision);
          if (draft.run() != null) {
            return new Begun(null, draft.view());
          }
          if (when instanceof When.Now) {
            DraftStore.delete(c, merchantId, id);
            var begun = campaigns.begin(em, c, Starter.of(staff), wanted, key(id));
            return new Begun(begun.id(), null);
          }
          When.Run run =
              when.first(now(), merchants.get(merchantId).zone()).orElseThrow(Drafts::past);
          var _ = wanted.choice().in(c, merchantId);
          DraftStore.plan(c, merchantId, draft, wanted.choice().segmentId(), staff.name(), run);
          Draft planned = find(c, merchantId, id, "");
          record(c, staff, "CAMPAIGN_PLANNED", planned);
          return new Begun(null, planned.view());
        });
  }

  private Begun begunBefore(long merchantId, long id) {
    return jpa.inTenantMixed(
        merchantId,
        (em, c) ->
            Campaigns.begun(em, merchantId, key(id))
                .map(campaign -> new Begun(campaign, null))
                .orElseThrow(() -> new Problem(ProblemCode.CAMPAIGN_DRAFT_NOT_FOUND)));
  }

  /** No client's key has a blank. */
  private static String key(long id) {
    return "draft " + id;
  }

  private static Problem past() {
    return Problem.fields(
        List.of(
            new Problem.FieldError(
                "when.date", "PAST", "это время уже прошло", "that time is over already")));
  }

  /** It is a draft again; runs that have begun go on. */
  Draft.View callOff(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Draft was = find(c, merchantId, id, "FOR UPDATE");
              if (was.run() != null) {
                DraftStore.unplan(c, merchantId, id, null);
                record(c, staff, "CAMPAIGN_CALLED_OFF", was);
              }
              return find(c, merchantId, id, "").view();
            });
  }

  private Instant now() {
    return house.clock().instant();
  }

  private void record(Connection c, StaffPrincipal staff, String action, Draft draft)
      throws SQLException {
    String name = draft.content().campaign().name();
    audit.record(
        c,
        staff,
        action,
        "campaign-draft:" + draft.id(),
        Map.of("name", name == null ? "" : name, "when", draft.content().when()));
  }
}

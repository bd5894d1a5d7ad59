package io.kartela.service.till.plastic;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Uid;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.till.nfc.RotatingCards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes of one member: attach, block, detach, re-issue. */
final class MemberCardRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Stores stores;
  private final Members members = new Members();
  private final PlasticStore store;
  private final RotatingCards rotating;
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable wakeDelivery;

  private record AttachRequest(@Nullable String number, @Nullable String uid) {}

  private record StateRequest(@Nullable String status) {}

  MemberCardRoutes(
      House house,
      Sessions sessions,
      Stores stores,
      PlasticStore store,
      RotatingCards rotating,
      Audit audit) {
    this.database = house.database();
    this.sessions = sessions;
    this.stores = stores;
    this.store = store;
    this.rotating = rotating;
    this.audit = audit;
    this.clock = house.clock();
    this.wakeDelivery = house.wake();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/cards", this::list);
    routing.post("/api/v1/members/{memberId}/cards", this::attach);
    routing.post("/api/v1/members/{memberId}/cards/rotating", this::rotate);
    routing.put("/api/v1/members/{memberId}/cards/{cardId}/state", this::state);
    routing.delete("/api/v1/members/{memberId}/cards/{cardId}", this::detach);
  }

  private void requireMember(Connection c, long merchantId, long id) throws SQLException {
    if (members.find(c, merchantId, id).isEmpty()) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
  }

  private static long member(ServerRequest req) {
    return Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    long id = member(req);
    List<PlasticStore.CardView> cards =
        database.inTenant(
            staff.merchantId(),
            c -> {
              requireMember(c, staff.merchantId(), id);
              return views(staff.merchantId(), store.ofMember(c, staff.merchantId(), id));
            });
    Http.send(res, 200, Map.of("items", cards));
  }

  /** Without short codes: they are no cards of their own. */
  private static List<PlasticStore.CardView> views(long merchantId, List<Cards.Card> cards) {
    return cards.stream()
        .filter(k -> k.kind() != Cards.Kind.WALLET_EAN13)
        .map(k -> PlasticStore.CardView.of(merchantId, k))
        .toList();
  }

  /**
   * By the cabinet, or by a till that gives a card out: whoever works there could give one to
   * himself, so it is worth a phone number until its member has told a code for it. An owner could
   * give himself the bonuses.
   */
  private void attach(ServerRequest req, ServerResponse res) {
    boolean cabinet = sessions.present(req);
    StaffPrincipal staff = cabinet ? sessions.require(req, Action.CARDS_ATTACH) : null;
    long merchantId = staff == null ? stores.authenticate(req).merchantId() : staff.merchantId();
    long id = member(req);
    AttachRequest body = Http.json(req, AttachRequest.class);
    List<String> codes = codes(body);
    List<Cards.Card> attached =
        database.inTenant(
            merchantId,
            c -> {
              store.lock(c, merchantId);
              requireMember(c, merchantId, id);
              List<Cards.Card> had = store.ofMember(c, merchantId, id);
              List<Cards.Card> given = store.attach(c, merchantId, id, codes, clock.instant());
              if (staff == null || staff.role() != Role.OWNER) {
                store.unconfirmed(c, merchantId, given, had);
              }
              if (staff != null) {
                audit.record(c, staff, "CARD_ATTACHED", "member:" + id, tails(given));
              }
              return given;
            });
    store.committed(merchantId);
    Http.send(res, 201, Map.of("items", views(merchantId, attached)));
  }

  private static List<String> codes(AttachRequest body) {
    Check check = new Check();
    String number = check.optional("number", body.number, 100);
    String uid = check.optional("uid", body.uid, 60);
    check.require(
        number != null || uid != null, "number", "REQUIRED", "не заполнено", "is required");
    Optional<String> code = number == null ? Optional.empty() : Cells.typed(number);
    check.require(
        number == null || code.isPresent(),
        "number",
        "INVALID",
        "буквы и цифры, от 3 до 64",
        "letters and digits, 3 to 64");
    Optional<String> stored = uid == null ? Optional.empty() : Uid.canonical(uid);
    check.require(
        uid == null || stored.isPresent(),
        "uid",
        "INVALID",
        "4, 5, 7, 8 или 10 байт в hex",
        "4, 5, 7, 8 or 10 bytes in hex");
    check.done();
    List<String> codes = new ArrayList<>();
    code.ifPresent(codes::add);
    stored.ifPresent(codes::add);
    return codes;
  }

  private static Map<String, Object> tails(List<Cards.Card> cards) {
    return Map.of("cards", cards.stream().map(k -> tail(k.code())).toList());
  }

  private static String tail(String code) {
    return "…" + code.substring(Math.max(0, code.length() - 4));
  }

  private void state(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARDS_CHANGE);
    long merchantId = staff.merchantId();
    long id = member(req);
    String cardId = Http.pathParam(req, "cardId");
    StateRequest body = Http.json(req, StateRequest.class);
    Check check = new Check();
    String wanted = check.text("status", body.status, 20);
    check.oneOf("status", wanted.isEmpty() ? null : wanted, "ACTIVE", "BLOCKED");
    check.done();
    PlasticStore.CardView view =
        database.inTenant(
            merchantId,
            c -> {
              Cards.Card card = store.find(c, merchantId, id, cardId);
              if (card.kind() != Cards.Kind.PHYSICAL) {
                throw new Problem(ProblemCode.WALLET_CARD);
              }
              Cards.Status status = Cards.Status.valueOf(wanted);
              store.set(c, merchantId, card, status, clock.instant());
              audit.record(
                  c, staff, "CARD_" + wanted, "member:" + id, Map.of("card", tail(card.code())));
              return PlasticStore.CardView.of(
                  merchantId, new Cards.Card(card.code(), id, card.kind(), status));
            });
    Http.send(res, 200, view);
  }

  private void detach(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARDS_CHANGE);
    long merchantId = staff.merchantId();
    long id = member(req);
    String cardId = Http.pathParam(req, "cardId");
    database.inTenant(
        merchantId,
        c -> {
          Cards.Card card = store.find(c, merchantId, id, cardId);
          if (card.kind() != Cards.Kind.PHYSICAL) {
            throw new Problem(ProblemCode.WALLET_CARD);
          }
          store.detach(c, merchantId, card, clock.instant());
          audit.record(
              c, staff, "CARD_DETACHED", "member:" + id, Map.of("card", tail(card.code())));
          return true;
        });
    Http.noContent(res);
  }

  /** For a wallet that shows changing codes, and for a test of a register. */
  private void rotate(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    long merchantId = staff.merchantId();
    long id = member(req);
    RotatingCards.Pattern pattern =
        database.inTenant(
            merchantId,
            c -> {
              requireMember(c, merchantId, id);
              audit.record(c, staff, "CARD_ROTATING", "member:" + id, Map.of());
              tellPhones(c, merchantId, id); // a card at Google shows the new one
              return rotating.issue(c, merchantId, id, CardCode.random(), clock.instant());
            });
    wakeDelivery.run();
    Http.send(res, 201, pattern);
  }

  private static void tellPhones(Connection c, long merchantId, long memberId) {
    RoundTrip trip = new RoundTrip();
    Outbox.passChanged(trip, merchantId, memberId);
    trip.run(c);
  }
}

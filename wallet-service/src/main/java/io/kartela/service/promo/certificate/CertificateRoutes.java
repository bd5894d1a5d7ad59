package io.kartela.service.promo.certificate;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certificates in the cabinet. */
final class CertificateRoutes implements Routes {
  private final House house;
  private final Sessions sessions;
  private final Merchants merchants;
  private final Audit audit;
  private final CertificateDesk desk;
  private final KindDesk kinds;

  private record StateRequest(@Nullable Boolean blocked) {}

  private record KindState(@Nullable Boolean stopped) {}

  private record IssueRequest(
      @Nullable String kindId,
      @Nullable Long amount,
      @Nullable String memberId,
      @Nullable String recipient) {}

  private record TopUpRequest(@Nullable Long amount) {}

  private record MemberRequest(@Nullable String memberId) {}

  private record Page(List<CertificateView> items, @Nullable String nextCursor) {}

  CertificateRoutes(
      House house,
      Sessions sessions,
      Merchants merchants,
      Audit audit,
      CertificateDesk desk,
      KindDesk kinds) {
    this.house = house;
    this.sessions = sessions;
    this.merchants = merchants;
    this.audit = audit;
    this.desk = desk;
    this.kinds = kinds;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/certificates";
    String one = all + "/{certificateId}";
    routing.get(all, this::list);
    routing.post(all, this::issue);
    routing.get(one, this::get);
    routing.post(one + "/top-ups", this::topUp);
    routing.post(one + "/refunds", this::refund);
    routing.post(one + "/reissues", this::reissue);
    routing.put(one + "/state", this::setState);
    routing.put(one + "/member", this::assign);
    String allKinds = "/api/v1/certificate-kinds";
    routing.get(allKinds, this::listKinds);
    routing.post(allKinds, this::createKind);
    routing.put(allKinds + "/{kindId}", this::changeKind);
    routing.put(allKinds + "/{kindId}/state", this::stopKind);
    routing.get("/api/v1/reports/certificates", this::report);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "certificateId", ProblemCode.CERTIFICATE_NOT_FOUND);
  }

  private static long kindId(ServerRequest req) {
    return Http.id(req, "kindId", ProblemCode.CERTIFICATE_KIND_NOT_FOUND);
  }

  private StaffPrincipal author(ServerRequest req) {
    return sessions.require(req, Action.CERTIFICATES_CHANGE);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CERTIFICATES_READ).merchantId();
    String origin = Http.query(req, "origin").orElse(null);
    String state = Http.query(req, "state").orElse(null);
    Check check = new Check();
    check.oneOf("origin", origin, "BOUGHT", "GIFTED");
    check.oneOf("state", state, "ACTIVE", "EMPTY", "ENDED", "BLOCKED");
    check.done();
    int limit = Http.limit(req);
    Long before = Http.cursor(req).orElse(null);
    Instant now = house.clock().instant();
    CertificateList.Filter filter =
        new CertificateList.Filter(
            Http.query(req, "q").orElse(""),
            origin == null ? null : Origin.valueOf(origin),
            state == null ? null : Certificate.State.valueOf(state),
            now);
    List<Certificate> found =
        house
            .database()
            .inTenant(
                merchantId, c -> CertificateList.page(c, merchantId, filter, before, limit + 1));
    boolean more = found.size() > limit;
    List<Certificate> shown = more ? found.subList(0, limit) : found;
    Http.send(
        res,
        200,
        new Page(
            shown.stream().map(one -> CertificateView.of(one, now)).toList(),
            more ? Long.toString(shown.getLast().id()) : null));
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CERTIFICATES_READ).merchantId();
    long id = id(req);
    Http.send(
        res,
        200,
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  Certificate one = CertificateStore.find(c, merchantId, id, false);
                  return CertificateView.of(one, house.clock().instant())
                      .with(
                          CertificateList.memberName(c, merchantId, one.memberId()),
                          CertificateList.moves(c, merchantId, id));
                }));
  }

  private void issue(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    IssueRequest body = Http.parse(bytes, IssueRequest.class);
    Check check = new Check();
    long amount = amount(check, body.amount);
    String recipient = check.optional("recipient", body.recipient, 100);
    check.done();
    CertificateDesk.Order order =
        new CertificateDesk.Order(
            Http.id(body.kindId, ProblemCode.CERTIFICATE_KIND_NOT_FOUND),
            amount,
            body.memberId == null ? 0 : Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND),
            recipient == null ? "" : recipient,
            merchants.get(staff.merchantId()).zone());
    CertificateView made = desk.issue(asked(staff, "issue", key, bytes, 0), order, true);
    res.header(HeaderNames.LOCATION, "/api/v1/certificates/" + made.id());
    Http.send(res, 201, made);
  }

  private static long amount(Check check, @Nullable Long amount) {
    check.require(
        amount != null && amount > 0 && amount <= CertificateKind.LARGEST,
        "amount",
        "INVALID",
        "больше нуля",
        "above zero");
    return amount == null ? 0 : amount;
  }

  private void topUp(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    String key = Http.idempotencyKey(req);
    long id = id(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    TopUpRequest body = Http.parse(bytes, TopUpRequest.class);
    Check check = new Check();
    long amount = amount(check, body.amount);
    check.done();
    Http.send(res, 201, desk.topUp(asked(staff, "top-up", key, bytes, id), id, amount));
  }

  private void refund(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    String key = Http.idempotencyKey(req);
    long id = id(req);
    Http.send(res, 201, desk.refund(asked(staff, "refund", key, new byte[0], id), id));
  }

  private void reissue(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    String key = Http.idempotencyKey(req);
    long id = id(req);
    Http.send(res, 201, desk.reissue(asked(staff, "reissue", key, new byte[0], id), id));
  }

  private void setState(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    StateRequest body = Http.json(req, StateRequest.class);
    Check check = new Check();
    check.require(body.blocked != null, "blocked", "REQUIRED", "не заполнено", "is required");
    check.done();
    CertificateDesk.Asked asked = asked(staff, "state", "", new byte[0], id(req));
    Http.send(res, 200, desk.block(asked, id(req), Boolean.TRUE.equals(body.blocked)));
  }

  private void assign(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    MemberRequest body = Http.json(req, MemberRequest.class);
    long member = body.memberId == null ? 0 : Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    CertificateDesk.Asked asked = asked(staff, "member", "", new byte[0], id(req));
    Http.send(res, 200, desk.assign(asked, id(req), member));
  }

  private CertificateDesk.Asked asked(
      StaffPrincipal staff, String what, String key, byte[] body, long id) {
    byte[] all =
        (id + ":" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    return new CertificateDesk.Asked(
        staff.merchantId(),
        new Move.Hand(null, null, staff.name()),
        "certificate-" + what + ":staff:" + staff.staffId() + ":" + key,
        HexFormat.of().formatHex(Tokens.sha256(all)),
        (c, action, one, amount) ->
            audit.record(c, staff, action, "certificate:" + one, Map.of("amount", amount)));
  }

  private void listKinds(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CERTIFICATES_READ);
    Http.send(res, 200, Map.of("items", kinds.all(staff.merchantId())));
  }

  private void createKind(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CERTIFICATE_KINDS_CHANGE);
    Http.send(res, 201, kinds.create(staff, Http.json(req, KindRequest.class)));
  }

  private void changeKind(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CERTIFICATE_KINDS_CHANGE);
    KindRequest body = Http.json(req, KindRequest.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    Http.send(res, 200, kinds.change(staff, kindId(req), revision, body));
  }

  private void stopKind(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CERTIFICATE_KINDS_CHANGE);
    KindState body = Http.json(req, KindState.class);
    Check check = new Check();
    check.require(body.stopped != null, "stopped", "REQUIRED", "не заполнено", "is required");
    check.done();
    Http.send(res, 200, kinds.stop(staff, kindId(req), Boolean.TRUE.equals(body.stopped)));
  }

  private void report(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CERTIFICATES_READ).merchantId();
    ZoneId zone = merchants.get(merchantId).zone();
    LocalDate today = house.clock().instant().atZone(zone).toLocalDate();
    Check check = new Check();
    LocalDate last = day(check, "to", Http.query(req, "to")).orElse(today);
    LocalDate first = day(check, "from", Http.query(req, "from")).orElse(last.withDayOfMonth(1));
    check.require(
        !first.isAfter(last),
        "from",
        "AFTER_TO",
        "начало позже конца",
        "the start is after the end");
    check.done();
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
    Http.send(
        res,
        200,
        house
            .database()
            .inTenantRepeatable(merchantId, c -> CertificateReport.of(c, merchantId, from, until)));
  }

  private static Optional<LocalDate> day(Check check, String field, Optional<String> text) {
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      check.add(field, "INVALID", "день как 2026-11-30", "a day such as 2026-11-30");
      return Optional.empty();
    }
  }
}

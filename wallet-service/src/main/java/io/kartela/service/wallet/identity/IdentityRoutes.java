package io.kartela.service.wallet.identity;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The owner's certificates and keys. Secrets come in and never go out. */
final class IdentityRoutes implements Routes {
  private static final int FILE = 100_000;

  /** Google's numbers of issuers have nineteen digits today. */
  private static final Pattern ISSUER = Pattern.compile("[1-9][0-9]{9,19}");

  private final Sessions sessions;
  private final Identities identities;
  private final InstantSource clock;

  IdentityRoutes(Sessions sessions, Identities identities, InstantSource clock) {
    this.sessions = sessions;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * @param p12 base64
   * @param pem key and certificate, or an NFC key
   * @param json Google's file
   * @param intermediate Apple's WWDR certificate: PEM, or DER in base64
   * @param issuerId for a Google account: whom it acts for, when that is the merchant's own issuer
   */
  private record ImportRequest(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String p12,
      @Nullable String pem,
      @Nullable String json,
      @Nullable String password,
      @Nullable String intermediate,
      @Nullable String issuerId,
      @Nullable Boolean generate) {

    @Override
    public String toString() {
      return "ImportRequest[" + kind + "]";
    }
  }

  private record CsrRequest(@Nullable String email, @Nullable String name) {}

  private record CertificateRequest(@Nullable String certificate, @Nullable String intermediate) {}

  private record IdentityView(
      String id,
      String kind,
      String state,
      String name,
      JsonNode detail,
      @Nullable Instant notBefore,
      @Nullable Instant notAfter,
      @Nullable Long daysLeft,
      @Nullable String warning,
      String createdBy,
      Instant createdAt,
      @Nullable Instant activatedAt) {}

  private record IdentityList(List<IdentityView> items) {}

  private record Objection(String code, LocalText text) {}

  private record Preflight(boolean valid, List<Objection> problems) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    String base = "/api/v1/identities";
    routing.get(base, this::list);
    routing.post(base, this::create);
    routing.post(base + "/check", this::check);
    routing.post(base + "/requests", this::request);
    routing.get(base + "/{identityId}", this::get);
    routing.delete(base + "/{identityId}", this::delete);
    routing.post(base + "/{identityId}/certificate", this::complete);
    routing.post(base + "/{identityId}/activate", this::activate);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    Http.send(
        res,
        200,
        new IdentityList(identities.all(staff.merchantId()).stream().map(this::view).toList()));
  }

  private void get(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    Http.send(res, 200, view(identities.get(staff.merchantId(), id(req))));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    ImportRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), ImportRequest.class);
    Check check = new Check();
    String name = check.optional("name", body.name, 100);
    IdentityFiles files = files(check, body);
    created(res, identities.add(staff, files, name));
  }

  private void check(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    ImportRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), ImportRequest.class);
    Check check = new Check();
    String _ = check.optional("name", body.name, 100);
    IdentityFiles files = files(check, body);
    List<Objection> problems =
        identities.preflight(staff.merchantId(), files).stream()
            .map(p -> new Objection(p.reason().name(), LocalText.of(p)))
            .toList();
    Http.send(res, 200, new Preflight(problems.isEmpty(), problems));
  }

  private void request(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    CsrRequest body = Http.json(req, CsrRequest.class);
    Check check = new Check();
    String email = check.text("email", body.email, 200);
    String name = check.text("name", body.name, 64);
    check.done();
    created(res, identities.request(staff, email, name));
  }

  private void complete(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    long id = id(req);
    CertificateRequest body = Http.json(req, CertificateRequest.class);
    Check check = new Check();
    String certificate = check.text("certificate", body.certificate, FILE);
    String intermediate = check.text("intermediate", body.intermediate, FILE);
    check.done();
    Http.send(
        res,
        200,
        view(
            identities.complete(
                staff,
                id,
                IdentityFiles.pemOrDer(certificate),
                IdentityFiles.pemOrDer(intermediate))));
  }

  private void activate(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    Http.send(res, 200, view(identities.activate(staff, id(req))));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    identities.delete(staff, id(req));
    Http.noContent(res);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "identityId", ProblemCode.IDENTITY_NOT_FOUND);
  }

  private void created(ServerResponse res, IdentityStore.Row row) {
    res.header(HeaderNames.LOCATION, "/api/v1/identities/" + row.id());
    Http.send(res, 201, view(row));
  }

  private static IdentityFiles files(Check check, ImportRequest body) {
    check.require(body.kind != null, "kind", "REQUIRED", "не заполнено", "is required");
    check.oneOf("kind", body.kind, "APPLE_PASS", "GOOGLE_ACCOUNT", "NFC_KEY");
    boolean small = body.p12 == null || body.p12.length() <= FILE;
    check.require(
        small,
        "p12",
        "TOO_LONG",
        "файл больше 75 КБ — это не ключ и не сертификат",
        "the file is larger than 75 KB: it is neither a key nor a certificate");
    String p12 = small ? check.optional("p12", body.p12, FILE) : null;
    String pem = check.optional("pem", body.pem, FILE);
    String json = check.optional("json", body.json, FILE);
    // As it is: spaces at an end may be meant.
    String password = body.password == null || body.password.isEmpty() ? null : body.password;
    check.require(
        password == null || password.length() <= 500,
        "password",
        "TOO_LONG",
        "не длиннее 500 знаков",
        "at most 500 characters");
    String intermediate = check.optional("intermediate", body.intermediate, FILE);
    boolean generate = Boolean.TRUE.equals(body.generate);
    boolean apple = "APPLE_PASS".equals(body.kind);
    boolean google = "GOOGLE_ACCOUNT".equals(body.kind);
    boolean enough =
        !small
            || (apple
                ? p12 != null || pem != null
                : google ? json != null : pem != null || generate);
    String issuerId = check.optional("issuerId", body.issuerId, 20);
    check.require(
        issuerId == null || (google && ISSUER.matcher(issuerId).matches()),
        "issuerId",
        "INVALID",
        google ? "от 10 до 20 цифр, как в консоли Google" : "бывает только у Google",
        google ? "10 to 20 digits, as in Google's console" : "only Google has one");
    check.require(
        enough,
        apple ? "p12" : google ? "json" : "pem",
        "REQUIRED",
        "нужен файл: p12 или pem, для Google json, для NFC pem или generate",
        "a file is wanted: p12 or pem, json for Google, pem or generate for NFC");
    check.done();
    return new IdentityFiles(
        IdentityKind.valueOf(body.kind == null ? "NFC_KEY" : body.kind),
        p12 == null ? null : IdentityFiles.pemOrDer(p12),
        google ? json : pem,
        password,
        intermediate == null ? null : IdentityFiles.pemOrDer(intermediate),
        issuerId,
        generate);
  }

  private IdentityView view(IdentityStore.Row row) {
    Instant end = row.notAfter();
    Long days =
        end == null
            ? null
            : Math.floorDiv(Duration.between(clock.instant(), end).toSeconds(), 86_400L);
    return new IdentityView(
        Long.toString(row.id()),
        row.kind().name(),
        row.state(),
        row.name(),
        row.detail(),
        row.notBefore(),
        end,
        days,
        days == null ? null : IdentityWarnings.level(days),
        row.createdBy(),
        row.createdAt(),
        row.activatedAt());
  }
}

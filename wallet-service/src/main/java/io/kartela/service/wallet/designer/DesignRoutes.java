package io.kartela.service.wallet.designer;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.design.DesignProblem;
import io.kartela.service.wallet.design.DesignReader;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.pass.PassReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Designs in the cabinet: the marketer reads and tries, the owner changes and publishes. */
public final class DesignRoutes implements Routes {
  private static final long MOST_BALANCE = 100_000_000;

  private final Sessions sessions;
  private final DesignStore store;
  private final SampleCards samples;
  private final Runnable restyle;
  private final GoogleAddresses addresses;
  private final InstantSource clock;

  public DesignRoutes(
      House house,
      Sessions sessions,
      DesignStore store,
      SampleCards samples,
      GoogleAddresses addresses,
      Runnable restyle) {
    this.sessions = sessions;
    this.store = store;
    this.samples = samples;
    this.restyle = restyle;
    this.addresses = addresses;
    this.clock = house.clock();
  }

  private record DraftRequest(@Nullable JsonNode document, @Nullable Integer revision) {}

  private record TryRequest(
      @Nullable JsonNode document,
      @Nullable String tier,
      @Nullable String lang,
      @Nullable String customer,
      @Nullable Long balance,
      @Nullable String memberId) {}

  private record PublishRequest(@Nullable Integer revision) {}

  private record CurrentView(
      int number,
      @Nullable Instant publishedAt,
      @Nullable String publishedBy,
      JsonNode document,
      Restyles.@Nullable Restyle restyle) {}

  private record DraftView(
      int revision,
      int basedOn,
      @Nullable String updatedBy,
      @Nullable Instant updatedAt,
      boolean valid,
      List<DesignProblem> problems,
      List<DesignProblem> warnings,
      JsonNode document) {}

  private record Validation(
      boolean valid, List<DesignProblem> problems, List<DesignProblem> warnings) {}

  private record VersionHead(int number, Instant publishedAt, String publishedBy) {}

  private record VersionPage(List<VersionHead> items, @Nullable String nextCursor) {}

  private record VersionView(
      int number, Instant publishedAt, String publishedBy, JsonNode document) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    String base = "/api/v1/design";
    routing.get(base, this::current);
    routing.get(base + "/draft", this::draft);
    routing.put(base + "/draft", this::change);
    routing.delete(base + "/draft", this::discard);
    routing.post(base + "/validate", this::validate);
    routing.post(base + "/preview", this::preview);
    routing.post(base + "/publish", this::publish);
    routing.get(base + "/versions", this::versions);
    routing.get(base + "/versions/{number}", this::version);
    routing.get(base + "/reach", this::reach);
  }

  /** For everybody: each member's card shows it, and so does the poster. */
  private void current(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    Restyles.Restyle way = store.restyle(merchantId).orElse(null);
    Http.send(
        res,
        200,
        store
            .current(merchantId)
            .map(
                v ->
                    new CurrentView(
                        v.number(), v.publishedAt(), v.publishedBy(), json(v.document()), way))
            .orElseGet(
                () -> new CurrentView(0, null, null, json(DesignVersion.firstDocument()), way)));
  }

  private void draft(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    send(res, merchantId, store.draft(merchantId));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.DESIGN_CHANGE);
    DraftRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), DraftRequest.class);
    Check check = new Check();
    String document = document(check, body.document);
    int revision = revision(check, body.revision);
    check.done();
    send(res, staff.merchantId(), store.save(staff, document, revision));
  }

  private void discard(ServerRequest req, ServerResponse res) {
    store.discard(sessions.require(req, Action.DESIGN_CHANGE));
    Http.noContent(res);
  }

  private void validate(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    TryRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), TryRequest.class);
    Check check = new Check();
    String document = document(check, body.document);
    check.done();
    DesignReader.Result result = store.check(merchantId, document);
    Http.send(
        res,
        200,
        new Validation(result.problems().isEmpty(), result.problems(), result.warnings()));
  }

  /**
   * Of a given document for everybody, as the poster draws it; of the draft for who may see that.
   */
  private void preview(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    TryRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), TryRequest.class);
    if (body.document == null) {
      sessions.require(req, Action.DESIGN_READ);
    }
    Check check = new Check();
    String document =
        body.document == null ? store.draft(merchantId).document() : document(check, body.document);
    String tier = check.optional("tier", body.tier, 100);
    check.oneOf("lang", body.lang, "ru", "en");
    String lang = body.lang;
    SampleCard.Customer customer = SampleCard.Customer.of(body.customer);
    check.require(
        body.customer == null || customer != null,
        "customer",
        "INVALID",
        Arrays.toString(SampleCard.Customer.values()),
        Arrays.toString(SampleCard.Customer.values()));
    check.require(
        body.balance == null || (body.balance >= 0 && body.balance <= MOST_BALANCE),
        "balance",
        "OUT_OF_RANGE",
        "от 0 до " + MOST_BALANCE,
        "from 0 to " + MOST_BALANCE);
    check.done();
    DesignVersion design = store.prepare(merchantId, document);
    Lang drawn = lang == null ? Http.lang(req) : Lang.of(lang);
    SampleCard.Wish wish =
        new SampleCard.Wish(
            customer == null ? SampleCard.Customer.REGULAR : customer, tier, body.balance, drawn);
    PassReader.Card card =
        body.memberId == null
            ? samples.of(merchantId, wish, design)
            : samples.ofMember(
                merchantId, Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND), wish, design);
    List<DesignProblem> warnings = store.check(merchantId, document).warnings();
    Http.send(res, 200, CardPreviews.of(card, addresses, clock.instant(), drawn, warnings));
  }

  private void publish(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.DESIGN_CHANGE);
    PublishRequest body = Http.json(req, PublishRequest.class);
    Check check = new Check();
    int revision = revision(check, body.revision);
    check.done();
    DesignVersions.Version made = store.publish(staff, revision);
    restyle.run();
    res.header(HeaderNames.LOCATION, "/api/v1/design/versions/" + made.number());
    Http.send(res, 201, view(made));
  }

  private void versions(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    int limit = Http.limit(req);
    int before = Http.query(req, "cursor", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<DesignVersions.Version> found = store.page(merchantId, before, limit + 1);
    boolean more = found.size() > limit;
    List<VersionHead> shown =
        found.stream()
            .limit(limit)
            .map(v -> new VersionHead(v.number(), v.publishedAt(), v.publishedBy()))
            .toList();
    Http.send(
        res, 200, new VersionPage(shown, more ? Integer.toString(shown.getLast().number()) : null));
  }

  private void version(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    long number = Http.id(req, "number", ProblemCode.DESIGN_NOT_FOUND);
    Http.send(
        res,
        200,
        view(
            store
                .version(merchantId, (int) Math.min(number, Integer.MAX_VALUE))
                .orElseThrow(() -> new Problem(ProblemCode.DESIGN_NOT_FOUND))));
  }

  private void reach(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, store.reach(sessions.require(req, Action.DESIGN_READ).merchantId()));
  }

  private static String document(Check check, @Nullable JsonNode document) {
    check.require(
        document != null && document.isObject(),
        "document",
        "REQUIRED",
        "нужен документ",
        "a document is wanted");
    String text = document == null ? "" : document.toString();
    check.require(
        text.length() <= DesignReader.MAX_CHARS && text.indexOf('\0') < 0,
        "document",
        "TOO_LONG",
        "документ слишком велик",
        "the document is too large");
    return text;
  }

  private static int revision(Check check, @Nullable Integer revision) {
    check.require(
        revision != null && revision >= 0,
        "revision",
        "REQUIRED",
        "нужна редакция, которую вы видели",
        "the revision you saw is wanted");
    return revision == null ? 0 : revision;
  }

  private void send(ServerResponse res, long merchantId, DesignStore.Draft draft) {
    DesignReader.Result result = store.check(merchantId, draft.document());
    Http.send(
        res,
        200,
        new DraftView(
            draft.revision(),
            draft.basedOn(),
            draft.updatedBy(),
            draft.updatedAt(),
            result.problems().isEmpty(),
            result.problems(),
            result.warnings(),
            json(draft.document())));
  }

  private static VersionView view(DesignVersions.Version v) {
    return new VersionView(v.number(), v.publishedAt(), v.publishedBy(), json(v.document()));
  }

  private static JsonNode json(String document) {
    return Http.JSON.readTree(document);
  }
}

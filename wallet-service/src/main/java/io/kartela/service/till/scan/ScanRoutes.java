package io.kartela.service.till.scan;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** From what the reader gave to a member, or a refusal that says what was wrong with it. */
public final class ScanRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Database database;
  private final Ids ids;
  private final Stores stores;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final Resolver resolver;
  private final ScanResults results;
  private final InstantSource clock;
  private final Velocity velocity;
  private final ScanTraces traces = new ScanTraces();

  private record ScanRequest(
      @Nullable String text, @Nullable String symbology, @Nullable String source) {}

  /** What the transaction that left the trace has to say. */
  private sealed interface Said {
    record Result(ScanResults.ScanResult result) implements Said {}

    record No(Problem problem) implements Said {}
  }

  public ScanRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Resolver resolver,
      ScanResults results,
      Velocity velocity) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.stores = stores;
    this.cashiers = cashiers;
    this.rules = rules;
    this.resolver = resolver;
    this.results = results;
    this.velocity = velocity;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/scans", this::scan);
  }

  private void scan(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    TillSettings settings = rules.of(alone.merchantId());
    velocity.scan(alone, settings);
    ScanRequest body = Http.json(req, ScanRequest.class);
    Check check = new Check();
    String text = check(check, body);
    String symbology = check.optional("symbology", body.symbology, 40);
    check.oneOf("source", body.source, "WEDGE", "CAMERA", "MANUAL", "NFC", "SERIAL");
    check.done();
    Instant now = clock.instant();
    RegisterPrincipal register =
        cashiers.working(
            alone, Http.header(req, CASHIER).orElse(null), null, now, settings.cashierRequired());
    long id = ids.next();
    Resolver.Ask ask =
        new Resolver.Ask(
            register.merchantId(), text, symbology, body.source, now, settings, "scan:" + id);
    Said said = database.inTenant(register.merchantId(), c -> answer(c, register, id, ask));
    switch (said) {
      case Said.Result(ScanResults.ScanResult result) -> Http.send(res, 200, result);
      case Said.No(Problem problem) -> throw problem;
    }
  }

  private static String check(Check check, ScanRequest body) {
    String text = body.text == null ? "" : body.text;
    check.require(!text.isBlank(), "text", "REQUIRED", "не заполнено", "is required");
    check.require(
        text.length() <= 4096,
        "text",
        "TOO_LONG",
        "не длиннее 4096 знаков",
        "at most 4096 characters");
    return text;
  }

  private Said answer(Connection c, RegisterPrincipal register, long id, Resolver.Ask ask)
      throws SQLException {
    Resolution resolution = Newcomers.judge(c, register, resolver.resolve(c, ask), ask.at());
    return switch (resolution) {
      case Resolution.Refused refused -> {
        velocity.refused(c, register, ask.settings(), refused.problem());
        String outcome = refused.problem().code().name();
        traces.record(c, register, id, ask.at(), ask, refused, outcome);
        yield new Said.No(refused.problem());
      }
      case Resolution.Found found -> {
        var tooOften = velocity.found(c, register, found.memberId(), ask.settings());
        traces.record(
            c, register, id, ask.at(), ask, found, tooOften.isEmpty() ? "FOUND" : "TOO_OFTEN");
        yield tooOften.isPresent()
            ? new Said.No(tooOften.get())
            : new Said.Result(results.of(c, register, id, found, ask));
      }
    };
  }
}

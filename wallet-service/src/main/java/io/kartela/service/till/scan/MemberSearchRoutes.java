package io.kartela.service.till.scan;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register's way to a member who shows nothing and remembers no number. */
public final class MemberSearchRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  /** What identified the member, in traces and answers. */
  private static final String SEARCH = "SEARCH";

  private final Database database;
  private final Ids ids;
  private final Stores stores;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final MemberSearches searches;
  private final Scans scans;
  private final InstantSource clock;
  private final ScanTraces traces = new ScanTraces();

  /** What a choice has in common with a scan. */
  public record Scans(ScanResults results, Velocity velocity) {}

  private record SearchRequest(@Nullable String text) {}

  private record Choice(@Nullable Integer item) {}

  private sealed interface Said {
    record Result(ScanResults.ScanResult result) implements Said {}

    record No(Problem problem) implements Said {}
  }

  public MemberSearchRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Programs programs,
      Audit audit,
      Scans scans) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.stores = stores;
    this.cashiers = cashiers;
    this.rules = rules;
    this.searches = new MemberSearches(house, programs, audit);
    this.scans = scans;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/member-searches", this::search);
    routing.post("/api/v1/member-searches/{searchId}/choice", this::choose);
  }

  private RegisterPrincipal working(ServerRequest req, Instant now) {
    RegisterPrincipal alone = stores.authenticate(req);
    TillSettings settings = rules.of(alone.merchantId());
    RegisterPrincipal register =
        cashiers.working(
            alone, Http.header(req, CASHIER).orElse(null), null, now, settings.cashierRequired());
    if (!settings.memberSearch()) {
      throw new Problem(ProblemCode.MEMBER_SEARCH_OFF);
    }
    return register;
  }

  private void search(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = working(req, clock.instant());
    Check check = new Check();
    MemberQuery query = MemberQuery.of(check, Http.json(req, SearchRequest.class).text);
    check.done();
    Http.send(res, 200, searches.find(register, rules.of(register.merchantId()), query));
  }

  private void choose(ServerRequest req, ServerResponse res) {
    Instant now = clock.instant();
    RegisterPrincipal register = working(req, now);
    TillSettings settings = rules.of(register.merchantId());
    scans.velocity.scan(register, settings);
    long searchId = Http.id(req, "searchId", ProblemCode.MEMBER_SEARCH_OVER);
    Choice choice = Http.json(req, Choice.class);
    Check check = new Check();
    int item = choice.item == null ? 0 : choice.item;
    check.require(
        item >= 1 && item <= MemberSearches.MOST,
        "item",
        "OUT_OF_RANGE",
        "от 1 до " + MemberSearches.MOST,
        "1 to " + MemberSearches.MOST);
    check.done();
    Said said =
        database.inTenant(
            register.merchantId(),
            c -> {
              MemberRef member = searches.chosen(c, register, searchId, item, now);
              return chosen(c, register, settings, member, now);
            });
    switch (said) {
      case Said.Result(ScanResults.ScanResult result) -> Http.send(res, 200, result);
      case Said.No(Problem problem) -> throw problem;
    }
  }

  /** As a scan that found the member, with its trace, and with no proof of anything. */
  private Said chosen(
      Connection c,
      RegisterPrincipal register,
      TillSettings settings,
      MemberRef member,
      Instant now)
      throws SQLException {
    if (member.blocked()) {
      return new Said.No(new Problem(ProblemCode.CARD_BLOCKED));
    }
    long id = ids.next();
    Resolver.Ask ask =
        new Resolver.Ask(register.merchantId(), "", null, SEARCH, now, settings, "search:" + id);
    Resolution.Found found =
        new Resolution.Found(
            member,
            SEARCH,
            Presence.SEARCHED,
            null,
            Reading.Medium.PHONE.name(),
            List.of(),
            "",
            true,
            List.of());
    Optional<Problem> tooOften = scans.velocity.found(c, register, member.id(), settings);
    traces.record(c, register, id, now, ask, found, tooOften.isEmpty() ? "FOUND" : "TOO_OFTEN");
    return tooOften.isPresent()
        ? new Said.No(tooOften.get())
        : new Said.Result(scans.results.of(c, register, id, found, ask));
  }
}

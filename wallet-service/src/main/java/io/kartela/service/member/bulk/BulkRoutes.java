package io.kartela.service.member.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.bulk.BulkJob.Outcome;
import io.kartela.service.member.profile.MemberChoice;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changing many members at once, from the cabinet's list. */
final class BulkRoutes implements Routes {
  /** A billion roubles, in minor units. */
  private static final long MOST_BONUSES = 100_000_000_000L;

  private final Sessions sessions;
  private final Merchants merchants;
  private final Bulks bulks;
  private final MemberChoice choice;
  private final InstantSource clock;
  private final Runnable begun;

  private record NewAction(
      @Nullable String kind,
      @Nullable String tag,
      @Nullable Long amount,
      @Nullable LocalDate expiresOn,
      @Nullable String reason) {}

  private record NewJob(MemberChoice.@Nullable Wanted who, @Nullable NewAction action) {}

  private record Preview(MemberChoice.@Nullable Wanted who) {}

  private record Failure(String memberId, String name, String outcome, String code) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      String id,
      String kind,
      @Nullable String tag,
      @Nullable Long amount,
      @Nullable String reason,
      String state,
      Map<Outcome, Long> outcomes,
      String author,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable List<Failure> failures) {
    static View of(BulkJob job, @Nullable List<BulkStore.Sick> sick) {
      BulkAction a = job.action();
      return new View(
          Long.toString(job.id()),
          a.kind().name(),
          a.tag(),
          a.amount() == 0 ? null : a.amount(),
          a.reason().isEmpty() ? null : a.reason(),
          job.state().name(),
          job.outcomes(),
          job.author(),
          job.startedAt(),
          job.finishedAt(),
          sick == null
              ? null
              : sick.stream()
                  .map(
                      s ->
                          new Failure(
                              Long.toString(s.memberId()), s.name(), s.outcome().name(), s.code()))
                  .toList());
    }
  }

  BulkRoutes(
      Sessions sessions,
      Merchants merchants,
      Bulks bulks,
      MemberChoice choice,
      InstantSource clock,
      Runnable begun) {
    this.sessions = sessions;
    this.merchants = merchants;
    this.bulks = bulks;
    this.choice = choice;
    this.clock = clock;
    this.begun = begun;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/bulk-jobs/preview", this::preview);
    routing.post("/api/v1/bulk-jobs", this::begin);
    routing.get("/api/v1/bulk-jobs", this::list);
    routing.get("/api/v1/bulk-jobs/{jobId}", this::get);
    routing.post("/api/v1/bulk-jobs/{jobId}/undo", this::undo);
  }

  private StaffPrincipal marketer(ServerRequest req) {
    return sessions.require(req, Action.MEMBERS_BULK);
  }

  private void preview(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    Preview body = Http.parse(Http.body(req, Http.LARGE_BODY), Preview.class);
    MemberChoice.Chosen chosen = choice.read(staff, body.who, new Check());
    Http.send(res, 200, Map.of("members", bulks.count(staff, chosen)));
  }

  private void begin(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    String key = staff.staffId() + ":" + Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.LARGE_BODY);
    NewJob body = Http.parse(bytes, NewJob.class);
    Check check = new Check();
    BulkAction action = action(check, body.action, merchants.get(staff.merchantId()).zone());
    MemberChoice.Chosen chosen = choice.read(staff, body.who, check);
    staff.require(action.kind().one);
    var request = new BulkStore.Request(key, HexFormat.of().formatHex(Tokens.sha256(bytes)));
    BulkJob job = bulks.begin(staff, action, chosen, request);
    begun.run();
    res.header(HeaderNames.LOCATION, "/api/v1/bulk-jobs/" + job.id());
    Http.send(res, 202, View.of(job, null));
  }

  private BulkAction action(Check check, @Nullable NewAction given, ZoneId zone) {
    NewAction a = given == null ? new NewAction(null, null, null, null, null) : given;
    String[] kinds = Arrays.stream(BulkAction.Kind.values()).map(Enum::name).toArray(String[]::new);
    String named = check.text("action.kind", a.kind, 20);
    check.oneOf("action.kind", named.isEmpty() ? null : named, kinds);
    check.done();
    BulkAction.Kind kind = BulkAction.Kind.valueOf(named);
    String tag = kind.tags() ? check.line("action.tag", a.tag, MemberTags.LONGEST) : null;
    String reason = kind.tags() ? "" : check.text("action.reason", a.reason, 500);
    if (kind != BulkAction.Kind.CREDIT) {
      return new BulkAction(kind, tag, 0, null, reason);
    }
    long amount = a.amount == null ? 0 : a.amount;
    check.require(
        amount > 0 && amount <= MOST_BONUSES,
        "action.amount",
        "INVALID",
        "больше нуля и не больше миллиарда",
        "above zero and at most a billion");
    LocalDate last = a.expiresOn;
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    check.require(
        last == null || (!last.isBefore(today) && last.isBefore(today.plusYears(100))),
        "action.expiresOn",
        "INVALID",
        "не раньше сегодня и не дальше ста лет",
        "not before today and within a hundred years");
    @Nullable Instant expires =
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    return new BulkAction(kind, null, amount, expires, reason);
  }

  private void list(ServerRequest req, ServerResponse res) {
    List<View> items =
        bulks.newest(marketer(req).merchantId()).stream().map(job -> View.of(job, null)).toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private void get(ServerRequest req, ServerResponse res) {
    Bulks.Seen seen = bulks.see(marketer(req).merchantId(), id(req));
    Http.send(res, 200, View.of(seen.job(), seen.sick()));
  }

  private void undo(ServerRequest req, ServerResponse res) {
    BulkJob job = bulks.undo(marketer(req), id(req));
    begun.run();
    Http.send(res, 202, View.of(job, null));
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "jobId", ProblemCode.BULK_JOB_NOT_FOUND);
  }
}

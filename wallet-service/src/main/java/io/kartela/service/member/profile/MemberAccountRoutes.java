package io.kartela.service.member.profile;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.Adjustments;
import io.kartela.service.account.LotView;
import io.kartela.service.account.OperationView;
import io.kartela.service.account.Transfers;
import io.kartela.service.account.Voids;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member's bonus account in the cabinet: its statement, corrections and transfers. */
public final class MemberAccountRoutes implements Routes {
  /** A billion roubles, in minor units. */
  private static final long MAX_ADJUSTMENT = 100_000_000_000L;

  private final Sessions sessions;
  private final Database database;
  private final Members members = new Members();
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final Adjustments adjustments;
  private final Transfers transfers;
  private final Voids voids;
  private final Programs programs;
  private final InstantSource clock;

  /** More grants at once than anybody reads. */
  private static final int MOST_LOTS = 200;

  private record VoidRequest(@Nullable String reason) {}

  private record OperationPage(List<OperationView> items, @Nullable String nextCursor) {}

  private record Adjustment(
      @Nullable Long amount, @Nullable String reason, @Nullable LocalDate expiresOn) {}

  private record TransferRequest(
      @Nullable String toMemberId, @Nullable Long amount, @Nullable String reason) {}

  public MemberAccountRoutes(House house, Sessions sessions, Programs programs, Audit audit) {
    this.sessions = sessions;
    this.database = house.database();
    this.adjustments = new Adjustments(house, audit);
    this.transfers = new Transfers(house, audit);
    this.voids = new Voids(house, audit);
    this.programs = programs;
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/operations", this::operations);
    routing.get("/api/v1/members/{memberId}/lots", this::lots);
    routing.post("/api/v1/members/{memberId}/lots/{lotId}/void", this::voidLot);
    routing.post("/api/v1/members/{memberId}/adjustments", this::adjust);
    routing.post("/api/v1/members/{memberId}/transfers", this::transfer);
  }

  private MemberRef require(Connection c, long merchantId, long id) throws SQLException {
    return members
        .find(c, merchantId, id)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }

  private void operations(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    long before = Http.cursor(req).orElse(AccountStatement.NEWEST);
    int limit = Http.limit(req);
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(),
            c -> {
              require(c, staff.merchantId(), id);
              AccountStatement.Page page =
                  accounts.statement(c, staff.merchantId(), id, before, limit);
              return new OperationPage(
                  Told.of(c, staff.merchantId(), id, page.lines()),
                  page.next() == 0 ? null : Long.toString(page.next()));
            }));
  }

  private void lots(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    List<LotView> lots =
        database.inTenant(
            merchantId,
            c -> {
              require(c, merchantId, id);
              return accounts.lots(c, merchantId, id, clock.instant(), MOST_LOTS);
            });
    Http.send(res, 200, Map.of("items", lots));
  }

  private void voidLot(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.BALANCE_CORRECT);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    long lot = Http.id(req, "lotId", ProblemCode.GRANT_NOT_FOUND);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    VoidRequest body = Http.parse(bytes, VoidRequest.class);
    Check check = new Check();
    String reason = check.text("reason", body.reason, 500);
    check.done();
    database.inTenant(staff.merchantId(), c -> require(c, staff.merchantId(), id));
    String hash = HexFormat.of().formatHex(Tokens.sha256(bytes)) + ":" + id + ":" + lot;
    Http.sendJson(res, 201, voids.book(staff, new Voids.Wanted(id, lot, reason, key, hash)));
  }

  private void adjust(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.BALANCE_ADJUST);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    String hash = HexFormat.of().formatHex(Tokens.sha256(bytes)) + ":" + id;
    Optional<byte[]> before = adjustments.earlier(staff, key, hash);
    if (before.isPresent()) {
      Http.sendJson(res, 201, before.get());
      return;
    }
    Adjustment body = Http.parse(bytes, Adjustment.class);
    Check check = new Check();
    String reason = check.text("reason", body.reason, 500);
    long amount = body.amount == null ? 0 : body.amount;
    check.require(
        amount != 0 && amount >= -MAX_ADJUSTMENT && amount <= MAX_ADJUSTMENT,
        "amount",
        "INVALID",
        "не ноль и не больше миллиарда",
        "not zero and at most a billion");
    check.require(
        body.expiresOn == null || amount > 0,
        "expiresOn",
        "INVALID",
        "только для начисления",
        "only for a credit");
    var zone = programs.current(staff.merchantId()).program().zone();
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    check.require(
        body.expiresOn == null || !body.expiresOn.isBefore(today),
        "expiresOn",
        "IN_THE_PAST",
        "дата уже прошла",
        "lies in the past");
    check.require(
        body.expiresOn == null || body.expiresOn.isBefore(today.plusYears(100)),
        "expiresOn",
        "TOO_FAR",
        "дальше ста лет",
        "is more than a hundred years away");
    check.done();
    Instant expires =
        body.expiresOn == null
            ? io.kartela.ledger.Times.NEVER
            : body.expiresOn.plusDays(1).atStartOfDay(zone).toInstant();
    database.inTenant(staff.merchantId(), c -> require(c, staff.merchantId(), id));
    byte[] answer = adjustments.book(staff, id, amount, expires, reason, key, hash);
    Http.sendJson(res, 201, answer);
  }

  private void transfer(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.BALANCE_CORRECT);
    long from = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    String hash = HexFormat.of().formatHex(Tokens.sha256(bytes)) + ":" + from;
    Optional<byte[]> before = transfers.earlier(staff, key, hash);
    if (before.isPresent()) {
      Http.sendJson(res, 201, before.get());
      return;
    }
    TransferRequest body = Http.parse(bytes, TransferRequest.class);
    Check check = new Check();
    check.require(body.toMemberId != null, "toMemberId", "REQUIRED", "не заполнено", "is required");
    String reason = check.text("reason", body.reason, 500);
    long amount = body.amount == null ? 0 : body.amount;
    check.require(
        amount > 0 && amount <= MAX_ADJUSTMENT,
        "amount",
        "INVALID",
        "больше нуля и не больше миллиарда",
        "above zero and at most a billion");
    check.done();
    long to = Http.id(body.toMemberId, ProblemCode.MEMBER_NOT_FOUND);
    if (from == to) {
      throw new Problem(ProblemCode.SAME_MEMBER);
    }
    database.inTenant(
        staff.merchantId(),
        c -> {
          require(c, staff.merchantId(), from);
          return require(c, staff.merchantId(), to);
        });
    Http.sendJson(
        res, 201, transfers.book(staff, new Transfers.Wanted(from, to, amount, reason, key, hash)));
  }
}

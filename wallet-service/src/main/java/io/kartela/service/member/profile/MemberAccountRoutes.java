package io.kartela.service.member.profile;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.Adjustments;
import io.kartela.service.account.OperationView;
import io.kartela.service.account.Transfers;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member's bonus account in the cabinet: its statement, corrections and transfers. */
final class MemberAccountRoutes implements Routes {
  /** A billion roubles, in minor units. */
  private static final long MAX_ADJUSTMENT = 100_000_000_000L;

  private final Sessions sessions;
  private final Database database;
  private final Members members;
  private final Accounts accounts;
  private final Adjustments adjustments;
  private final Transfers transfers;
  private final Programs programs;
  private final InstantSource clock;

  private record OperationPage(List<OperationView> items, @Nullable String nextCursor) {}

  private record Adjustment(
      @Nullable Long amount, @Nullable String reason, @Nullable LocalDate expiresOn) {}

  private record TransferRequest(
      @Nullable String toMemberId, @Nullable Long amount, @Nullable String reason) {}

  MemberAccountRoutes(
      Sessions sessions,
      Database database,
      Members members,
      Accounts accounts,
      Adjustments adjustments,
      Transfers transfers,
      Programs programs,
      InstantSource clock) {
    this.sessions = sessions;
    this.database = database;
    this.members = members;
    this.accounts = accounts;
    this.adjustments = adjustments;
    this.transfers = transfers;
    this.programs = programs;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/operations", this::operations);
    routing.post("/api/v1/members/{memberId}/adjustments", this::adjust);
    routing.post("/api/v1/members/{memberId}/transfers", this::transfer);
  }

  private MemberRef require(Connection c, long merchantId, long id) throws SQLException {
    return members
        .find(c, merchantId, id)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }

  private void operations(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.CASHIER);
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
                  page.lines().stream().map(OperationView::of).toList(),
                  page.next() == 0 ? null : Long.toString(page.next()));
            }));
  }

  private void adjust(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.OWNER);
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
    StaffPrincipal staff = sessions.require(req, Role.OWNER);
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

package io.kartela.service.merge;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.Cards;
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
import io.kartela.service.wallet.pass.Passes;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owner joins two records of one person. */
public final class MergeRoutes implements Routes {
  private final Sessions sessions;
  private final Merges merges;
  private final Members members = new Members();
  private final Database database;

  private record MergeRequest(@Nullable String memberId, @Nullable String reason) {}

  public MergeRoutes(
      House house, Sessions sessions, Cards cards, Passes passes, Programs programs, Audit audit) {
    this.sessions = sessions;
    this.database = house.database();
    this.merges = new Merges(house, cards, passes, programs, audit);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/doubles", this::doubles);
    routing.post("/api/v1/members/{memberId}/merges", this::merge);
  }

  private void doubles(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_MERGE).merchantId();
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    List<Doubles.Alike> found =
        database.inTenant(
            merchantId,
            c -> {
              if (members.find(c, merchantId, id).isEmpty()) {
                throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
              }
              return Doubles.of(c, merchantId, id);
            });
    Http.send(res, 200, Map.of("items", found));
  }

  private void merge(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_MERGE);
    long into = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    MergeRequest body = Http.parse(bytes, MergeRequest.class);
    Check check = new Check();
    check.require(body.memberId != null, "memberId", "REQUIRED", "не заполнено", "is required");
    String reason = check.text("reason", body.reason, 500);
    check.done();
    long from = Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    if (from == into) {
      throw new Problem(ProblemCode.SAME_MEMBER);
    }
    String hash = HexFormat.of().formatHex(Tokens.sha256(bytes)) + ":" + into;
    Http.sendJson(res, 201, merges.book(staff, new Merges.Wanted(into, from, reason, key, hash)));
  }
}

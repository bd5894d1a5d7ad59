package io.kartela.service.till.plastic;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.till.plastic.Reissues.Reason;
import org.jspecify.annotations.Nullable;

/** Another wallet card for a member. */
public final class ReissueRoutes implements Routes {
  private static final int BODY_LIMIT = 4_096;

  private final Sessions sessions;
  private final Reissues reissues;
  private final Runnable wakeDelivery;

  private record Request(@Nullable String reason, @Nullable Boolean send) {}

  public ReissueRoutes(House house, Sessions sessions, Reissues reissues) {
    this.sessions = sessions;
    this.reissues = reissues;
    this.wakeDelivery = house.wake();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/members/{memberId}/cards/reissue", this::reissue);
  }

  /** Without a body: the code leaked. Without a key every request is a wish of its own. */
  private void reissue(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARDS_CHANGE);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    byte[] text = Http.body(req, BODY_LIMIT);
    Request body = text.length == 0 ? new Request(null, null) : Http.parse(text, Request.class);
    Check check = new Check();
    check.oneOf("reason", body.reason, "CODE_LEAKED", "PHONE_LOST", "RENEWAL");
    boolean lost = "PHONE_LOST".equals(body.reason);
    boolean send = Boolean.TRUE.equals(body.send);
    check.require(
        lost || !send,
        "send",
        "INVALID",
        "ссылку отправляют, когда телефон потерян: иначе карта остаётся на месте",
        "a link is sent when the phone is lost: otherwise the card stays where it is");
    check.done();
    @Nullable String key =
        Http.header(req, Http.IDEMPOTENCY_KEY).isPresent() ? Http.idempotencyKey(req) : null;
    Reason reason = body.reason == null ? Reason.CODE_LEAKED : Reason.valueOf(body.reason);
    Reissues.Reissued done = reissues.reissue(staff, new Reissues.Wanted(id, reason, send, key));
    wakeDelivery.run();
    Http.send(res, 201, done);
  }
}

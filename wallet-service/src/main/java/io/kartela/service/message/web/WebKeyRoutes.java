package io.kartela.service.message.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.operator.OperatorAudit;
import io.kartela.service.shop.operator.OperatorSessionRoutes;
import io.kartela.service.shop.operator.OperatorSessions;

/** Where the operator has another key for browsers' notices made. */
public final class WebKeyRoutes implements Routes {
  private final House house;
  private final OperatorSessions sessions;
  private final WebKeys keys;
  private final OperatorAudit book;

  public WebKeyRoutes(House house, OperatorSessions sessions, WebKeys keys, OperatorAudit book) {
    this.house = house;
    this.sessions = sessions;
    this.keys = keys;
    this.book = book;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/operator/web-push/keys", this::renew);
  }

  private void renew(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    String _ = keys.renew();
    boolean _ =
        house
            .database()
            .asOperator(
                c -> {
                  book.record(c, "WEB_PUSH_KEY_RENEWED");
                  return true;
                });
    Http.noContent(res);
  }
}

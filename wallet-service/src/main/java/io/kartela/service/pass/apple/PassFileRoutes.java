package io.kartela.service.pass.apple;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.db.Database;
import io.kartela.service.http.Http;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.http.Routes;
import io.kartela.service.pass.PassReader;

/**
 * {@code GET /c/{token}.pkpass}: what "Add to Apple Wallet" downloads. Register it before {@code
 * /c/{token}}.
 */
public final class PassFileRoutes implements Routes {
  static final String TYPE = "application/vnd.apple.pkpass";

  private final Database database;
  private final PassReader reader;
  private final ApplePasses apple;

  public PassFileRoutes(Database database, PassReader reader, ApplePasses apple) {
    this.database = database;
    this.reader = reader;
    this.apple = apple;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/c/{token:[0-9a-z-]+}.pkpass", this::download);
  }

  private void download(ServerRequest req, ServerResponse res) {
    PassReader.Card card =
        reader
            .byToken(database, Http.pathParam(req, "token"))
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    byte[] file = apple.draft(card, null).pkpass();
    res.header(HeaderNames.CONTENT_TYPE, TYPE);
    res.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"card.pkpass\"");
    res.header(HeaderNames.CACHE_CONTROL, "no-store");
    res.send(file);
  }
}

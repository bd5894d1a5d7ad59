package io.kartela.service.wallet.apple;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassReader.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * {@code GET /c/{token}.pkpass}: what "Add to Apple Wallet" downloads, and {@code
 * /c/{token}_{token}.pkpasses} for several cards at once. Register it before {@code /c/{token}}.
 */
public final class PassFileRoutes implements Routes {
  static final String TYPE = "application/vnd.apple.pkpass";
  private static final String BUNDLE_TYPE = "application/vnd.apple.pkpasses";
  private static final String ONE = "/c/{token:[0-9a-z-]+}.pkpass";
  private static final String SEVERAL = "/c/{tokens:[0-9a-z_-]+}.pkpasses";
  private static final int MOST = 10;

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
    routing.get(ONE, this::download).head(ONE, this::download);
    routing.get(SEVERAL, this::bundle).head(SEVERAL, this::bundle);
  }

  private void bundle(ServerRequest req, ServerResponse res) {
    List<Zip.Entry> cards = new ArrayList<>();
    boolean replaced = false;
    for (String token :
        new LinkedHashSet<>(List.of(Http.pathParam(req, "tokens").split("_", MOST + 1)))) {
      if (cards.size() == MOST) {
        throw new Problem(ProblemCode.CARD_NOT_FOUND);
      }
      switch (reader.byToken(database, token)) {
        case Found.Living(PassReader.Card card) ->
            cards.add(
                new Zip.Entry(
                    "card" + (cards.size() + 1) + ".pkpass",
                    apple.draft(card, null).pkpass().bytes()));
        // The others of the bundle are still somebody's.
        case Found.Replaced r -> replaced = true;
        case Found.Nothing n -> throw new Problem(ProblemCode.CARD_NOT_FOUND);
      }
    }
    if (cards.isEmpty()) {
      throw new Problem(replaced ? ProblemCode.CARD_REPLACED : ProblemCode.CARD_NOT_FOUND);
    }
    send(req, res, BUNDLE_TYPE, "cards.pkpasses", Zip.join(cards));
  }

  private void download(ServerRequest req, ServerResponse res) {
    send(req, res, TYPE, "card.pkpass", file(Http.pathParam(req, "token")));
  }

  private Zip.Archive file(String token) {
    return switch (reader.byToken(database, token)) {
      case Found.Living(PassReader.Card card) -> apple.draft(card, null).pkpass();
      case Found.Replaced r -> throw new Problem(ProblemCode.CARD_REPLACED);
      case Found.Nothing n -> throw new Problem(ProblemCode.CARD_NOT_FOUND);
    };
  }

  private static void send(
      ServerRequest req, ServerResponse res, String type, String name, Zip.Archive file) {
    Http.download(res, type, name);
    write(req, res, file);
  }

  static void write(ServerRequest req, ServerResponse res, Zip.Archive file) {
    Http.send(req, res, file.length(), file::writeTo);
  }
}

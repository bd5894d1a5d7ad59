package io.kartela.push.google;

import io.kartela.push.google.FakeGoogleWallet.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The REST side of the fake: who may ask, what is asked, and what goes wrong on demand. */
final class FakeGoogleApi {
  static final String PATH = "/walletobjects/v1/";

  private final FakeGoogleTokens tokens;
  private final FakeGoogleStore store;
  private final AtomicLong requests = new AtomicLong();
  private volatile Trouble trouble = new Trouble.None();

  FakeGoogleApi(FakeGoogleTokens tokens, FakeGoogleStore store) {
    this.tokens = tokens;
    this.store = store;
  }

  void trouble(Trouble next) {
    trouble = next;
  }

  long requestCount() {
    return requests.get();
  }

  void serve(FakeExchange exchange) throws IOException {
    suffer();
    exchange.answer(200, answer(exchange));
  }

  /** What a request gets, alone or in a batch. */
  Map<String, Object> answer(FakeRequest exchange) {
    requests.incrementAndGet();
    String account = tokens.check(exchange.header("Authorization"));
    if (!exchange.path().startsWith(PATH)) {
      throw FakeGoogleError.notFound("notFound", "Not found: " + exchange.path());
    }
    if (trouble instanceof Trouble.FailOne(String id, int status) && exchange.path().contains(id)) {
      throw FakeGoogleError.told(status);
    }
    String[] path = exchange.path().substring(PATH.length()).split("/", -1);
    boolean ofClass = path[0].equals("loyaltyClass");
    if (!ofClass && !path[0].equals("loyaltyObject")) {
      throw FakeGoogleError.notFound("notFound", "Not found: " + exchange.path());
    }
    demandRights(account, exchange, path);
    return call(exchange, ofClass, path);
  }

  /** Whoever names an issuer's class or object must be one of its users. */
  private void demandRights(String account, FakeRequest exchange, String[] path) {
    List<@Nullable Object> named = new ArrayList<>();
    if (path.length > 1) {
      named.add(path[1]);
    } else if (exchange.method().equals("GET")) {
      named.add(exchange.query("classId"));
      String issuer = exchange.query("issuerId");
      named.add(issuer == null ? null : issuer + ".");
    } else if (exchange.method().equals("POST")) {
      named.add(exchange.json().get("id"));
      named.add(exchange.json().get("classId"));
    }
    for (Object id : named) {
      if (id != null && !FakeGoogleRules.issuer(id).isEmpty()) {
        tokens.demandRight(account, FakeGoogleRules.issuer(id));
      }
    }
  }

  private Map<String, Object> call(FakeRequest exchange, boolean ofClass, String[] path) {
    String method = exchange.method();
    if (path.length == 1) {
      return switch (method) {
        case "GET" -> list(exchange, ofClass);
        case "POST" ->
            ofClass ? store.insertClass(exchange.json()) : store.insertObject(exchange.json());
        default -> throw FakeGoogleError.method();
      };
    }
    String id = path[1];
    if (path.length == 3 && path[2].equals("addMessage") && method.equals("POST")) {
      return store.message(ofClass, id, exchange.json());
    }
    if (path.length != 2) {
      throw FakeGoogleError.notFound("notFound", "Not found: " + exchange.path());
    }
    return switch (method) {
      case "GET" -> store.get(ofClass, id);
      case "PATCH" -> change(ofClass, id, exchange.json(), false);
      case "PUT" -> change(ofClass, id, exchange.json(), true);
      default -> throw FakeGoogleError.method();
    };
  }

  private Map<String, Object> change(
      boolean ofClass, String id, Map<String, Object> body, boolean whole) {
    return ofClass ? store.changeClass(id, body, whole) : store.changeObject(id, body, whole);
  }

  private Map<String, Object> list(FakeRequest exchange, boolean ofClass) {
    String classId = exchange.query("classId");
    if (!ofClass && classId == null) {
      throw FakeGoogleError.invalid("classId is required");
    }
    return store.list(ofClass, classId, exchange.query("token"), max(exchange.query("maxResults")));
  }

  private static int max(@Nullable String text) {
    try {
      return text == null ? 100 : Math.clamp(Integer.parseInt(text), 1, 1000);
    } catch (NumberFormatException e) {
      throw FakeGoogleError.invalid("maxResults is not a number");
    }
  }

  void suffer() {
    switch (trouble) {
      case Trouble.None() -> {}
      case Trouble.FailOne one -> {}
      case Trouble.Fail(int status) -> throw FakeGoogleError.told(status);
      case Trouble.Slow(Duration delay) -> {
        try {
          Thread.sleep(delay);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}

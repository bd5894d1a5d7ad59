package io.kartela.push.google;

import io.kartela.push.google.FakeGoogleWallet.Saved;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page behind "Add to Google Wallet": GET shows it, POST is the press of its button. */
final class FakeGoogleSaves {
  private static final int LONGEST_LINK = 1800;
  private static final String DEFAULT_PHONE = "phone";

  private final FakeGoogleTokens accounts;
  private final FakeGoogleStore store;
  private final FakeGoogleHolders holders;
  private final InstantSource clock;

  FakeGoogleSaves(
      FakeGoogleTokens accounts,
      FakeGoogleStore store,
      FakeGoogleHolders holders,
      InstantSource clock) {
    this.accounts = accounts;
    this.store = store;
    this.holders = holders;
    this.clock = clock;
  }

  Saved save(String jwt, String phone) {
    try {
      Map<?, ?> object = verified(jwt);
      String id = String.valueOf(object.get("id"));
      if (store.find(false, id) == null) {
        insert(object);
      }
      return new Saved.Added(id, !holders.save(id, phone));
    } catch (FakeGoogleError e) {
      return new Saved.Refused(String.valueOf(e.getMessage()));
    }
  }

  void serve(FakeExchange exchange) throws IOException {
    String path = exchange.path();
    String jwt = path.substring(path.lastIndexOf('/') + 1);
    String asked = exchange.query("phone");
    String phone = asked == null || asked.isBlank() ? DEFAULT_PHONE : asked;
    boolean json = String.valueOf(exchange.header("Accept")).contains("application/json");
    if (exchange.method().equals("GET")) {
      Map<?, ?> object = verified(jwt);
      Map<String, Object> known = store.find(false, String.valueOf(object.get("id")));
      if (known == null && !object.containsKey("state")) {
        throw FakeGoogleError.notFound("resourceNotFound", "Resource not found");
      }
      exchange.page(200, FakeGooglePage.ask());
      return;
    }
    switch (save(jwt, phone)) {
      case Saved.Added(String id, boolean again) -> {
        if (json) {
          exchange.answer(200, Map.of("objectId", id, "phone", phone, "again", again));
        } else {
          exchange.page(200, FakeGooglePage.added());
        }
      }
      case Saved.Refused(String reason) -> throw FakeGoogleError.invalid(reason);
    }
  }

  private Map<?, ?> verified(String jwt) {
    if (jwt.length() > LONGEST_LINK) {
      throw FakeGoogleError.invalid("The link is longer than " + LONGEST_LINK);
    }
    Map<String, Object> claims = accounts.signed(jwt);
    if (claims == null) {
      throw FakeGoogleError.invalid("The signature of the link does not verify");
    }
    if (!accounts.knows(claims.get("iss"))
        || !"google".equals(claims.get("aud"))
        || !"savetowallet".equals(claims.get("typ"))
        || !(claims.get("origins") instanceof List<?>)) {
      throw FakeGoogleError.invalid("iss, aud, typ or origins of the link are wrong");
    }
    if (!(claims.get("iat") instanceof Number issued)
        || Instant.ofEpochSecond(issued.longValue())
            .isAfter(clock.instant().plus(Duration.ofMinutes(5)))) {
      throw FakeGoogleError.invalid("iat of the link is missing or in the future");
    }
    Map<?, ?> object = first(claims.get("payload"));
    if (object == null || !(object.get("id") instanceof String)) {
      throw FakeGoogleError.invalid("payload.loyaltyObjects names no object");
    }
    accounts.demandRight(
        claims.get("iss"), FakeGoogleRules.issuer(String.valueOf(object.get("id"))));
    return object;
  }

  private static @Nullable Map<?, ?> first(@Nullable Object payload) {
    return payload instanceof Map<?, ?> map
            && map.get("loyaltyObjects") instanceof List<?> list
            && !list.isEmpty()
            && list.getFirst() instanceof Map<?, ?> object
        ? object
        : null;
  }

  private void insert(Map<?, ?> object) {
    Map<String, Object> body = new LinkedHashMap<>();
    object.forEach((name, value) -> body.put(String.valueOf(name), value));
    store.insertObject(body);
  }
}

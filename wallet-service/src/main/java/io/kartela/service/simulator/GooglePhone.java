package io.kartela.service.simulator;

import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.preview.GoogleCard;
import io.kartela.service.wallet.preview.HeldCard;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.PhoneHttp;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.Pictures;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.WalletRefused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * An Android phone: follows the save link to Google, and from then on hears from Google alone,
 * which here is the fake. It never talks to the service about a card it holds.
 */
public final class GooglePhone extends SimulatedPhone {
  private static final Logger LOG = LoggerFactory.getLogger(GooglePhone.class);

  private static final int MOST_MISSED = 100;

  private final World world;
  private final ReentrantLock wallet = new ReentrantLock();
  private final List<Runnable> missed = new ArrayList<>();
  private final Map<String, HeldCard> cards = new LinkedHashMap<>();

  /** What Android phones live in. */
  public record World(
      PhoneHttp http, Supplier<URI> service, FakeGoogleWallet google, InstantSource clock) {}

  private final Pictures pictures;

  public GooglePhone(String id, String name, World world) {
    super(id, name);
    this.world = world;
    this.pictures = new Pictures(world.http());
  }

  @Override
  public Platform platform() {
    return Platform.GOOGLE;
  }

  @Override
  public String add(String card) {
    demandOnline();
    String token = tokenIn(card);
    HttpResponse<byte[]> answer =
        send(
            world
                .http()
                .request(URI.create(world.service().get() + "/c/" + token + "/google"))
                .build());
    String link = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || !link.startsWith(world.google().saveBase().toString())) {
      throw new WalletRefused("the save link answers " + answer.statusCode());
    }
    HttpResponse<byte[]> saved =
        send(
            world
                .http()
                .request(
                    URI.create(link + "?phone=" + URLEncoder.encode(id(), StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .POST(BodyPublishers.noBody())
                .build());
    if (saved.statusCode() != 200) {
      throw new WalletRefused("Google refuses the link: " + reason(saved.body()));
    }
    String objectId = Http.JSON.readTree(saved.body()).path("objectId").asString("");
    HeldCard held =
        read(token, objectId)
            .orElseThrow(() -> new WalletRefused("Google does not know " + objectId));
    wallet.lock();
    try {
      cards.put(held.serial(), held);
    } finally {
      wallet.unlock();
    }
    changed();
    return held.serial();
  }

  private static String reason(byte[] body) {
    try {
      return Http.JSON.readTree(body).path("error").path("message").asString("no reason given");
    } catch (JacksonException e) {
      return "no reason given";
    }
  }

  private Optional<HeldCard> read(String token, String objectId) {
    return world
        .google()
        .object(objectId)
        .map(
            object ->
                new HeldCard(
                    token,
                    objectId,
                    object,
                    world
                        .google()
                        .loyaltyClass(String.valueOf(object.get("classId")))
                        .orElse(Map.of()),
                    world.clock().instant()));
  }

  @Override
  public void remove(String serial) {
    HeldCard held;
    wallet.lock();
    try {
      held = cards.remove(serial);
    } finally {
      wallet.unlock();
    }
    if (held != null && !online()) {
      later(() -> world.google().remove(held.objectId(), id()));
      changed();
    } else if (held != null) {
      boolean known = world.google().remove(held.objectId(), id());
      if (!known) {
        LOG.warn("Google did not know that {} holds {}", id(), serial);
      }
      changed();
    }
  }

  /** Takes over what Google shows now; a pass that Google lost is saved anew. */
  @Override
  public void refresh() {
    if (!online()) {
      return;
    }
    for (HeldCard held : held().values()) {
      if (world.google().phonesOf(held.objectId()).contains(id())) {
        objectChanged(held.objectId(), false);
      } else {
        try {
          String _ = add(held.token());
        } catch (WalletRefused e) {
          LOG.warn("phone {} could not save its pass again: {}", id(), e.reason());
        }
      }
    }
  }

  /** Google keeps for a phone out of reach what it has to tell it. */
  private void later(Runnable news) {
    wallet.lock();
    try {
      if (missed.size() < MOST_MISSED) {
        missed.add(news);
      }
    } finally {
      wallet.unlock();
    }
  }

  @Override
  void caughtUp() {
    List<Runnable> now;
    wallet.lock();
    try {
      now = List.copyOf(missed);
      missed.clear();
    } finally {
      wallet.unlock();
    }
    now.forEach(Runnable::run);
    refresh();
  }

  @Override
  @Nullable Ios ios() {
    return null;
  }

  @Override
  @Nullable String shownToken() {
    return null;
  }

  boolean holds(String objectId) {
    return held().values().stream().anyMatch(held -> held.objectId().equals(objectId));
  }

  boolean holdsClass(String classId) {
    return held().values().stream().anyMatch(held -> classId.equals(held.object().get("classId")));
  }

  /**
   * Google changed the object or its class. What counts is what Google shows now, not the order of
   * its calls.
   */
  void objectChanged(String objectId, boolean notify) {
    if (!online()) {
      later(() -> objectChanged(objectId, notify));
      return;
    }
    HeldCard before = null;
    HeldCard after = null;
    wallet.lock();
    try {
      for (HeldCard held : cards.values()) {
        if (held.objectId().equals(objectId)) {
          before = held;
        }
      }
      if (before != null) {
        after = read(before.token(), objectId).orElse(null);
        if (after != null) {
          cards.put(after.serial(), after);
        }
      }
    } finally {
      wallet.unlock();
    }
    if (before == null || after == null) {
      return;
    }
    String ru = GoogleCard.changes(before.object(), after.object(), Lang.RU);
    String en = GoogleCard.changes(before.object(), after.object(), Lang.EN);
    if (notify && ru != null && en != null) {
      notice(
          issuer(after, Lang.RU),
          issuer(after, Lang.EN),
          ru,
          en,
          world.clock().instant(),
          after.serial());
    } else {
      changed();
    }
  }

  /** A text arrived. */
  void message(String objectId, String header, String body, boolean notify) {
    if (!online()) {
      later(() -> message(objectId, header, body, notify));
      return;
    }
    objectChanged(objectId, false);
    HeldCard held =
        held().values().stream()
            .filter(h -> h.objectId().equals(objectId))
            .findFirst()
            .orElse(null);
    if (held != null && notify) {
      notice(header, header, body, body, world.clock().instant(), held.serial());
    }
  }

  private static String issuer(HeldCard held, Lang lang) {
    return GoogleCard.local(held.loyaltyClass(), "issuerName", lang);
  }

  @Override
  public List<PhoneView.Card> cards(Lang lang) {
    return held().values().stream()
        .map(held -> GoogleCard.view(held, pictures::dataUrl, lang, world.clock().instant()))
        .toList();
  }

  /** A copy, in the order the passes were added. */
  Map<String, HeldCard> held() {
    wallet.lock();
    try {
      return new LinkedHashMap<>(cards);
    } finally {
      wallet.unlock();
    }
  }

  void restore(HeldCard held) {
    wallet.lock();
    try {
      cards.put(held.serial(), held);
    } finally {
      wallet.unlock();
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return world.http().send(request);
    } catch (IOException e) {
      throw new WalletRefused("no connection to " + request.uri().getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WalletRefused("interrupted", e);
    }
  }
}

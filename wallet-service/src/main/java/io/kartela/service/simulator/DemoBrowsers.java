package io.kartela.service.simulator;

import io.kartela.push.webpush.FakeBrowser;
import io.kartela.push.webpush.FakeWebPush;
import io.kartela.push.webpush.Subscription;
import io.kartela.service.platform.http.Http;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Browsers of the demo that allowed a card's notices, behind a push service of their own.
 * Thread-safe.
 */
public final class DemoBrowsers implements AutoCloseable {
  private static final int MOST = 200;
  private static final int MOST_NOTICES = 20;

  private final InstantSource clock;
  private @Nullable FakeWebPush service;
  private final Map<String, Kept> browsers = new LinkedHashMap<>();

  /** What a browser showed. */
  record Notice(String title, String text, String page, Instant at) {}

  /** A browser as it stands. */
  record View(String id, boolean blocked, List<Notice> notices) {}

  /** What a page is given when notices are allowed there. */
  record Given(String id, Subscription subscription) {}

  private static final class Kept {
    private @Nullable FakeBrowser browser;
    private boolean blocked;
    private final List<Notice> notices = new ArrayList<>();
  }

  public DemoBrowsers(InstantSource clock) {
    this.clock = clock;
  }

  /** Somebody allows the notices of a site with this key; empty: enough of them. */
  Optional<Given> allow(String key) {
    Kept kept = new Kept();
    String id;
    synchronized (browsers) {
      if (browsers.size() >= MOST) {
        return Optional.empty();
      }
      id = "b" + (browsers.size() + 1);
      browsers.put(id, kept);
    }
    FakeBrowser browser = service().browser(key, said -> shown(kept, said));
    synchronized (browsers) {
      kept.browser = browser;
    }
    return Optional.of(new Given(id, browser.subscription()));
  }

  private synchronized FakeWebPush service() {
    FakeWebPush known = service;
    if (known == null) {
      known = new FakeWebPush(clock);
      service = known;
    }
    return known;
  }

  // Called by a stand-in that is locked: nothing here may wait for one.
  private void shown(Kept kept, String said) {
    JsonNode words = Http.JSON.readTree(said);
    Notice notice =
        new Notice(
            words.path("title").asString(""),
            words.path("text").asString(""),
            words.path("page").asString(""),
            clock.instant());
    synchronized (browsers) {
      kept.notices.addFirst(notice);
      if (kept.notices.size() > MOST_NOTICES) {
        kept.notices.removeLast();
      }
    }
  }

  /** The newest first. */
  List<View> all() {
    synchronized (browsers) {
      List<View> all = new ArrayList<>();
      browsers.forEach((id, kept) -> all.addFirst(view(id, kept)));
      return all;
    }
  }

  private static View view(String id, Kept kept) {
    return new View(id, kept.blocked, List.copyOf(kept.notices));
  }

  /**
   * The person forbids the site's notices in the browser's own settings; empty: no such browser.
   */
  Optional<View> block(String id) {
    FakeBrowser browser;
    View view;
    synchronized (browsers) {
      Kept kept = browsers.get(id);
      if (kept == null || kept.browser == null) {
        return Optional.empty();
      }
      kept.blocked = true;
      browser = kept.browser;
      view = view(id, kept);
    }
    browser.block();
    return Optional.of(view);
  }

  @Override
  public synchronized void close() {
    if (service != null) {
      service.close();
    }
  }
}

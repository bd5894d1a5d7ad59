package io.kartela.service.message.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.push.webpush.Subscription;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Addresses.Reach;
import io.kartela.service.message.channel.Addresses.Standing;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.web.Browsers.Browser;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.wallet.pass.OpenCards;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a member allows, mutes and stops the notices of the card's page, in one browser or all. */
public final class WebNoticeRoutes implements Routes {
  private static final String PATH = "/api/v1/public/cards/{token}/web-push";
  private static final int LONGEST = 2_000;

  /** Whoever wants to hear nothing for longer stops it. */
  private static final Duration LONGEST_MUTE = Duration.ofDays(366);

  private final House house;
  private final OpenCards cards;
  private final WebNotices notices;

  /** How it stands with the browser that asks. */
  private enum State {
    /** The shop has no such channel. */
    NONE,
    OFF,
    ON,
    MUTED
  }

  /**
   * @param key with which the browser is to be subscribed
   * @param subscribedWith with which it was; another than the key: it is to be subscribed anew
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      State state,
      @Nullable String key,
      @Nullable String subscribedWith,
      @Nullable Instant until) {}

  private record Asked(
      @Nullable String endpoint,
      @Nullable String p256dh,
      @Nullable String auth,
      @Nullable String key,
      @Nullable String lang,
      @Nullable String replaces) {
    /** An endpoint stays out of logs. */
    @Override
    public String toString() {
      return "browser";
    }
  }

  private record Stopped(@Nullable String endpoint) {
    @Override
    public String toString() {
      return "browser";
    }
  }

  private record Mute(@Nullable Instant until) {}

  public WebNoticeRoutes(House house, OpenCards cards, WebNotices notices) {
    this.house = house;
    this.cards = cards;
    this.notices = notices;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.put(PATH, this::allow);
    routing.post(PATH + "/stop", this::stop);
    routing.put(PATH + "/mute", this::mute);
  }

  private static boolean offered(Connection c, long merchantId) throws SQLException {
    return ChannelStore.one(c, merchantId, ChannelKind.WEB)
        .filter(channel -> channel.use().active())
        .isPresent();
  }

  private void show(ServerRequest req, ServerResponse res) {
    byte[] name = name(Http.query(req, "browser").orElse(""));
    record Found(boolean offered, Optional<String> with, @Nullable Standing standing) {}
    Found found =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) ->
                new Found(
                    offered(c, merchantId),
                    Browsers.keyOf(c, merchantId, memberId, name),
                    Addresses.standing(c, merchantId, memberId).get(ChannelKind.WEB)));
    if (!found.offered) {
      Http.send(res, 200, new View(State.NONE, null, null, null));
      return;
    }
    String key = notices.keys().current();
    Standing standing = found.standing;
    Instant now = house.clock().instant();
    if (found.with.isEmpty() || standing == null || standing.closed()) {
      Http.send(res, 200, new View(State.OFF, key, null, null));
    } else if (standing.muted(now)) {
      Http.send(res, 200, new View(State.MUTED, key, found.with.get(), standing.until()));
    } else {
      Http.send(res, 200, new View(State.ON, key, found.with.get(), null));
    }
  }

  /** What is no name is nobody's. */
  private static byte[] name(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private void allow(ServerRequest req, ServerResponse res) {
    Asked asked = Http.json(req, Asked.class);
    Browser browser = read(asked);
    String replaces = asked.replaces == null ? "" : asked.replaces;
    boolean _ =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) -> {
              if (!offered(c, merchantId)) {
                throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
              }
              keep(c, merchantId, memberId, browser, replaces);
              return true;
            });
    Http.noContent(res);
  }

  private void keep(Connection c, long merchantId, long memberId, Browser browser, String replaces)
      throws SQLException {
    Instant now = house.clock().instant();
    Standing before = Addresses.standing(c, merchantId, memberId).get(ChannelKind.WEB);
    if (!replaces.isEmpty()) {
      boolean _ = Browsers.retire(c, merchantId, memberId, Browsers.nameOf(replaces));
    }
    Browsers.keep(c, merchantId, memberId, browser, now);
    // A browser more does not end the quiet that was asked for.
    if (before == null || !before.muted(now)) {
      Addresses.opened(c, merchantId, reach(memberId), "PAGE", now);
    }
  }

  private static Reach reach(long memberId) {
    return new Reach(memberId, ChannelKind.WEB, Long.toString(memberId));
  }

  private Browser read(Asked asked) {
    Check check = new Check();
    String endpoint = check.line("endpoint", asked.endpoint, LONGEST);
    String p256dh = check.line("p256dh", asked.p256dh, 100);
    String auth = check.line("auth", asked.auth, 40);
    String key = check.line("key", asked.key, 100);
    check.oneOf("lang", asked.lang, "ru", "en");
    check.optional("replaces", asked.replaces, LONGEST);
    check.done();
    Subscription at = null;
    try {
      at = new Subscription(URI.create(endpoint), p256dh, auth);
    } catch (IllegalArgumentException e) {
      check.add(
          "endpoint",
          "INVALID",
          "браузер прислал подписку, на которую ничего нельзя отправить",
          "nothing can be sent to this subscription");
    }
    check.require(
        at == null || notices.services().allow(at.endpoint()),
        "endpoint",
        "NOT_A_PUSH_SERVICE",
        "уведомления этого браузера мы отправлять не умеем",
        "we cannot send notices to this browser");
    check.require(
        notices.keys().of(key).isPresent(),
        "key",
        "UNKNOWN",
        "браузер подписан чужим ключом: обновите страницу",
        "the browser was subscribed with another key: reload the page");
    check.done();
    if (at == null) {
      throw new IllegalStateException("told already");
    }
    return new Browser(at, key, Lang.of(asked.lang));
  }

  private void stop(ServerRequest req, ServerResponse res) {
    Check check = new Check();
    String endpoint = check.line("endpoint", Http.json(req, Stopped.class).endpoint, LONGEST);
    check.done();
    boolean _ =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) -> {
              if (Browsers.retire(c, merchantId, memberId, Browsers.nameOf(endpoint))) {
                Addresses.left(c, merchantId, memberId, ChannelKind.WEB);
              }
              return true;
            });
    Http.noContent(res);
  }

  private void mute(ServerRequest req, ServerResponse res) {
    Instant until = Http.json(req, Mute.class).until;
    Instant now = house.clock().instant();
    Check check = new Check();
    check.require(
        until == null || (until.isAfter(now) && until.isBefore(now.plus(LONGEST_MUTE))),
        "until",
        "INVALID",
        "время в пределах года",
        "a time within a year");
    check.done();
    boolean _ =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) -> {
              Standing standing = Addresses.standing(c, merchantId, memberId).get(ChannelKind.WEB);
              if (standing == null || standing.closed()) {
                throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
              }
              if (until == null) {
                Addresses.opened(c, merchantId, reach(memberId), "PAGE", now);
              } else {
                Addresses.muted(c, merchantId, reach(memberId), until, now);
              }
              return true;
            });
    Http.noContent(res);
  }
}

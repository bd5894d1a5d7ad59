package io.kartela.service.message.chat;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.push.Report;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.ChatEvent;
import io.kartela.push.max.MaxUpdates;
import io.kartela.push.sms.AeroReports;
import io.kartela.push.sms.ExolveReports;
import io.kartela.push.sms.SmsRuReports;
import io.kartela.push.sms.SmscReports;
import io.kartela.push.telegram.TelegramUpdates;
import io.kartela.push.vk.VkEvents;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.Hooks;
import io.kartela.service.message.channel.Hooks.Hook;
import io.kartela.service.message.dispatch.DispatchWorker;
import io.kartela.service.message.proof.ProofChats;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where vendors post: what people do in chats, and how texts fared. Whoever posts shows the secret
 * that the vendor was told, or signs.
 */
public final class HookRoutes implements Routes {
  private final House house;
  private final ChannelStore store;
  private final Hooks hooks;
  private final DispatchWorker dispatch;
  private final BotTalk bot;

  private record Hooked(long merchantId, Channel channel, String key, Hook hook) {}

  public HookRoutes(
      House house,
      ChannelStore store,
      Hooks hooks,
      Carriers carriers,
      DispatchWorker dispatch,
      Merchants merchants) {
    this.house = house;
    this.store = store;
    this.hooks = hooks;
    this.dispatch = dispatch;
    this.bot = new BotTalk(house, carriers, merchants);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/hooks/{kind}/{name}", this::heard);
  }

  private void heard(ServerRequest req, ServerResponse res) {
    Hooked hooked = hooked(Http.pathParam(req, "kind"), Http.pathParam(req, "name"));
    Callback callback =
        new Callback(
            req.query().rawValue(),
            new String(Http.body(req, Http.SMALL_BODY), StandardCharsets.UTF_8),
            name -> Http.header(req, HeaderNames.create(name)).orElse(null));
    String reply =
        hooked.channel.kind().ofProfile() ? texts(hooked, callback) : chat(hooked, callback);
    res.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    res.send(reply);
  }

  private Hooked hooked(String kindName, String name) {
    ChannelKind kind =
        Stream.of(ChannelKind.values())
            .filter(one -> one.name().equalsIgnoreCase(kindName))
            .findFirst()
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    long merchantId = Hooks.merchant(name).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Optional<Hook> hook =
                  hooks.find(c, merchantId, kind).filter(one -> one.isNamed(name));
              Optional<Channel> channel = ChannelStore.one(c, merchantId, kind);
              if (hook.isEmpty() || channel.isEmpty()) {
                throw new Problem(ProblemCode.NOT_FOUND);
              }
              return new Hooked(
                  merchantId, channel.get(), store.secret(c, merchantId, kind), hook.get());
            });
  }

  private String texts(Hooked hooked, Callback callback) {
    String secret = hooked.hook.secret();
    CallbackReader<Report> reader =
        switch (hooked.channel.vendor()) {
          case SMSRU -> new SmsRuReports(hooked.key);
          case SMSC -> new SmscReports(secret);
          case SMSAERO -> new AeroReports(secret);
          case EXOLVE -> new ExolveReports(secret);
          case SMPP, SMTP, MAX, TELEGRAM, VK, WEBPUSH -> _ -> new Heard.Foreign<>();
        };
    Heard.Genuine<Report> genuine = genuine(reader.read(callback));
    boolean all = true;
    for (Report report : genuine.events()) {
      all &= dispatch.told(hooked.merchantId, hooked.channel.kind(), report);
    }
    if (!all) {
      // The words are just leaving, and their name is not known yet: vendors say it again.
      throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, 5);
    }
    return genuine.reply();
  }

  private String chat(Hooked hooked, Callback callback) {
    ChannelKind kind = hooked.channel.kind();
    String secret = hooked.hook.secret();
    Map<String, String> settings = hooked.channel.settings();
    CallbackReader<ChatEvent> reader =
        switch (hooked.channel.vendor()) {
          case MAX -> new MaxUpdates(secret);
          case TELEGRAM -> new TelegramUpdates(secret);
          case VK ->
              new VkEvents(
                  settings.getOrDefault("group", ""),
                  secret,
                  settings.getOrDefault("confirmation", ""));
          case SMSRU, SMSC, SMSAERO, EXOLVE, SMPP, SMTP, WEBPUSH -> _ -> new Heard.Foreign<>();
        };
    Heard.Genuine<ChatEvent> genuine = genuine(reader.read(callback));
    Instant now = house.clock().instant();
    for (ChatEvent event : genuine.events()) {
      Reply reply =
          house
              .database()
              .inTenant(hooked.merchantId, c -> reply(c, hooked.merchantId, kind, event, now));
      BotTalk.Place place = new BotTalk.Place(hooked.merchantId, hooked.channel, event.chat());
      switch (reply) {
        case Reply.Silence _ -> {}
        case Reply.Greeting _ -> bot.greet(place);
        case Reply.StaleLink _ -> bot.stale(place);
        case Reply.OfProof(ProofChats.Said said) -> bot.answer(place, said);
      }
    }
    return genuine.reply();
  }

  /** What the bot has to say to what happened. */
  private sealed interface Reply {
    record Silence() implements Reply {}

    record Greeting() implements Reply {}

    record StaleLink() implements Reply {}

    record OfProof(ProofChats.Said said) implements Reply {}
  }

  private static Reply reply(
      Connection c, long merchantId, ChannelKind kind, ChatEvent event, Instant now)
      throws SQLException {
    Optional<ProofChats.Said> proof = ProofChats.heard(c, merchantId, kind, event, now);
    // Whoever proves a phone may be a member whose chat this is already.
    Optional<String> opened = ChatArrivals.heard(c, merchantId, kind, event, now);
    if (proof.isPresent()) {
      return new Reply.OfProof(proof.get());
    }
    if (opened.isPresent()) {
      return new Reply.Greeting();
    }
    boolean lost =
        event instanceof ChatEvent.Started started
            && !started.payload().isEmpty()
            && !ProofChats.isBound(c, merchantId, kind, event.chat())
            && Addresses.whose(c, merchantId, kind, event.chat()).isEmpty();
    return lost ? new Reply.StaleLink() : new Reply.Silence();
  }

  private static <E> Heard.Genuine<E> genuine(Heard<E> heard) {
    return switch (heard) {
      case Heard.Genuine<E> genuine -> genuine;
      case Heard.Foreign<E> _ -> throw new Problem(ProblemCode.HOOK_REFUSED);
    };
  }
}

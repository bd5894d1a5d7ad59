package io.kartela.service.simulator;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.Phone;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.simulator.ChatBots.Act;
import io.kartela.service.simulator.ChatBots.Bot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do in the demo's messengers, and whom they ring. */
final class ChatRoutes implements Routes {
  private static final String PATH = "/simulator/chats";

  private final ChatBots bots;
  private final DemoCalls calls;

  private record Opening(
      @Nullable String chat, @Nullable String shop, @Nullable String bot, @Nullable String start) {}

  private record Doing(@Nullable String act, @Nullable Instant until, @Nullable String phone) {}

  private record Ringing(@Nullable String from) {}

  ChatRoutes(ChatBots bots, DemoCalls calls) {
    this.bots = bots;
    this.calls = calls;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, (req, res) -> Http.send(res, 200, Map.of("items", bots.chats())));
    routing.post(PATH, this::open);
    routing.post(PATH + "/{chat}/acts", this::act);
    routing.post("/simulator/calls", this::ring);
  }

  private void open(ServerRequest req, ServerResponse res) {
    Opening asked = Http.json(req, Opening.class);
    Check check = new Check();
    String kind = check.line("chat", asked.chat, 10);
    check.oneOf("chat", kind, "MAX", "TELEGRAM", "VK");
    String shop = check.line("shop", asked.shop, 13);
    String name = check.line("bot", asked.bot, 64);
    String start = check.optional("start", asked.start, 128);
    check.require(
        shop.matches("[0-9a-z]{1,12}"), "shop", "INVALID", "нет такого магазина", "no such shop");
    check.done();
    Bot bot = new Bot(Long.parseLong(shop, Character.MAX_RADIX), ChannelKind.valueOf(kind), name);
    Http.send(
        res,
        201,
        bots.open(bot, start == null ? "" : start)
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
  }

  private void ring(ServerRequest req, ServerResponse res) {
    Check check = new Check();
    String from = phone(check, "from", Http.json(req, Ringing.class).from);
    check.done();
    calls.ring(from);
    Http.noContent(res);
  }

  private static String phone(Check check, String field, @Nullable String given) {
    String typed = check.line(field, given, 40);
    Optional<Phone> phone = Phone.parse(typed);
    check.require(
        typed.isEmpty() || phone.isPresent(),
        field,
        "INVALID",
        "номер не распознан",
        "is not a phone number");
    return phone.map(Phone::e164).orElse("");
  }

  private void act(ServerRequest req, ServerResponse res) {
    Doing asked = Http.json(req, Doing.class);
    Check check = new Check();
    String act = check.line("act", asked.act, 10);
    check.oneOf("act", act, "START", "STOP", "MUTE", "UNMUTE", "GIVE_PHONE", "FORWARD");
    String phone = "GIVE_PHONE".equals(act) ? phone(check, "phone", asked.phone) : "";
    check.require(
        !"MUTE".equals(act) || asked.until != null,
        "until",
        "REQUIRED",
        "до какого времени",
        "until when");
    check.done();
    Instant until = asked.until == null ? Instant.EPOCH : asked.until;
    Http.send(
        res,
        200,
        bots.act(Http.pathParam(req, "chat"), Act.valueOf(act), until, phone)
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
  }
}

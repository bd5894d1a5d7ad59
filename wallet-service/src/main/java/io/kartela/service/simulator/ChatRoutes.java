package io.kartela.service.simulator;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
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
import org.jspecify.annotations.Nullable;

/** What people do in the demo's messengers. */
final class ChatRoutes implements Routes {
  private static final String PATH = "/simulator/chats";

  private final ChatBots bots;

  private record Opening(
      @Nullable String chat, @Nullable String shop, @Nullable String bot, @Nullable String start) {}

  private record Doing(@Nullable String act, @Nullable Instant until) {}

  ChatRoutes(ChatBots bots) {
    this.bots = bots;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, (req, res) -> Http.send(res, 200, Map.of("items", bots.chats())));
    routing.post(PATH, this::open);
    routing.post(PATH + "/{chat}/acts", this::act);
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

  private void act(ServerRequest req, ServerResponse res) {
    Doing asked = Http.json(req, Doing.class);
    Check check = new Check();
    String act = check.line("act", asked.act, 10);
    check.oneOf("act", act, "START", "STOP", "MUTE", "UNMUTE");
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
        bots.act(Http.pathParam(req, "chat"), Act.valueOf(act), until)
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
  }
}

package io.kartela.service.message.channel;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.channel.MessageRules.Cap;
import io.kartela.service.message.channel.MessageRules.Day;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shop's channels: set by the owner, seen by whoever writes campaigns. */
public final class ChannelRoutes implements Routes {
  private static final String PATH = "/api/v1/channels";

  private final Sessions sessions;
  private final ChannelDesk desk;

  private record OrderRequest(@Nullable List<String> kinds) {}

  private record TestRequest(@Nullable String address) {}

  private record RulesRequest(@Nullable Day day, @Nullable Cap cap) {}

  private record Balance(@Nullable BigDecimal balance) {}

  private record Shown(List<ChannelView> items, MessageRules rules) {}

  public ChannelRoutes(Sessions sessions, ChannelDesk desk) {
    this.sessions = sessions;
    this.desk = desk;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::list);
    routing.put("/api/v1/message-rules", this::rules);
    routing.put(PATH, this::order);
    routing.put(PATH + "/{kind}", this::keep);
    routing.delete(PATH + "/{kind}", this::remove);
    routing.post(PATH + "/{kind}/test", this::test);
    routing.get(PATH + "/{kind}/balance", this::balance);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    boolean all = staff.may(Action.VENDOR_KEYS);
    Http.send(
        res,
        200,
        new Shown(
            desk.channels(staff.merchantId()).stream()
                .map(one -> ChannelView.of(one.channel(), one.hook(), all))
                .toList(),
            desk.rules(staff.merchantId())));
  }

  private void keep(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    ChannelKind kind = kind(req);
    ChannelDesk.Hooked kept = desk.keep(owner, kind, Http.json(req, ChannelCheck.Request.class));
    Http.send(res, 200, ChannelView.of(kept.channel(), kept.hook(), true));
  }

  private void remove(ServerRequest req, ServerResponse res) {
    desk.remove(sessions.require(req, Action.VENDOR_KEYS), kind(req));
    Http.noContent(res);
  }

  private void order(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    List<String> names = Http.json(req, OrderRequest.class).kinds;
    List<ChannelKind> kinds = new ArrayList<>();
    for (String name : names == null ? List.<String>of() : names) {
      ChannelKind kind = known(name);
      if (kind != null) {
        kinds.add(kind);
      }
    }
    Set<ChannelKind> once = EnumSet.noneOf(ChannelKind.class);
    once.addAll(kinds);
    Check check = new Check();
    check.require(
        names != null && once.size() == names.size(),
        "kinds",
        "INVALID",
        "каждый канал один раз",
        "each channel once");
    check.done();
    desk.order(owner, kinds);
    Http.noContent(res);
  }

  private void test(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    ChannelKind kind = kind(req);
    String address = Http.json(req, TestRequest.class).address;
    Http.send(res, 200, desk.test(owner, kind, address, Http.lang(req)));
  }

  private void balance(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    Http.send(res, 200, new Balance(desk.balance(owner.merchantId(), kind(req)).orElse(null)));
  }

  private void rules(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    RulesRequest body = Http.json(req, RulesRequest.class);
    Check check = new Check();
    check.require(
        body.day == null
            || (body.day.from() >= 0 && body.day.from() < body.day.to() && body.day.to() <= 1_440),
        "day",
        "INVALID",
        "начало раньше конца, в пределах суток",
        "from before to, within a day");
    check.require(
        body.cap == null
            || (body.cap.most() >= 1
                && body.cap.most() <= 100
                && body.cap.days() >= 1
                && body.cap.days() <= 90),
        "cap",
        "INVALID",
        "от 1 до 100 сообщений за 1–90 дней",
        "1 to 100 messages in 1 to 90 days");
    check.done();
    desk.rules(owner, new MessageRules(body.day, body.cap));
    Http.noContent(res);
  }

  private static ChannelKind kind(ServerRequest req) {
    ChannelKind kind = known(req.path().pathParameters().get("kind"));
    if (kind == null) {
      throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
    }
    return kind;
  }

  private static @Nullable ChannelKind known(@Nullable String name) {
    return Stream.of(ChannelKind.values())
        .filter(kind -> kind.name().equals(name == null ? "" : name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }
}

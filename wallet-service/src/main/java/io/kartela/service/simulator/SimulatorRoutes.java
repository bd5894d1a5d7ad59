package io.kartela.service.simulator;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.WalletRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The simulator's part of the API. Texts are in the language of {@code ?lang=} or Accept-Language.
 */
public final class SimulatorRoutes implements Routes, AutoCloseable {
  private static final String PHONE = "/simulator/phones/{phone}";

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Simulator simulator;
  private final Mailbox mailbox;
  private final ChatBots bots;
  private final DemoCalls calls;
  private final DemoBrowsers browsers;
  private final Supplier<DemoInfo> demo;
  private volatile boolean open = true;

  /**
   * Serves the simulator.
   *
   * @param demo asked at every request
   */
  public SimulatorRoutes(
      Simulator simulator,
      Mailbox mailbox,
      ChatBots bots,
      DemoCalls calls,
      DemoBrowsers browsers,
      Supplier<DemoInfo> demo) {
    this.simulator = simulator;
    this.mailbox = mailbox;
    this.bots = bots;
    this.calls = calls;
    this.browsers = browsers;
    this.demo = demo;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    new ChatRoutes(bots, calls).add(routing);
    new BrowserRoutes(browsers).add(routing);
    routing
        .get("/simulator/demo", (req, res) -> Http.send(res, 200, demo.get()))
        .get("/simulator/messages", this::messages)
        .get("/simulator/phones", this::list)
        .post("/simulator/phones", this::create)
        .get(PHONE, (req, res) -> send(req, res, 200, phone(req)))
        .put(PHONE, this::change)
        .delete(PHONE, this::throwAway)
        .post(PHONE + "/push-token", this::renewToken)
        .post(PHONE + "/samples", this::tryOn)
        .get(PHONE + "/events", this::watch)
        .post(PHONE + "/cards", this::addCard)
        .delete(PHONE + "/cards/{serial}", this::removeCard)
        .delete(PHONE + "/notices", this::clear);
  }

  private record Message(String id, String to, String text, Instant at) {}

  private void messages(ServerRequest req, ServerResponse res) {
    List<Message> items =
        mailbox.letters().stream()
            .map(letter -> new Message(letter.id(), letter.phone(), letter.text(), letter.at()))
            .toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private void list(ServerRequest req, ServerResponse res) {
    Lang lang = lang(req);
    Http.send(
        res,
        200,
        Map.of("items", simulator.phones().stream().map(phone -> phone.view(lang)).toList()));
  }

  private record NewPhone(
      @Nullable String platform, @Nullable String name, @Nullable Integer ios) {}

  private void create(ServerRequest req, ServerResponse res) {
    NewPhone asked = Http.json(req, NewPhone.class);
    Check check = new Check();
    Platform platform = "GOOGLE".equals(asked.platform()) ? Platform.GOOGLE : Platform.APPLE;
    check.require(
        platform.name().equals(asked.platform()),
        "platform",
        "INVALID",
        "APPLE или GOOGLE",
        "APPLE or GOOGLE");
    String name = check.optional("name", asked.name(), 60);
    Ios ios = ios(check, asked.ios());
    check.done();
    String usual = platform == Platform.APPLE ? "iPhone" : "Android";
    SimulatedPhone phone =
        simulator
            .create(platform, name == null ? usual : name, ios)
            .orElseThrow(() -> Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, 60));
    send(req, res, 201, phone);
  }

  private void throwAway(ServerRequest req, ServerResponse res) {
    simulator.remove(phone(req));
    Http.noContent(res);
  }

  private static Ios ios(Check check, @Nullable Integer number) {
    Ios ios = Ios.of(number);
    check.require(ios != null, "ios", "INVALID", "26 или 27", "26 or 27");
    return ios == null ? Ios.V27 : ios;
  }

  private record Change(@Nullable String name, @Nullable Boolean online, @Nullable Integer ios) {}

  private void change(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    Change asked = Http.json(req, Change.class);
    Check check = new Check();
    String name = check.optional("name", asked.name(), 60);
    Ios ios = ios(check, asked.ios());
    check.done();
    simulator.change(phone, name, asked.online(), asked.ios() == null ? null : ios);
    send(req, res, 200, phone);
  }

  private record NewToken(@Nullable Boolean tell) {}

  private void renewToken(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    boolean tell = !Boolean.FALSE.equals(Http.json(req, NewToken.class).tell());
    if (!(phone instanceof ApplePhone apple)) {
      throw new Problem(ProblemCode.WALLET_REFUSED, "an Android has no push token of ours");
    }
    simulator.renewToken(apple, tell);
    send(req, res, 200, phone);
  }

  /** What the preview of a design answers, handed on as it is. */
  private void tryOn(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    JsonNode preview = Http.parse(Http.body(req, Http.LARGE_BODY), JsonNode.class);
    try {
      phone.tryOn(
          SampleCards.SERIAL,
          SampleCards.of(phone.platform(), preview, simulator.now()),
          simulator.now());
    } catch (WalletRefused e) {
      throw new Problem(ProblemCode.WALLET_REFUSED, e.reason());
    }
    send(req, res, 200, phone);
  }

  private record NewCard(@Nullable String card) {}

  private void addCard(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    Check check = new Check();
    String card = check.text("card", Http.json(req, NewCard.class).card(), 2000);
    check.done();
    try {
      String _ = phone.add(card);
    } catch (WalletRefused e) {
      throw new Problem(ProblemCode.WALLET_REFUSED, e.reason());
    }
    send(req, res, 201, phone);
  }

  private void removeCard(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    String serial = Http.pathParam(req, "serial");
    if (!phone.takeOff(serial)) {
      phone.remove(serial);
    }
    send(req, res, 200, phone);
  }

  private void clear(ServerRequest req, ServerResponse res) {
    SimulatedPhone phone = phone(req);
    phone.clearNotices();
    send(req, res, 200, phone);
  }

  /**
   * Server-sent events: the whole phone at once and after every change, and a sign of life in
   * between.
   */
  private void watch(ServerRequest req, ServerResponse res)
      throws IOException, InterruptedException {
    SimulatedPhone phone = phone(req);
    Lang lang = lang(req);
    res.header(HeaderNames.CONTENT_TYPE, "text/event-stream;charset=UTF-8");
    res.header(HeaderNames.CACHE_CONTROL, "no-store");
    try (OutputStream out = res.outputStream()) {
      long seen = phone.revision();
      write(out, event(phone, lang));
      while (open && simulator.phone(phone.id()).isPresent()) {
        long now = phone.await(seen, HEARTBEAT);
        write(out, now == seen ? ":\n\n" : event(phone, lang));
        seen = now;
      }
    } catch (IOException | UncheckedIOException e) {
      // The page was closed.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
    }
  }

  private static String event(SimulatedPhone phone, Lang lang) {
    return "event: phone\ndata: " + Http.JSON.writeValueAsString(phone.view(lang)) + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private SimulatedPhone phone(ServerRequest req) {
    return simulator
        .phone(Http.pathParam(req, "phone"))
        .orElseThrow(() -> new Problem(ProblemCode.PHONE_NOT_FOUND));
  }

  private static void send(
      ServerRequest req, ServerResponse res, int status, SimulatedPhone phone) {
    Http.send(res, status, phone.view(lang(req)));
  }

  private static Lang lang(ServerRequest req) {
    return Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
  }

  /** Ends the streams of events; close this before the server, which would wait for them. */
  @Override
  public void close() {
    open = false;
    simulator.phones().forEach(SimulatedPhone::changed);
  }
}

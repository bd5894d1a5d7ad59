package io.kartela.push.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kartela.push.PushException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays SMS.RU on loopback, as badly as the real one can: numbers that nothing reaches, an empty
 * account, a day's limit, the same text twice in a minute, answers that are late, garbled or lost
 * after the text was taken. Every text that was taken is kept, so that a test counts duplicates.
 * Thread-safe.
 */
public final class FakeSmsRu implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEPT = 1_000;
  private static final int MAX_FORM = 16 * 1024;
  private static final BigDecimal PRICE = new BigDecimal("4.99");
  private static final Duration SAME_TEXT = Duration.ofMinutes(1);

  private final String apiId;
  private final InstantSource clock;
  private final Consumer<TextMessage> phones;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private BigDecimal balance = new BigDecimal("1000.00");
  private Trouble trouble = new Trouble.None();
  private int next = 1;

  /** A text that was taken, and paid for. */
  public record Taken(String phone, String text, String sender, Instant at) {}

  /** What to do to the next requests. */
  public sealed interface Trouble {
    record None() implements Trouble {}

    /** Says this code to the whole request, such as 200, 206 or 220. */
    record Code(int code) implements Trouble {}

    /** Answers nothing but this HTTP status and a page of HTML, as a proxy in front does. */
    record Status(int status) implements Trouble {}

    /** Takes the text and answers only after this long. */
    record Late(Duration delay) implements Trouble {}

    /** Takes the text and drops the connection: the maker of duplicates. */
    record Drop() implements Trouble {}

    /** Takes the text and answers with something that is no JSON. */
    record Garbage() implements Trouble {}
  }

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken
   */
  public FakeSmsRu(String apiId, InstantSource clock, Consumer<TextMessage> phones) {
    this.apiId = apiId;
    this.clock = clock;
    this.phones = phones;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new PushException("push.sms.start", "no port for the SMS gateway's stand-in", e);
    }
    server.setExecutor(threads);
    server.createContext("/sms/send", exchange -> serve(exchange, this::send));
    server.createContext("/my/balance", exchange -> serve(exchange, this::askBalance));
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on; {@link Trouble.None} ends it. */
  public void trouble(Trouble what) {
    lock.lock();
    try {
      this.trouble = what;
    } finally {
      lock.unlock();
    }
  }

  /** What is said to this number from now on: 202, 207, 209, 230 …; 100: it is well again. */
  public void number(String phone, int code) {
    lock.lock();
    try {
      numbers.put(phone.substring(1), code);
    } finally {
      lock.unlock();
    }
  }

  public void balance(String roubles) {
    lock.lock();
    try {
      balance = new BigDecimal(roubles);
    } finally {
      lock.unlock();
    }
  }

  /** Every text that was taken, oldest first. */
  public List<Taken> taken() {
    lock.lock();
    try {
      return new ArrayList<>(taken);
    } finally {
      lock.unlock();
    }
  }

  private interface Answering {
    Map<String, Object> to(Map<String, String> form);
  }

  private void serve(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM);
      Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
      Trouble now = current();
      if (now instanceof Trouble.Status(int status)) {
        write(exchange, status, "<html><title>" + status + "</title></html>");
        return;
      }
      Map<String, Object> answer =
          now instanceof Trouble.Code(int code)
              ? error(code)
              : apiId.equals(form.get("api_id")) ? answering.to(form) : error(200);
      switch (now) {
        case Trouble.Drop _ -> {
          return; // closing the exchange without an answer cuts the connection
        }
        case Trouble.Garbage _ -> write(exchange, 200, "OK\n100");
        case Trouble.Late(Duration delay) -> {
          Thread.sleep(delay);
          write(exchange, 200, JSON.writeValueAsString(answer));
        }
        default -> write(exchange, 200, JSON.writeValueAsString(answer));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Trouble current() {
    lock.lock();
    try {
      return trouble;
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Object> send(Map<String, String> form) {
    String to = form.getOrDefault("to", "");
    String text = form.getOrDefault("msg", "");
    lock.lock();
    try {
      int code = judge(to, text);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("status", code == 100 ? "OK" : "ERROR");
      one.put("status_code", code);
      if (code == 100) {
        balance = balance.subtract(PRICE);
        taken.add(new Taken("+" + to, text, form.getOrDefault("from", ""), clock.instant()));
        if (taken.size() > KEPT) {
          taken.removeFirst();
        }
        String id = "000000-" + next++;
        one.put("sms_id", id);
        phones.accept(new TextMessage("+" + to, text, id));
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("status", "OK");
      answer.put("status_code", 100);
      answer.put("sms", Map.of(to, one));
      answer.put("balance", balance);
      return answer;
    } finally {
      lock.unlock();
    }
  }

  private int judge(String to, String text) {
    if (!to.matches("[1-9][0-9]{6,14}")) {
      return 202;
    }
    if (text.isBlank()) {
      return 203;
    }
    int known = numbers.getOrDefault(to, 100);
    if (known != 100) {
      return known;
    }
    if (balance.compareTo(PRICE) < 0) {
      return 201;
    }
    Instant recent = clock.instant().minus(SAME_TEXT);
    boolean repeated =
        taken.stream()
            .anyMatch(t -> t.phone.equals("+" + to) && t.text.equals(text) && t.at.isAfter(recent));
    return repeated ? 231 : 100;
  }

  private Map<String, Object> askBalance(Map<String, String> form) {
    lock.lock();
    try {
      return Map.of("status", "OK", "status_code", 100, "balance", balance);
    } finally {
      lock.unlock();
    }
  }

  private static Map<String, Object> error(int code) {
    return Map.of("status", "ERROR", "status_code", code, "status_text", "refused");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

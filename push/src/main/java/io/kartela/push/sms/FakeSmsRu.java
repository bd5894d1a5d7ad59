package io.kartela.push.sms;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.Digests;
import io.kartela.push.http.FakeCallbacks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Plays SMS.RU on loopback, as badly as the real one can: numbers that nothing reaches, an empty
 * account, a day's limit, the same text twice in a minute, answers that are late, garbled or lost
 * after the text was taken. Thread-safe.
 */
public final class FakeSmsRu extends FakeSms {
  private static final Duration SAME_TEXT = Duration.ofMinutes(1);
  private static final Duration RINGING = Duration.ofMinutes(5);
  private static final String FREE_NUMBER = "+7 (800) 555-86-07";

  private final String apiId;
  private final Map<String, Check> checks = new HashMap<>();

  private record Check(String phone, Instant since, boolean rung) {}

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  public FakeSmsRu(String apiId, InstantSource clock, Consumer<TextMessage> phones) {
    super(clock, phones);
    this.apiId = apiId;
    start();
  }

  /** A person rings the free number from this phone. */
  public void ring(String phone) {
    locked(
        () -> {
          checks.replaceAll(
              (id, check) ->
                  check.phone.equals(phone) ? new Check(phone, check.since, true) : check);
          return checks;
        });
  }

  @Override
  protected Reply answer(Request request) {
    Map<String, String> form = request.form();
    if (!apiId.equals(form.get("api_id"))) {
      return refusal(200);
    }
    return switch (request.path()) {
      case "/sms/send" -> Reply.json(200, send(form));
      case "/sms/status" -> Reply.json(200, status(form.getOrDefault("sms_id", "")));
      case "/my/balance" -> Reply.json(200, ok("balance", left()));
      case "/callcheck/add" -> Reply.json(200, addCheck("+" + form.getOrDefault("phone", "")));
      case "/callcheck/status" -> Reply.json(200, check(form.getOrDefault("check_id", "")));
      default -> new Reply(404, "", Map.of());
    };
  }

  @Override
  protected Reply refusal(int code) {
    return Reply.json(200, error(code));
  }

  @Override
  protected Reply throttled(Duration after) {
    return new Reply(429, "", Map.of("Retry-After", Long.toString(after.toSeconds())));
  }

  private Map<String, Object> send(Map<String, String> form) {
    String to = form.getOrDefault("to", "");
    String text = form.getOrDefault("msg", "");
    int code = judge(to, text);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("status", code == 100 ? "OK" : "ERROR");
    one.put("status_code", code);
    if (code == 100) {
      String id = "000000-" + nextNumber();
      one.put("sms_id", id);
      if (!"1".equals(form.get("test"))) {
        take(id, "+" + to, text, form.getOrDefault("from", ""));
      }
    }
    Map<String, Object> answer = ok("sms", Map.of(to, one));
    answer.put("balance", left());
    return answer;
  }

  private int judge(String to, String text) {
    if (!to.matches("[1-9][0-9]{6,14}")) {
      return 202;
    }
    if (text.isBlank()) {
      return 203;
    }
    if (SmsParts.of(text).parts() > 8) {
      return 205;
    }
    int known = said("+" + to);
    if (known != 100) {
      return known;
    }
    if (!canPay(text)) {
      return 201;
    }
    return repeated("+" + to, text, SAME_TEXT) ? 231 : 100;
  }

  private Map<String, Object> status(String ids) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String id : ids.split(",", -1)) {
      Kept kept = find(id);
      int code = kept == null ? -1 : settled(kept) ? end(kept) : 102;
      all.put(id, Map.of("status", kept == null ? "ERROR" : "OK", "status_code", code));
    }
    return ok("sms", all);
  }

  private int end(Kept kept) {
    return switch (lineOf(kept)) {
      case ALIVE -> 103;
      case DEAD -> 207;
      case BARRED, REFUSES_ADS -> 108;
      case ABSENT -> 104;
      case SIM_CHANGED -> 107;
    };
  }

  @Override
  void post(Kept kept, URI to, FakeCallbacks callbacks) {
    for (int code : new int[] {102, end(kept)}) {
      String data =
          "sms_status\n" + kept.id() + "\n" + code + "\n" + clock.instant().getEpochSecond();
      Map<String, String> form = new LinkedHashMap<>();
      form.put("data[0]", data);
      form.put("hash", Digests.sha256(apiId + data));
      callbacks.post(to, Map.of("Content-Type", Bodies.FORM), Bodies.form(form));
    }
  }

  private Map<String, Object> addCheck(String phone) {
    if (said(phone) != 100) {
      return error(said(phone));
    }
    String id = "201737-" + nextNumber();
    checks.put(id, new Check(phone, clock.instant(), false));
    Map<String, Object> answer = ok("check_id", id);
    answer.put("call_phone", FREE_NUMBER.replaceAll("[^0-9]", ""));
    answer.put("call_phone_pretty", FREE_NUMBER);
    return answer;
  }

  private Map<String, Object> check(String id) {
    Check check = checks.get(id);
    if (check == null) {
      return error(202);
    }
    boolean late = clock.instant().isAfter(check.since.plus(RINGING));
    return ok("check_status", Integer.toString(check.rung ? 401 : late ? 402 : 400));
  }

  private static Map<String, Object> ok(String key, Object value) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "OK");
    answer.put("status_code", 100);
    answer.put(key, value);
    return answer;
  }

  private static Map<String, Object> error(int code) {
    return Map.of("status", "ERROR", "status_code", code, "status_text", "refused");
  }
}

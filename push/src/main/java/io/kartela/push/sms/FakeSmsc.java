package io.kartela.push.sms;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.FakeCallbacks;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plays SMSC.RU on loopback: errors with HTTP 200, receipts by poll and by post. Thread-safe. */
public final class FakeSmsc extends FakeSms {
  private static final Duration SAME_REQUEST = Duration.ofMinutes(1);

  private final String login;
  private final String password;

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  public FakeSmsc(
      String login, String password, InstantSource clock, Consumer<TextMessage> phones) {
    super(clock, phones);
    this.login = login;
    this.password = password;
    start();
  }

  @Override
  protected Reply answer(Request request) {
    Map<String, String> form = request.form();
    boolean known =
        form.containsKey("apikey")
            ? password.equals(form.get("apikey"))
            : login.equals(form.get("login")) && password.equals(form.get("psw"));
    if (!known) {
      return refusal(2);
    }
    return switch (request.path()) {
      case "/sys/send.php" -> send(form);
      case "/sys/status.php" -> status(form);
      case "/sys/balance.php" -> Reply.json(200, Map.of("balance", left().toPlainString()));
      default -> new Reply(404, "", Map.of());
    };
  }

  @Override
  protected Reply refusal(int code) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", "refused");
    error.put("error_code", code);
    return Reply.json(200, error);
  }

  @Override
  protected Reply throttled(Duration after) {
    return refusal(9);
  }

  private Reply send(Map<String, String> form) {
    String to = form.getOrDefault("phones", "");
    String text = form.getOrDefault("mes", "");
    if (text.isBlank() || !"3".equals(form.get("fmt"))) {
      return refusal(1);
    }
    if (!to.matches("[1-9][0-9]{6,14}")) {
      return refusal(7);
    }
    if (said("+" + to) != 100) {
      return refusal(said("+" + to));
    }
    if (!canPay(text)) {
      return refusal(3);
    }
    if (repeated("+" + to, text, SAME_REQUEST)) {
      return refusal(9);
    }
    String own = form.getOrDefault("id", "");
    String id = own.isEmpty() ? Integer.toString(nextNumber()) : own;
    take(id, "+" + to, text, form.getOrDefault("sender", ""));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("cnt", SmsParts.of(text).parts());
    answer.put("cost", price(text).toPlainString());
    answer.put("balance", left().toPlainString());
    return Reply.json(200, answer);
  }

  private Reply status(Map<String, String> form) {
    String ids = form.getOrDefault("id", "");
    String phones = form.getOrDefault("phone", "");
    if (!ids.contains(",")) {
      return Reply.json(200, station(ids, phones));
    }
    // A trailing comma only asks for a list: it is taken away.
    String[] listed = ids.replaceFirst(",$", "").split(",", -1);
    String[] numbers = phones.replaceFirst(",$", "").split(",", -1);
    if (listed.length != numbers.length) {
      return refusal(1);
    }
    List<Map<String, Object>> stations = new ArrayList<>();
    for (int i = 0; i < listed.length; i++) {
      Map<String, Object> station = new LinkedHashMap<>(station(listed[i], numbers[i]));
      station.put("id", listed[i]);
      station.put("phone", numbers[i]);
      stations.add(station);
    }
    return Reply.json(200, stations);
  }

  private Map<String, Object> station(String id, String phone) {
    Kept kept = find(id);
    if (kept == null || !kept.taken().phone().equals("+" + phone)) {
      return Map.of("status", -3);
    }
    return settled(kept) ? end(kept) : Map.of("status", 0, "err", 0);
  }

  private Map<String, Object> end(Kept kept) {
    Map<String, Object> end = new LinkedHashMap<>();
    int error =
        switch (lineOf(kept)) {
          case ALIVE -> 0;
          case DEAD -> 1;
          case BARRED -> 13;
          case ABSENT -> 6;
          case REFUSES_ADS -> 244;
          case SIM_CHANGED -> 219;
        };
    end.put("status", error == 0 ? 1 : error == 6 ? 3 : 20);
    end.put("err", error);
    return end;
  }

  @Override
  void post(Kept kept, URI to, FakeCallbacks callbacks) {
    for (Map<String, Object> station : List.of(Map.<String, Object>of("status", 0), end(kept))) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("id", kept.id());
      form.put("phone", kept.taken().phone().substring(1));
      station.forEach((key, value) -> form.put(key, value.toString()));
      form.put("ts", Long.toString(clock.instant().getEpochSecond()));
      callbacks.post(to, Map.of("Content-Type", Bodies.FORM), Bodies.form(form));
    }
  }
}

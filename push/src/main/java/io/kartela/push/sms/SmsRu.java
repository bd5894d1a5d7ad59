package io.kartela.push.sms;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.http.HttpCalls.Result;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway SMS.RU. It answers 200 to everything it understood and says in the body what it
 * thinks of the request and, inside, of the number. It knows no idempotency key: a text is sent
 * once and an answer that got lost stays {@link Answer.Unknown}. The key travels in the body, never
 * in an address.
 */
public final class SmsRu implements SmsGateway, InboundCalls {
  private final Settings settings;
  private final Forms forms;

  /**
   * Who we are to the gateway.
   *
   * @param address with neither path nor query; https but on loopback
   * @param sender the name that was agreed with the gateway; empty: its common one
   * @param patience how long one call may take
   */
  public record Settings(URI address, String apiId, String sender, Duration patience) {
    public Settings {
      Objects.requireNonNull(address);
      Objects.requireNonNull(patience);
      if (apiId.isBlank()) {
        throw new IllegalArgumentException("an api_id is needed");
      }
    }

    /** With the usual patience: the person waits in front of a screen. */
    public static Settings of(URI address, String apiId, String sender) {
      return new Settings(address, apiId, sender, Duration.ofSeconds(8));
    }

    @Override
    public String toString() {
      return "SmsRu[" + address + ", sender=" + sender + "]";
    }
  }

  public SmsRu(Settings settings) {
    this.settings = settings;
    this.forms = new Forms(settings.address, settings.patience);
  }

  @Override
  public Answer send(TextMessage message) {
    Map<String, String> form = form();
    form.put("to", message.digits());
    form.put("msg", message.text());
    form.put("ttl", Long.toString(message.lifeMinutes(1_440)));
    if (!settings.sender.isEmpty()) {
      form.put("from", settings.sender);
    }
    return switch (forms.post("/sms/send", form)) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered, message.digits());
    };
  }

  private Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_id", settings.apiId);
    form.put("json", "1");
    return form;
  }

  private static Answer read(Result.Answered answered, String to) {
    @Nullable JsonNode json = answered.json();
    if (answered.status() != 200 || json == null) {
      return answered.outsiders();
    }
    int whole = json.path("status_code").asInt(0);
    if (whole != 100) {
      return refused(whole);
    }
    JsonNode one = json.path("sms").path(to);
    int code = one.path("status_code").asInt(0);
    // 100 to 103 are stations on the text's way.
    return code >= 100 && code <= 103
        ? new Answer.Accepted(one.path("sms_id").asString(""))
        : refused(code);
  }

  private static Answer refused(int code) {
    String text = Integer.toString(code);
    return switch (code) {
      case 202, 207 -> new Answer.AddressRefused(text, AddressFate.DEAD);
      // On a list of ours at the gateway: somebody put it there, and may take it off.
      case 209 -> new Answer.AddressRefused(text, AddressFate.KEEP);
      case 203, 204, 205, 208 -> new Answer.TextRefused(text);
      case 200, 300, 301, 302 -> new Answer.CredentialRefused(text);
      case 201 -> new Answer.OutOfMoney(text);
      // The day's limit of the account, or of one number.
      case 206, 230 -> new Answer.Throttled(text, Duration.ofHours(1));
      // The same text to the same number, twice a minute or too often a day.
      case 231 -> new Answer.Throttled(text, Duration.ofMinutes(1));
      case 232 -> new Answer.Throttled(text, Duration.ofHours(1));
      case 220, 500 -> new Answer.NotSent(text);
      default -> new Answer.Unknown("code " + text);
    };
  }

  @Override
  public List<Report> reports(Collection<Sent> sent) {
    if (sent.isEmpty()) {
      return List.of();
    }
    Map<String, String> form = form();
    form.put("sms_id", sent.stream().map(Sent::vendorId).collect(Collectors.joining(",")));
    return good("/sms/status", form)
        .map(json -> sent.stream().flatMap(one -> report(one, json.path("sms")).stream()).toList())
        .orElse(List.of());
  }

  private static Optional<Report> report(Sent one, JsonNode told) {
    int code = told.path(one.vendorId()).path("status_code").asInt(-1);
    return fate(code).map(fate -> new Report(one.vendorId(), fate, Integer.toString(code)));
  }

  /** Empty for what is no station of a text's. */
  static Optional<Fate> fate(int code) {
    return switch (code) {
      case 100, 101, 102 -> Optional.of(Fate.ON_THE_WAY);
      case 103 -> Optional.of(Fate.DELIVERED);
      case 110 -> Optional.of(Fate.SEEN);
      case 104 -> Optional.of(Fate.EXPIRED);
      case 105, 106, 107, 108, 150 -> Optional.of(Fate.FAILED);
      case 202, 207 -> Optional.of(Fate.DEAD);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<BigDecimal> balance() {
    return good("/my/balance", form()).flatMap(json -> Forms.number(json.path("balance")));
  }

  @Override
  public Opened open(String phone) {
    Map<String, String> form = form();
    form.put("phone", phone.substring(1));
    return switch (forms.post("/callcheck/add", form)) {
      case Result.Failed(Answer answer) -> new Opened.Refused(answer);
      case Result.Answered answered -> opened(answered);
    };
  }

  private static Opened opened(Result.Answered answered) {
    @Nullable JsonNode json = answered.json();
    if (answered.status() != 200 || json == null) {
      return new Opened.Refused(answered.outsiders());
    }
    int code = json.path("status_code").asInt(0);
    String id = json.path("check_id").asString("");
    String number = json.path("call_phone_pretty").asString("");
    return code == 100 && !id.isEmpty() && !number.isEmpty()
        ? new Opened.Waiting(id, number)
        : new Opened.Refused(refused(code));
  }

  @Override
  public State state(String checkId) {
    Map<String, String> form = form();
    form.put("check_id", checkId);
    String state =
        good("/callcheck/status", form)
            .map(json -> json.path("check_status").asString(""))
            .orElse("");
    return switch (state) {
      case "400" -> State.WAITING;
      case "401" -> State.CONFIRMED;
      case "402" -> State.ELAPSED;
      default -> State.UNKNOWN;
    };
  }

  private Optional<JsonNode> good(String path, Map<String, String> form) {
    return forms.post(path, form).good().filter(json -> json.path("status_code").asInt(0) == 100);
  }
}

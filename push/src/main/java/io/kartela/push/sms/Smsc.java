package io.kartela.push.sms;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.Report;
import io.kartela.push.http.Bodies;
import io.kartela.push.http.Digests;
import io.kartela.push.http.HttpCalls.Result;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway SMSC.RU. It refuses with HTTP 200 and an error code. Texts go out under a name of
 * ours, made of the message's id, so that what became of one whose answer got lost can still be
 * asked: {@link #reports} by {@link #nameOf}. The name is no idempotency key: the gateway refuses
 * only the same request within a minute.
 */
public final class Smsc implements SmsGateway {
  private static final int MOST_HOURS = 24;

  private final Settings settings;
  private final Forms forms;

  /**
   * Who we are to the gateway.
   *
   * @param address with neither path nor query; https but on loopback
   * @param login empty: the password is an API key
   * @param sender the name that was agreed with the gateway; empty: its common one
   */
  public record Settings(
      URI address, String login, String password, String sender, Duration patience) {
    public Settings {
      if (password.isBlank()) {
        throw new IllegalArgumentException("a password or key is needed");
      }
    }

    @Override
    public String toString() {
      return "Smsc[" + address + ", sender=" + sender + "]";
    }
  }

  public Smsc(Settings settings) {
    this.settings = settings;
    this.forms = new Forms(settings.address, settings.patience);
  }

  /** The name under which the gateway knows a message of ours. */
  public static String nameOf(String messageId) {
    return Digests.sha256(messageId).substring(0, 32);
  }

  @Override
  public Answer send(TextMessage message) {
    String name = nameOf(message.id());
    Map<String, String> form = form();
    form.put("phones", message.digits());
    form.put("mes", message.text());
    form.put("id", name);
    form.put("valid", Long.toString((message.lifeMinutes(MOST_HOURS * 60) + 59) / 60));
    form.put("cost", "3");
    if (!settings.sender.isEmpty()) {
      form.put("sender", settings.sender);
    }
    return switch (forms.post("/sys/send.php", form)) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered, name);
    };
  }

  private Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    if (settings.login.isEmpty()) {
      form.put("apikey", settings.password);
    } else {
      form.put("login", settings.login);
      form.put("psw", settings.password);
    }
    form.put("fmt", "3");
    form.put("charset", "utf-8");
    return form;
  }

  private static Answer read(Result.Answered answered, String name) {
    @Nullable JsonNode json = answered.json();
    if (answered.status() != 200 || json == null) {
      return answered.outsiders();
    }
    if (json.has("error_code")) {
      return refused(json.path("error_code").asInt(0));
    }
    return json.path("cnt").asInt(0) > 0
        ? new Answer.Accepted(name)
        : new Answer.Unknown("neither a count nor an error");
  }

  private static Answer refused(int code) {
    String text = Integer.toString(code);
    return switch (code) {
      case 1, 5, 6 -> new Answer.TextRefused(text);
      case 2, 4 -> new Answer.CredentialRefused(text);
      case 3 -> new Answer.OutOfMoney(text);
      case 7 -> new Answer.AddressRefused(text, AddressFate.DEAD);
      // It has no way there now; that proves nothing about the number.
      case 8 -> new Answer.AddressRefused(text, AddressFate.KEEP);
      case 9 -> new Answer.Throttled(text, Duration.ofMinutes(1));
      default -> new Answer.Unknown("code " + text);
    };
  }

  @Override
  public List<Report> reports(Collection<Sent> sent) {
    if (sent.isEmpty()) {
      return List.of();
    }
    // A comma behind the last has even a single text answered by a list.
    StringBuilder ids = new StringBuilder();
    StringBuilder phones = new StringBuilder();
    for (Sent one : sent) {
      ids.append(one.vendorId()).append(',');
      phones.append(one.address().substring(1)).append(',');
    }
    Map<String, String> form = form();
    form.put("id", ids.toString());
    form.put("phone", phones.toString());
    return forms.post("/sys/status.php", form) instanceof Result.Answered answered
            && answered.status() == 200
        ? told(List.copyOf(sent), Bodies.objects(answered.body()))
        : List.of();
  }

  /** In the order that was asked for; a name in the answer is believed more. */
  private static List<Report> told(List<Sent> sent, List<JsonNode> told) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < Math.min(sent.size(), told.size()); i++) {
      JsonNode one = told.get(i);
      String id = one.path("id").asString(sent.get(i).vendorId());
      SmscStatus.report(id, one.path("status").asString(""), one.path("err").asString(""))
          .ifPresent(reports::add);
    }
    return reports;
  }

  @Override
  public Optional<BigDecimal> balance() {
    return forms
        .post("/sys/balance.php", form())
        .good()
        .flatMap(json -> Forms.number(json.path("balance")));
  }
}

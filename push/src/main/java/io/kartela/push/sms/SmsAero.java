package io.kartela.push.sms;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.Report;
import io.kartela.push.http.HttpCalls.Result;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway SMS Aero (API v2): JSON, who we are in a header. It knows no idempotency key: an
 * answer that got lost stays {@link Answer.Unknown}.
 */
public final class SmsAero implements SmsGateway {
  private static final int LONGEST = 640;

  private final Settings settings;
  private final JsonPosts posts;

  /**
   * Who we are to the gateway.
   *
   * @param address with neither path nor query; https but on loopback
   * @param email the account's
   * @param sign the sender's name that was agreed; the gateway sends nothing without
   * @param receipts where receipts are posted, our secret included; null: they are asked for
   */
  public record Settings(
      URI address,
      String email,
      String key,
      String sign,
      @Nullable URI receipts,
      Duration patience) {
    public Settings {
      if (email.isBlank() || key.isBlank() || sign.isBlank()) {
        throw new IllegalArgumentException("an e-mail, a key and a sign are needed");
      }
    }

    @Override
    public String toString() {
      return "SmsAero[" + address + ", sign=" + sign + "]";
    }
  }

  public SmsAero(Settings settings) {
    this.settings = settings;
    this.posts =
        new JsonPosts(
            settings.address, JsonPosts.basic(settings.email, settings.key), settings.patience);
  }

  @Override
  public Answer send(TextMessage message) {
    if (message.text().length() > LONGEST) {
      return new Answer.TextRefused("longer than " + LONGEST);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("number", message.digits());
    body.put("text", message.text());
    body.put("sign", settings.sign);
    if (settings.receipts != null) {
      body.put("callbackUrl", settings.receipts.toString());
      body.put("callbackFormat", "JSON");
    }
    return switch (posts.post("/v2/sms/send", body)) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered);
    };
  }

  private static Answer read(Result.Answered answered) {
    @Nullable JsonNode json = answered.json();
    if (json == null || answered.status() == 429) {
      return answered.outsiders();
    }
    if (answered.status() == 200 && json.path("success").asBoolean(false)) {
      // One number is answered by an object, several by a list.
      JsonNode data = json.path("data");
      String id = (data.isArray() ? data.path(0) : data).path("id").asString("");
      return id.isEmpty() ? new Answer.Unknown("no id") : new Answer.Accepted(id);
    }
    return answered.status() >= 500 ? answered.outsiders() : refused(answered.status(), json);
  }

  /** Its words are for people and may quote ours: only what they are about is kept. */
  private static Answer refused(int status, JsonNode json) {
    String code = "HTTP " + status;
    String words = (json.path("message").asString("") + json.path("reason").asString("")).strip();
    if (status == 401 || status == 403) {
      return new Answer.CredentialRefused(code);
    }
    if (status == 402 || words.toLowerCase(Locale.ROOT).contains("not enough money")) {
      return new Answer.OutOfMoney(code);
    }
    JsonNode wrong = json.path("data");
    return wrong.has("number")
        ? new Answer.AddressRefused(code + " number", AddressFate.DEAD)
        : new Answer.TextRefused(wrong.has("sign") ? code + " sign" : code);
  }

  @Override
  public List<Report> reports(Collection<Sent> sent) {
    List<Report> reports = new ArrayList<>();
    for (Sent one : sent) {
      if (one.vendorId().matches("[0-9]{1,18}")) {
        posts
            .post("/v2/sms/status", Map.of("id", Long.parseLong(one.vendorId())))
            .good()
            .filter(json -> json.path("success").asBoolean(false))
            .flatMap(json -> AeroReports.report(json.path("data")))
            .ifPresent(reports::add);
      }
    }
    return reports;
  }

  @Override
  public Optional<BigDecimal> balance() {
    return posts
        .post("/v2/balance", Map.of())
        .good()
        .flatMap(json -> Forms.number(json.path("data").path("balance")));
  }
}

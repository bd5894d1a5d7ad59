package io.kartela.push.sms;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway SMS.RU. It answers 200 to everything it understood and says in the body what it
 * thinks of the request and, inside, of the number. It knows no idempotency key: a text is sent
 * once and an answer that got lost stays {@link Answer.Unknown}. The key travels in the body, never
 * in an address.
 */
public final class SmsRu implements SmsGateway {
  /** A code that comes later than this is of no use to anybody, in minutes. */
  private static final int LIFE_MINUTES = 10;

  private static final int MAX_ANSWER = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Settings settings;
  private final HttpClient http;

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
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(4))
            .build();
  }

  @Override
  public Answer send(TextMessage message) {
    String to = message.phone().substring(1);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("to", to);
    form.put("msg", message.text());
    form.put("ttl", Integer.toString(LIFE_MINUTES));
    if (!settings.sender.isEmpty()) {
      form.put("from", settings.sender);
    }
    return switch (call("/sms/send", form)) {
      case Call.Failed(Answer answer) -> answer;
      case Call.Answered(JsonNode json) -> read(json, to);
    };
  }

  @Override
  public Optional<BigDecimal> balance() {
    return call("/my/balance", Map.of()) instanceof Call.Answered(JsonNode json)
            && json.path("status_code").asInt(0) == 100
        ? number(json.path("balance"))
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    try {
      return node.isNumber() || node.isString()
          ? Optional.of(new BigDecimal(node.asString().strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Answer read(JsonNode json, String to) {
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

  private sealed interface Call {
    record Answered(JsonNode json) implements Call {}

    record Failed(Answer answer) implements Call {}
  }

  private Call call(String path, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_id", settings.apiId);
    form.put("json", "1");
    form.putAll(fields);
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(settings.address.resolve(path))
            .timeout(settings.patience)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<byte[]> response =
          http.send(request, info -> HttpResponse.BodySubscribers.limiting(bytes(), MAX_ANSWER));
      return judged(response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Call.Failed(new Answer.Unknown("interrupted"));
    } catch (IOException e) {
      return new Call.Failed(lost(e));
    }
  }

  private static HttpResponse.BodySubscriber<byte[]> bytes() {
    return HttpResponse.BodySubscribers.ofByteArray();
  }

  private static Call judged(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429) {
      return new Call.Failed(new Answer.Throttled("HTTP 429", Duration.ofMinutes(1)));
    }
    if (status >= 300 && status < 500) {
      return new Call.Failed(new Answer.NotSent("HTTP " + status));
    }
    @Nullable JsonNode json = json(response.body());
    return status == 200 && json != null && json.isObject()
        ? new Call.Answered(json)
        : new Call.Failed(new Answer.Unknown("HTTP " + status));
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Only what fails before the request left is certain. */
  private static Answer lost(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof ConnectException
          || t instanceof HttpConnectTimeoutException
          || t instanceof UnknownHostException
          || t instanceof UnresolvedAddressException
          || t instanceof SSLHandshakeException) {
        return new Answer.NotSent(t.getClass().getSimpleName());
      }
    }
    return new Answer.Unknown(e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

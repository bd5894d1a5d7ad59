package io.kartela.push.webpush;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.http.HttpCalls;
import io.kartela.push.http.HttpCalls.Result;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Notifications to browsers by their own push services, without anybody in between. A push service
 * tells nothing later: that a message was shown is known from the page itself.
 */
public final class WebPush implements TextChannel<WebMessage> {
  private static final int MAX_TEXT = 3_000;
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final PushServices services;
  private final Vapid vapid;
  private final HttpCalls calls;
  private final SecureRandom random = new SecureRandom();

  /**
   * Who we are to push services.
   *
   * @param contact where they complain: {@code mailto:} or {@code https:}
   * @param services to whom anything is sent at all
   */
  public record Settings(VapidKeys keys, String contact, PushServices services, Duration patience) {
    public Settings {
      if (!contact.startsWith("mailto:") && !contact.startsWith("https:")) {
        throw new IllegalArgumentException("the contact is an e-mail or a page");
      }
    }
  }

  public WebPush(Settings settings, InstantSource clock) {
    this.services = settings.services;
    this.vapid = new Vapid(settings.keys, settings.contact, clock);
    this.calls = new HttpCalls(settings.patience);
  }

  @Override
  public Answer send(WebMessage message) {
    byte[] text = message.payload().getBytes(StandardCharsets.UTF_8);
    if (text.length > MAX_TEXT) {
      return new Answer.TextRefused("longer than " + MAX_TEXT);
    }
    URI endpoint = message.to().endpoint();
    if (!services.allow(endpoint)) {
      return new Answer.AddressRefused("not a push service", AddressFate.DEAD);
    }
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    byte[] body = Encryption.seal(text, message.to(), P256.generate(), salt);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", Long.toString(message.life().toSeconds()))
            .header("Urgency", message.urgency().header())
            .header("Authorization", vapid.header(origin(endpoint)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!message.topic().isEmpty()) {
      request.header("Topic", message.topic());
    }
    return switch (calls.call(request)) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered);
    };
  }

  private static String origin(URI endpoint) {
    String port = endpoint.getPort() == -1 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port;
  }

  private static Answer read(Result.Answered answered) {
    String code = "HTTP " + answered.status();
    return switch (answered.status()) {
      case 200, 201, 202 ->
          new Answer.Accepted(answered.headers().firstValue("Location").orElse(""));
      case 404, 410 -> new Answer.AddressRefused(code, AddressFate.DEAD);
      // All of them are about who we are; a browser's fault looks different.
      case 400, 401, 403 -> new Answer.CredentialRefused(code);
      case 413 -> new Answer.TextRefused(code);
      // Windows says 406 for what others call 429.
      case 406, 429 -> new Answer.Throttled(code, answered.retryAfter(A_WHILE));
      case 500, 503 -> new Answer.NotSent(code);
      default -> answered.outsiders();
    };
  }
}

package io.kartela.push.apns;

import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import io.kartela.push.apns.FakeApns.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Judges the pushes of one connection the way APNs does. */
final class FakeApnsHandler implements PushNotificationHandler {
  private static final String PATH = "/3/device/";
  private static final int LARGEST_PAYLOAD = 4096;
  private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{64,200}");

  private final FakeApns server;
  private final @Nullable String allowedTopic;

  FakeApnsHandler(FakeApns server, SSLSession session) {
    this.server = server;
    this.allowedTopic = topicOf(session);
  }

  @Override
  public void handlePushNotification(Http2Headers headers, ByteBuf body)
      throws RejectedNotificationException {
    if (!"POST".contentEquals(headers.method())) {
      throw new RejectedNotificationException(RejectionReason.METHOD_NOT_ALLOWED);
    }
    CharSequence path = headers.path();
    if (path == null || !path.toString().startsWith(PATH)) {
      throw new RejectedNotificationException(RejectionReason.BAD_PATH);
    }
    String topic = topic(headers);
    String token = path.toString().substring(PATH.length());
    if (!TOKEN.matcher(token).matches()) {
      throw new RejectedNotificationException(RejectionReason.BAD_DEVICE_TOKEN);
    }
    String payload = payload(body);
    answer(token);
    server.accept(token, topic, payload, expires(headers));
  }

  /** Zero, or nothing: it is not kept at all. */
  private static Instant expires(Http2Headers headers) {
    return Instant.ofEpochSecond(headers.getLong("apns-expiration", 0));
  }

  private String topic(Http2Headers headers) throws RejectedNotificationException {
    CharSequence topic = headers.get("apns-topic");
    if (allowedTopic == null) {
      throw new RejectedNotificationException(RejectionReason.BAD_CERTIFICATE);
    }
    if (topic == null) {
      throw new RejectedNotificationException(RejectionReason.MISSING_TOPIC);
    }
    if (!allowedTopic.contentEquals(topic)) {
      throw new RejectedNotificationException(RejectionReason.TOPIC_DISALLOWED);
    }
    return topic.toString();
  }

  private static String payload(@Nullable ByteBuf body) throws RejectedNotificationException {
    if (body == null || body.readableBytes() == 0) {
      throw new RejectedNotificationException(RejectionReason.PAYLOAD_EMPTY);
    }
    if (body.readableBytes() > LARGEST_PAYLOAD) {
      throw new RejectedNotificationException(RejectionReason.PAYLOAD_TOO_LARGE);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private void answer(String token) throws RejectedNotificationException {
    switch (server.answerFor(token)) {
      case Answer.Accept() -> {}
      case Answer.Slow(var delay) -> sleep(delay.toMillis());
      case Answer.Unregistered(var since) -> throw new UnregisteredDeviceTokenException(since);
      case Answer.BadToken() -> throw rejected(RejectionReason.BAD_DEVICE_TOKEN);
      case Answer.NotForTopic() -> throw rejected(RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC);
      case Answer.TooManyRequests() -> throw rejected(RejectionReason.TOO_MANY_REQUESTS);
      case Answer.ServiceUnavailable() -> throw rejected(RejectionReason.SERVICE_UNAVAILABLE);
      case Answer.ServerError() -> throw rejected(RejectionReason.INTERNAL_SERVER_ERROR);
    }
  }

  private static RejectedNotificationException rejected(RejectionReason reason) {
    return new RejectedNotificationException(reason);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable String topicOf(SSLSession session) {
    try {
      X509Certificate client = (X509Certificate) session.getPeerCertificates()[0];
      for (Rdn rdn : new LdapName(client.getSubjectX500Principal().getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("UID")) {
          return rdn.getValue().toString();
        }
      }
      return null;
    } catch (SSLPeerUnverifiedException | InvalidNameException e) {
      return null;
    }
  }
}

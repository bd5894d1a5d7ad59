package io.kartela.push.google;

import com.google.crypto.tink.apps.paymentmethodtoken.PaymentMethodTokenRecipient;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Google's call-backs from forgeries (ECv2SigningOnly, by Tink). Says nothing about
 * repetitions: see {@link GoogleCallback#nonce()}. Thread-safe; asks the network only through
 * {@link GoogleRootKeys}. Keys' own expiry is judged by the machine's clock, inside Tink.
 */
public final class GoogleCallbackVerifier {
  static final String PROTOCOL = "ECv2SigningOnly";
  static final String SENDER = "GooglePayPasses";
  private static final int LARGEST = 16_384;

  private static final int RECIPIENTS_KEPT = 200;

  private final Predicate<String> ours;
  private final GoogleRootKeys keys;
  private final InstantSource clock;
  private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();

  /**
   * @param issuerId who the call-backs must be meant for
   */
  public GoogleCallbackVerifier(String issuerId, GoogleRootKeys keys, InstantSource clock) {
    this(objectId -> objectId.startsWith(issuerId + "."), keys, clock);
  }

  /**
   * Serves several issuers: a call-back must be meant for the one of the object it names.
   *
   * @param ours knows our objects by their whole ids; asked before anything is known to be genuine
   */
  public GoogleCallbackVerifier(Predicate<String> ours, GoogleRootKeys keys, InstantSource clock) {
    this.ours = Objects.requireNonNull(ours);
    this.keys = keys;
    this.clock = clock;
  }

  /** What to think of a body. */
  public sealed interface Verdict {
    /** From Google, for this issuer, in time. */
    record Genuine(GoogleCallback callback) implements Verdict {}

    /** Not from Google, not for this issuer, or too late: answer 4xx and forget it. */
    record Refused(String reason) implements Verdict {}

    /** The keys cannot be had: answer 503, Google will try again. */
    record Undecided(String reason) implements Verdict {}
  }

  private record Recipient(String keys, PaymentMethodTokenRecipient tink) {}

  /** Judges the body of a POST. */
  public Verdict verify(String body) {
    if (body.length() > LARGEST) {
      return new Verdict.Refused("too long");
    }
    String json = keys.json();
    if (json == null) {
      return new Verdict.Undecided("Google's keys are out of reach");
    }
    String issuerId = issuer(body);
    if (issuerId.isEmpty()) {
      return new Verdict.Refused("not a call-back, or an object of another issuer");
    }
    PaymentMethodTokenRecipient tink;
    try {
      tink = recipient(issuerId, json);
    } catch (GeneralSecurityException | RuntimeException e) {
      return new Verdict.Undecided("Google's keys are not readable");
    }
    String message;
    try {
      message = tink.unseal(body);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Tink lets the parser's exceptions through; every one of them means "not genuine".
      return new Verdict.Refused("signature, sender, recipient or form is wrong");
    }
    return judge(message, issuerId);
  }

  /** Whom it would be meant for if it were genuine; empty: for nobody here. */
  private String issuer(String body) {
    try {
      JsonNode sealed = JsonMapper.shared().readTree(body).path("signedMessage");
      String objectId =
          JsonMapper.shared().readTree(sealed.asString("{}")).path("objectId").asString("");
      int dot = objectId.indexOf('.');
      return dot > 0 && ours.test(objectId) ? objectId.substring(0, dot) : "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private Verdict judge(String message, String issuerId) {
    GoogleCallback callback;
    try {
      JsonNode json = JsonMapper.shared().readTree(message);
      callback =
          new GoogleCallback(
              json.path("classId").asString(""),
              json.path("objectId").asString(""),
              event(json.path("eventType").asString("")),
              json.path("nonce").asString(""),
              Instant.ofEpochMilli(json.path("expTimeMillis").asLong(0)));
    } catch (JacksonException | IllegalArgumentException e) {
      return new Verdict.Refused("an incomplete message");
    }
    if (!callback.objectId().startsWith(issuerId + ".")) {
      return new Verdict.Refused("an object of another issuer");
    }
    return clock.instant().isBefore(callback.expires())
        ? new Verdict.Genuine(callback)
        : new Verdict.Refused("expired");
  }

  private PaymentMethodTokenRecipient recipient(String issuerId, String json)
      throws GeneralSecurityException {
    Recipient known = recipients.get(issuerId);
    if (known != null && known.keys().equals(json)) {
      return known.tink();
    }
    PaymentMethodTokenRecipient fresh =
        new PaymentMethodTokenRecipient.Builder()
            .protocolVersion(PROTOCOL)
            .senderId(SENDER)
            .recipientId(issuerId)
            .senderVerifyingKeys(json)
            .build();
    if (recipients.size() >= RECIPIENTS_KEPT) {
      recipients.clear();
    }
    recipients.put(issuerId, new Recipient(json, fresh));
    return fresh;
  }

  private static GoogleCallback.Event event(String type) {
    return switch (type) {
      case "save" -> GoogleCallback.Event.SAVE;
      case "del" -> GoogleCallback.Event.DELETE;
      default -> throw new IllegalArgumentException("unknown event");
    };
  }
}

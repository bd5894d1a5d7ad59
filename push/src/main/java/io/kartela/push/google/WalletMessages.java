package io.kartela.push.google;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts on passes. A class's text is also for whoever joins later, and an ended offer is of no use
 * to them: every text has an end. Thread-safe.
 */
final class WalletMessages {
  private static final Duration SHOWN = Duration.ofDays(30);

  /** Google's documentation: ten at most; what becomes of an eleventh it does not say. */
  private static final int ROOM = 10;

  private final WalletCalls calls;
  private final InstantSource clock;

  WalletMessages(WalletCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  GoogleAnswer add(
      String kind,
      String id,
      @Nullable String messageId,
      String header,
      String body,
      boolean notify) {
    Map<String, Object> message = new LinkedHashMap<>();
    if (messageId != null) {
      message.put("id", messageId);
    }
    message.put("header", header);
    message.put("body", body);
    message.put("messageType", notify ? "TEXT_AND_NOTIFY" : "TEXT");
    String end = clock.instant().plus(SHOWN).truncatedTo(ChronoUnit.SECONDS).toString();
    message.put("displayInterval", Map.of("end", Map.of("date", end)));
    GoogleAnswer answer = calls.addMessage(kind, id, Map.of("message", message));
    if (answer instanceof GoogleAnswer.Refused(int status, var reason, var why)
        && status == 400
        && makeRoom(kind, id)) {
      answer = calls.addMessage(kind, id, Map.of("message", message));
    }
    if (notify && answer instanceof GoogleAnswer.Quota) {
      return GoogleWallet.silently(add(kind, id, messageId, header, body, false));
    }
    return answer;
  }

  /** Takes the oldest away when there are as many as there may be; whether there were. */
  private boolean makeRoom(String kind, String id) {
    if (!(calls.get(kind, id) instanceof GoogleAnswer.Done(var resource, var silent))
        || !(resource.get("messages") instanceof List<?> messages)
        || messages.size() < ROOM) {
      return false;
    }
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("messages", messages.subList(messages.size() - ROOM + 1, messages.size()));
    if (kind.equals(GoogleWallet.CLASS)) {
      change.put("reviewStatus", "UNDER_REVIEW");
    }
    return calls.patch(kind, id, change) instanceof GoogleAnswer.Done;
  }
}

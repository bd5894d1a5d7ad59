package io.kartela.push.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.walletobjects.Walletobjects;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google Wallet's loyalty classes and objects over Google's own client. Resources are plain maps in
 * the shape of Google's JSON, so every field the service knows can be used; 64-bit numbers may be
 * numbers or strings. Blocking and thread-safe; sends once, except that a refused access token is
 * renewed and the call repeated. Keeps no pace: 20 requests a second are Google's limit per issuer
 * and are the caller's to spread over nodes.
 */
public final class GoogleWallet {
  static final String CLASS = "loyaltyClass";
  static final String OBJECT = "loyaltyObject";

  private final WalletCalls calls;
  private final WalletMessages messages;
  private final HttpRequestInitializer outer;

  public GoogleWallet(GoogleSettings settings, InstantSource clock) {
    NetHttpTransport transport = new NetHttpTransport();
    AccessTokens tokens = new AccessTokens(settings, transport, clock);
    Walletobjects client =
        new Walletobjects.Builder(
                transport,
                GsonFactory.getDefaultInstance(),
                new Authorisation(tokens, timeouts(settings)))
            .setRootUrl(settings.rootUrl().toString())
            .setApplicationName("kartela")
            .build();
    this.calls = new WalletCalls(client);
    this.messages = new WalletMessages(calls, clock);
    this.outer = timeouts(settings);
  }

  /**
   * Makes the class exist and say this. Google wants {@code reviewStatus: UNDER_REVIEW} with every
   * write; it is added.
   *
   * @param id {@code issuerId.suffix}
   * @return Done, Retry or Refused
   */
  public GoogleAnswer ensureClass(String id, Map<String, Object> loyaltyClass) {
    Map<String, Object> body = with(loyaltyClass, "id", id);
    body.put("reviewStatus", "UNDER_REVIEW");
    GoogleAnswer patched = calls.patch(CLASS, id, body);
    if (!(patched instanceof GoogleAnswer.NotFound)) {
      return patched;
    }
    GoogleAnswer inserted = calls.insert(CLASS, body);
    // Another node was faster; ours may be the newer text.
    return inserted instanceof GoogleAnswer.Conflict ? calls.patch(CLASS, id, body) : inserted;
  }

  /**
   * Whether this account may write for an issuer.
   *
   * @return Done, Retry or Refused: {@code permissionDenied} when it is not one of its users
   */
  public GoogleAnswer tryIssuer(String issuerId) {
    return calls.first(CLASS, issuerId);
  }

  /** The class, or NotFound. */
  public GoogleAnswer getClass(String id) {
    return calls.get(CLASS, id);
  }

  /**
   * Makes a new object.
   *
   * @param object with {@code id} and {@code classId}
   * @return Done, Conflict, Retry or Refused (also when the class does not exist)
   */
  public GoogleAnswer insertObject(Map<String, Object> object) {
    return calls.insert(OBJECT, object);
  }

  /**
   * Changes some fields of an object.
   *
   * @param fields only what changes; a null value clears the field
   * @param notify show a lock-screen notice where Google's rules allow it. The wish is ephemeral
   *     and travels with this call only. When the pass has had its notices the change is written
   *     silently ({@link GoogleAnswer.Done#silent()}).
   */
  public GoogleAnswer patchObject(
      String id, Map<String, ? extends @Nullable Object> fields, boolean notify) {
    GoogleAnswer answer = calls.patch(OBJECT, id, announced(fields, notify));
    if (notify && answer instanceof GoogleAnswer.Quota) {
      return silently(patchObject(id, fields, false));
    }
    return answer;
  }

  /** A change of one object; see {@link #patchObject}. */
  public record Patch(
      String id, Map<String, ? extends @Nullable Object> fields, boolean announce) {}

  /**
   * Changes several objects in one request, each as {@link #patchObject} would; whatever happens to
   * one happens to it alone. Towards Google's pace each counts.
   *
   * @return the answers in the order of the patches
   */
  public List<GoogleAnswer> patchObjects(List<Patch> patches) {
    List<WalletCalls.Part> parts = new ArrayList<>();
    for (Patch patch : patches) {
      parts.add(new WalletCalls.Part(patch.id(), announced(patch.fields(), patch.announce())));
    }
    List<GoogleAnswer> answers = calls.patchAll(OBJECT, parts, outer);
    for (int i = 0; i < patches.size(); i++) {
      Patch patch = patches.get(i);
      if (patch.announce() && answers.get(i) instanceof GoogleAnswer.Quota) {
        answers.set(i, silently(patchObject(patch.id(), patch.fields(), false)));
      }
    }
    return answers;
  }

  private static Map<String, @Nullable Object> announced(
      Map<String, ? extends @Nullable Object> fields, boolean notify) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(fields);
    body.put("notifyPreference", notify ? "NOTIFY_ON_UPDATE" : "DO_NOT_NOTIFY_ON_UPDATE");
    return body;
  }

  /**
   * Puts a text on the pass, for thirty days. Of the ten that a pass has room for, the oldest makes
   * way.
   *
   * @param messageId ours, or null; Google replaces a message of the same id
   * @param notify also on the lock screen; falls back to the pass alone when the quota is used up
   *     ({@link GoogleAnswer.Done#silent()})
   */
  public GoogleAnswer addMessage(
      String objectId, @Nullable String messageId, String header, String body, boolean notify) {
    return messages.add(OBJECT, objectId, messageId, header, body, notify);
  }

  /** Puts a text on every pass of a class; see {@link #addMessage}. */
  public GoogleAnswer addClassMessage(
      String classId, @Nullable String messageId, String header, String body, boolean notify) {
    return messages.add(CLASS, classId, messageId, header, body, notify);
  }

  /** The object, or NotFound. */
  public GoogleAnswer getObject(String id) {
    return calls.get(OBJECT, id);
  }

  static HttpRequestInitializer timeouts(GoogleSettings settings) {
    int millis = Math.toIntExact(settings.timeout().toMillis());
    return request ->
        request.setConnectTimeout(millis).setReadTimeout(millis).setNumberOfRetries(1);
  }

  static GoogleAnswer silently(GoogleAnswer answer) {
    return answer instanceof GoogleAnswer.Done(var body, var silent)
        ? new GoogleAnswer.Done(body, true)
        : answer;
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}

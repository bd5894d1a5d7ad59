package io.kartela.push.callback;

import io.kartela.push.http.Bodies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor posted to us, whoever it really was.
 *
 * @param query as it stood in the address; empty when there was none
 * @param body as it came, read as UTF-8
 * @param header the value of a header by its name, null when there is none
 */
public record Callback(String query, String body, UnaryOperator<@Nullable String> header) {

  /** For vendors that sign nothing: a secret of ours in the address that they were given. */
  public boolean carries(String secret) {
    return same(secret, Bodies.readForm(query).get("key"));
  }

  /** Without telling by its haste how much of it was right. */
  public static boolean same(String secret, @Nullable String told) {
    return !secret.isEmpty()
        && told != null
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
  }

  /** The fields of a form. */
  public Map<String, String> form() {
    return Bodies.readForm(body);
  }

  /** What stands in it stays out of logs. */
  @Override
  public String toString() {
    return "Callback[…]";
  }
}

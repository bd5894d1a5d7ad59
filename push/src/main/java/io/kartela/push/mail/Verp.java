package io.kartela.push.mail;

import io.kartela.push.callback.Callback;
import io.kartela.push.http.Digests;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a letter, in its Message-ID and in the address that bounces come back to, each letter
 * having its own. Names carry a seal, so that nobody can bury an address by a made-up bounce.
 *
 * @param address where bounces arrive, such as {@code b@bounce.shop.example}
 * @param secret ours, for the seals
 */
public record Verp(String address, String secret) {
  private static final int SEAL = 16;
  private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,40})\\.([0-9a-f]{16})@.+");

  public Verp {
    if (!address.matches("[^@+\\s]{1,5}@[^@\\s]{1,200}") || secret.length() < 16) {
      throw new IllegalArgumentException("a short address and a long secret are needed");
    }
  }

  /** The vendor's id of a letter of ours: its id, if that can stand in an address. */
  static String nameOf(String messageId) {
    return messageId.matches("[a-z0-9-]{1,40}")
        ? messageId
        : Digests.sha256(messageId).substring(0, 32);
  }

  String sealed(String name) {
    return name + "." + seal(name);
  }

  /** The sender of the envelope. */
  String sender(String name) {
    int at = address.indexOf('@');
    return address.substring(0, at) + "+" + sealed(name) + address.substring(at);
  }

  /** Whose name it is: a Message-ID, or the address of a bounce. Empty when it is not ours. */
  Optional<String> name(String sealedAddress) {
    String bare = sealedAddress.strip().toLowerCase(Locale.ROOT).replaceAll("^<|>$", "");
    Matcher matcher = NAME.matcher(bare.substring(bare.indexOf('+') + 1));
    return matcher.matches() && Callback.same(seal(matcher.group(1)), matcher.group(2))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private String seal(String name) {
    return Digests.hmac(secret, name).substring(0, SEAL);
  }

  @Override
  public String toString() {
    return "Verp[" + address + "]";
  }
}

package io.kartela.push.smpp;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;

/**
 * Who we are to a message centre.
 *
 * @param sender a name of up to 11 Latin letters, or a number of ours
 * @param ids how the centre writes the names of texts
 * @param window how many texts may wait for an answer
 * @param patience how long one of them waits
 */
public record SmppSettings(
    Centre centre,
    String systemId,
    String password,
    String sender,
    Ids ids,
    int window,
    Duration patience) {

  /**
   * The message centre.
   *
   * @param tls whether the way there is encrypted
   */
  public record Centre(String host, int port, boolean tls) {}

  /** How a centre writes the name of a text in its answer and, later, in the receipt. */
  public enum Ids {
    /** The same both times. */
    SAME,
    /** In hexadecimal first, in decimal later: a habit of many. */
    HEX_THEN_DECIMAL,
    DECIMAL_THEN_HEX;

    String ofAnswer(String id) {
      return this == HEX_THEN_DECIMAL ? decimal(id) : plain(id);
    }

    String ofReceipt(String id) {
      return this == DECIMAL_THEN_HEX ? decimal(id) : plain(id);
    }

    private String plain(String id) {
      // One side pads with zeroes what the other writes without.
      return this == SAME ? id : id.replaceFirst("^0+(?=.)", "");
    }

    private static String decimal(String id) {
      String hex = id.toLowerCase(Locale.ROOT);
      return hex.matches("[0-9a-f]{1,32}") ? new BigInteger(hex, 16).toString() : id;
    }
  }

  public SmppSettings {
    if (systemId.isBlank() || systemId.length() > 15 || password.length() > 8) {
      throw new IllegalArgumentException("a system id of up to 15 and a password of up to 8");
    }
    if (!sender.matches("[A-Za-z0-9 ._-]{1,11}|[0-9]{1,15}")) {
      throw new IllegalArgumentException("a sender is a name of up to 11 letters or a number");
    }
    if (window < 1 || window > 2_000) {
      throw new IllegalArgumentException("a window of 1 to 2000");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Smpp[" + centre.host + ":" + centre.port + ", " + systemId + "]";
  }
}

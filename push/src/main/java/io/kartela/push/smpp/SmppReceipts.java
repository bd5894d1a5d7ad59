package io.kartela.push.smpp;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * Reads receipts as message centres really write them: the named fields of the standard first, else
 * the words of its appendix B in any order and case, dates ignored; what is neither is no receipt.
 */
final class SmppReceipts {
  private static final short MESSAGE_ID = 0x001E;
  private static final short STATE = 0x0427;
  private static final Pattern ID = word("id");
  private static final Pattern STAT = word("stat");
  private static final Pattern ERR = word("err");
  private static final int TYPE_BITS = 0x3C;
  private static final int RECEIPT = 0x04;
  private static final int UCS2 = 8;

  private SmppReceipts() {}

  private static Pattern word(String name) {
    return Pattern.compile("(?i)(?<![a-z])" + name + "\\s*:\\s*([A-Za-z0-9_-]{1,64})");
  }

  static Optional<Report> read(DeliverSm message, SmppSettings.Ids ids) {
    if ((message.getEsmClass() & TYPE_BITS) != RECEIPT) {
      return Optional.empty();
    }
    byte[] bytes = message.getShortMessage();
    boolean wide = message.getDataCoding() == UCS2;
    String text =
        bytes == null
            ? ""
            : new String(bytes, wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    byte[] state = value(message, STATE);
    return read(
        new String(value(message, MESSAGE_ID), StandardCharsets.US_ASCII).replace("\0", ""),
        state.length == 0 ? 0 : state[0],
        text,
        ids);
  }

  /**
   * Puts a receipt together.
   *
   * @param namedId empty when there is no such field
   * @param namedState 0 when there is no such field
   */
  static Optional<Report> read(String namedId, int namedState, String text, SmppSettings.Ids ids) {
    String id = namedId.isBlank() ? found(ID, text) : namedId.strip();
    String stat = found(STAT, text).toUpperCase(Locale.ROOT);
    String word = namedState > 0 ? word(namedState, stat) : stat;
    if (id.isEmpty() || word.isEmpty()) {
      return Optional.empty();
    }
    String error = found(ERR, text);
    String code = error.isEmpty() || error.matches("0+") ? word : word + "/" + error;
    return Optional.of(new Report(ids.ofReceipt(id), fate(word), code));
  }

  private static String word(int state, String otherwise) {
    return switch (state) {
      case 1 -> "ENROUTE";
      case 2 -> "DELIVRD";
      case 3 -> "EXPIRED";
      case 4 -> "DELETED";
      case 5 -> "UNDELIV";
      case 6 -> "ACCEPTD";
      case 7 -> "UNKNOWN";
      case 8 -> "REJECTD";
      default -> otherwise;
    };
  }

  /** No state says that a number is dead: errors mean something else at every centre. */
  private static Fate fate(String word) {
    return switch (word) {
      case "DELIVRD", "DELIVERED" -> Fate.DELIVERED;
      case "EXPIRED" -> Fate.EXPIRED;
      case "DELETED", "UNDELIV", "UNDELIVERED", "UNKNOWN", "REJECTD", "REJECTED", "FAILED" ->
          Fate.FAILED;
      default -> Fate.ON_THE_WAY;
    };
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static byte[] value(DeliverSm message, short tag) {
    OptionalParameter parameter = message.getOptionalParameter(tag);
    if (parameter == null) {
      return new byte[0];
    }
    byte[] all = parameter.serialize();
    byte[] value = new byte[all.length - 4];
    System.arraycopy(all, 4, value, 0, value.length);
    return value;
  }
}

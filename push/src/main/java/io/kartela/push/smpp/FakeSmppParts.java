package io.kartela.push.smpp;

import io.kartela.push.sms.SmsParts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsmpp.bean.SubmitSm;

/** Joins the parts of long texts as a phone does. For one thread at a time. */
final class FakeSmppParts {
  private static final int HEADER = 6;

  private final Map<String, String[]> waiting = new HashMap<>();

  /** The whole text, with its last part. */
  Optional<String> add(SubmitSm part) {
    SmsParts.Coding coding =
        part.getDataCoding() == 8 ? SmsParts.Coding.UCS2 : SmsParts.Coding.GSM7;
    byte[] body = part.getShortMessage();
    if (!part.isUdhi()) {
      return Optional.of(SmsParts.text(coding, body));
    }
    int total = body[4] & 0xFF;
    int number = body[5] & 0xFF;
    String key = part.getDestAddress() + "/" + body[3] + "/" + total;
    String[] pieces = waiting.computeIfAbsent(key, k -> new String[total]);
    pieces[number - 1] = SmsParts.text(coding, Arrays.copyOfRange(body, HEADER, body.length));
    if (Arrays.asList(pieces).contains(null)) {
      return Optional.empty();
    }
    waiting.remove(key);
    return Optional.of(String.join("", pieces));
  }
}

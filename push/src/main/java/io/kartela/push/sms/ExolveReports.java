package io.kartela.push.sms;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.http.Bodies;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What MTS Exolve posts. Its fields are not documented well, so they are looked for under several
 * names; a word that is not known says nothing final. The address carries our secret as {@code
 * key}.
 */
public final class ExolveReports implements CallbackReader<Report> {
  private final String secret;

  public ExolveReports(String secret) {
    this.secret = secret;
  }

  @Override
  public Heard<Report> read(Callback callback) {
    if (!callback.carries(secret)) {
      return new Heard.Foreign<>();
    }
    @Nullable JsonNode json = Bodies.object(callback.body());
    String id = json == null ? "" : json.path("message_id").asString("");
    if (json == null || id.isEmpty()) {
      return new Heard.Genuine<>(List.of(), "OK");
    }
    String word =
        Stream.of("delivery_status", "delivery_state", "status", "state")
            .map(name -> json.path(name).asString(""))
            .filter(text -> text.matches("[A-Za-z_]{1,40}"))
            .findFirst()
            .orElse("")
            .toUpperCase(Locale.ROOT);
    return new Heard.Genuine<>(List.of(new Report(id, fate(word), word)), "OK");
  }

  private static Fate fate(String word) {
    if (word.contains("UNDELIV") || word.contains("FAIL") || word.contains("REJECT")) {
      return Fate.FAILED;
    }
    if (word.contains("EXPIRED")) {
      return Fate.EXPIRED;
    }
    return word.contains("DELIVERED") ? Fate.DELIVERED : Fate.ON_THE_WAY;
  }
}

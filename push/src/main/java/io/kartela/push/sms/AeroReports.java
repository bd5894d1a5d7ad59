package io.kartela.push.sms;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.http.Bodies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What SMS Aero posts to the address that every text names, which carries our secret as {@code
 * key}.
 */
public final class AeroReports implements CallbackReader<Report> {
  private final String secret;

  public AeroReports(String secret) {
    this.secret = secret;
  }

  @Override
  public Heard<Report> read(Callback callback) {
    if (!callback.carries(secret)) {
      return new Heard.Foreign<>();
    }
    @Nullable JsonNode json = Bodies.object(callback.body());
    return new Heard.Genuine<>(json == null ? List.of() : report(json).stream().toList(), "OK");
  }

  /** Only 0 and 1 are documented; 2 and 6 are known from use; the rest may still change. */
  static Optional<Report> report(JsonNode data) {
    String id = data.path("id").asString("");
    String status = data.path("status").asString("");
    if (id.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    Fate fate =
        switch (status) {
          case "1" -> Fate.DELIVERED;
          case "2", "6" -> Fate.FAILED;
          default -> Fate.ON_THE_WAY;
        };
    return Optional.of(new Report(id, fate, status));
  }
}

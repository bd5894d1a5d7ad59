package io.kartela.push.sms;

import io.kartela.push.Answer;
import io.kartela.push.http.HttpCalls.Result;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway MTS Exolve: JSON, a bearer's key, refusals by HTTP status. What became of a text is
 * only posted: {@link ExolveReports}.
 */
public final class Exolve implements SmsGateway {
  private final Settings settings;
  private final JsonPosts posts;

  /**
   * Who we are to the gateway.
   *
   * @param address with neither path nor query; https but on loopback
   * @param sender a name that was agreed, or a number of ours
   */
  public record Settings(URI address, String key, String sender, Duration patience) {
    public Settings {
      if (key.isBlank() || sender.isBlank()) {
        throw new IllegalArgumentException("a key and a sender are needed");
      }
    }

    @Override
    public String toString() {
      return "Exolve[" + address + ", sender=" + sender + "]";
    }
  }

  public Exolve(Settings settings) {
    this.settings = settings;
    this.posts = new JsonPosts(settings.address, "Bearer " + settings.key, settings.patience);
  }

  @Override
  public Answer send(TextMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("number", settings.sender);
    body.put("destination", message.digits());
    body.put("text", message.text());
    return switch (posts.post("/messaging/v1/SendSMS", body)) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered);
    };
  }

  private static Answer read(Result.Answered answered) {
    String code = "HTTP " + answered.status();
    @Nullable JsonNode json = answered.json();
    return switch (answered.status()) {
      case 200 -> {
        String id = json == null ? "" : json.path("message_id").asString("");
        yield id.isEmpty() ? new Answer.Unknown("no id") : new Answer.Accepted(id);
      }
      case 401, 403 -> new Answer.CredentialRefused(code);
      case 402 -> new Answer.OutOfMoney(code);
      // It does not say which field was wrong: no number is buried for that.
      case 400, 404, 422 -> new Answer.TextRefused(code);
      default -> answered.outsiders();
    };
  }
}

package io.kartela.push.sms;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.HttpCalls;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Posts forms to a gateway that answers JSON: keys stay in the body. */
final class Forms {
  private final URI address;
  private final HttpCalls calls;

  Forms(URI address, Duration patience) {
    this.address = address;
    this.calls = new HttpCalls(patience);
  }

  HttpCalls.Result post(String path, Map<String, String> form) {
    return calls.call(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", Bodies.FORM)
            .POST(HttpRequest.BodyPublishers.ofString(Bodies.form(form))));
  }

  /** An amount, written as a number or as text. */
  static Optional<BigDecimal> number(JsonNode node) {
    try {
      return node.isNumber() || node.isString()
          ? Optional.of(new BigDecimal(node.asString().strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cash register in one file without libraries: {@code java Shift.java ADDRESS KEY CARD}. A real
 * one has a JSON parser; here a regular expression finds the few fields that are needed.
 */
public final class Shift {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String api;
  private final String key;

  private Shift(String service, String key) {
    this.api = service + "/api/v1";
    this.key = key;
  }

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 3) {
      System.err.println("java Shift.java ADDRESS KEY CARD");
      System.exit(2);
    }
    new Shift(args[0], args[1]).work(args[2]);
  }

  private void work(String card) throws InterruptedException {
    String shift = UUID.randomUUID().toString();
    String seen = call("POST", "/scans", "{\"text\":\"" + card + "\",\"source\":\"WEDGE\"}", shift);
    String member = field(seen, "memberId");
    System.out.println("member: " + member);
    String lines = "[{\"lineNo\":1,\"sku\":\"LATTE\",\"quantity\":\"2\",\"amount\":60000}]";
    String receipt = "{\"memberId\":\"" + member + "\",\"lines\":" + lines + "}";
    String quote = call("POST", "/quotes", receipt, shift);
    System.out.println("to pay: " + field(quote, "toPay"));
    // The key is made before the first try and kept until there is an answer.
    String committed = call("POST", "/receipts", receipt, shift + "-1");
    String id = field(committed, "id");
    System.out.println("receipt: " + id);
    if (!id.equals(field(call("POST", "/receipts", receipt, shift + "-1"), "id"))) {
      throw new IllegalStateException("booked twice");
    }
    System.out.println("repeated: same receipt");
    String back =
        call(
            "POST",
            "/receipts/" + id + "/returns",
            "{\"lines\":[{\"lineNo\":1,\"quantity\":\"1\"}]}",
            shift + "-2");
    System.out.println("returned: " + field(back, "money"));
    String now = Instant.now().toString();
    String offline =
        call(
            "POST",
            "/receipts:batch",
            "{\"sentAt\":\""
                + now
                + "\",\"receipts\":[{\"key\":\""
                + shift
                + "-3\",\"card\":{\"text\":\""
                + card
                + "\"},\"receipt\":{\"at\":\""
                + now
                + "\",\"lines\":"
                + lines
                + "},\"paid\":60000}]}",
            shift);
    System.out.println("offline: " + field(offline, "status"));
  }

  /** Sends until there is an answer; the key makes sure that a write is booked once. */
  private String call(String method, String path, String body, String idempotencyKey)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    for (int tried = 1; ; tried++) {
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status < 300) {
          return answer.body();
        }
        boolean later = status == 429 || status >= 500;
        if (!later || tried == 5) {
          throw new IllegalStateException(path + " refused: " + status + " " + answer.body());
        }
        String wait = answer.headers().firstValue("Retry-After").orElse("1");
        Thread.sleep(Duration.ofSeconds(Math.min(30, Long.parseLong(wait))));
      } catch (IOException e) {
        if (tried == 5) {
          throw new IllegalStateException("no answer from " + api, e);
        }
        Thread.sleep(Duration.ofSeconds(tried));
      }
    }
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|(-?[0-9]+))").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}

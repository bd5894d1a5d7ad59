package io.kartela.service.platform.http;

import io.helidon.http.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;

/**
 * A refusal on its way to the caller; {@link Http} turns it into {@code application/problem+json}.
 * Thrown by features where a request cannot go on; domain modules return values instead.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ProblemCode code;
  private final transient Object[] args;
  private final transient List<FieldError> errors;
  private final transient long retryAfterSeconds;
  private transient boolean closes;

  /** One wrong field of a request: its path, a stable code and the sentences for people. */
  public record FieldError(String field, String code, String ru, String en) {
    private Map<String, String> body(Lang lang) {
      return Map.of("field", field, "code", code, "detail", lang == Lang.RU ? ru : en);
    }

    /** A certificate or a key that is not taken. */
    public static FieldError of(String field, io.kartela.certs.IdentityProblem problem) {
      LocalText text = LocalText.of(problem);
      return new FieldError(field, problem.reason().name(), text.ru(), text.en());
    }
  }

  public Problem(ProblemCode code, Object... args) {
    this(args, code, List.of(), 0);
  }

  private Problem(
      Object[] args, ProblemCode code, List<FieldError> errors, long retryAfterSeconds) {
    super(code.name(), null, false, false);
    this.code = code;
    this.args = args;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The fields of a request that are wrong, all at once. */
  public static Problem fields(List<FieldError> errors) {
    String names =
        String.join(", ", errors.stream().map(FieldError::field).distinct().limit(10).toList());
    return new Problem(new Object[] {names}, ProblemCode.INVALID_FIELDS, List.copyOf(errors), 0);
  }

  /** A refusal with details of its own, e.g. a program's mistakes. */
  public static Problem of(ProblemCode code, List<FieldError> errors) {
    return new Problem(new Object[0], code, List.copyOf(errors), 0);
  }

  /** A refusal that tells when to try again. */
  public static Problem retryAfter(ProblemCode code, long seconds) {
    return new Problem(new Object[] {Math.max(1, seconds)}, code, List.of(), Math.max(1, seconds));
  }

  /** The same, after which the connection is of no use any more. */
  Problem closing() {
    closes = true;
    return this;
  }

  boolean closes() {
    return closes;
  }

  public ProblemCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  public String text(Lang lang) {
    return code.text(lang, args);
  }

  /**
   * As callers read it (RFC 9457).
   *
   * @param status the code's own, or a finer one
   */
  Map<String, Object> body(Status status, Lang lang) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", status.reasonPhrase());
    body.put("status", status.code());
    body.put("code", code.name());
    body.put("detail", text(lang));
    String requestId = MDC.get("requestId");
    if (requestId != null) {
      body.put("requestId", requestId);
    }
    if (!errors.isEmpty()) {
      body.put("errors", errors.stream().map(e -> e.body(lang)).toList());
    }
    return body;
  }
}

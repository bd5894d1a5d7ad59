package io.kartela.service.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import org.jspecify.annotations.Nullable;

/** The revision that somebody saw, as the ETag we gave comes back in {@code If-Match}. */
public final class IfMatch {
  private IfMatch() {}

  /** Null: the request names none, or a wrong one, which the check then knows. */
  public static @Nullable Integer of(ServerRequest req, Check check) {
    String header = Http.header(req, HeaderNames.IF_MATCH).orElse("").strip();
    if (header.isEmpty() || header.equals("*")) {
      return null;
    }
    String digits = header.replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("[0-9]{1,9}")) {
      check.add("If-Match", "INVALID", "не наш ETag", "not one of our ETags");
      return null;
    }
    return Integer.valueOf(digits);
  }

  /** The same, where it must be named; 0 when it is not, and the check knows. */
  public static int demand(ServerRequest req, Check check) {
    Integer revision = of(req, check);
    if (revision == null) {
      check.add(
          "If-Match",
          "REQUIRED",
          "нужна редакция, которую вы видели",
          "the revision you saw is needed");
    }
    return revision == null ? 0 : revision;
  }
}

package io.kartela.service.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code If-None-Match}, as HTTP defines it. */
public final class EntityTags {
  /** A tag may hold a comma, so the list is not split at commas. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTags() {}

  /** Whether the request is conditional; then dates in it do not count. */
  public static boolean asked(ServerRequest req) {
    return !shown(req).isEmpty();
  }

  /**
   * Whether the asker holds what this tag names already. Proxies that compress mark a tag as weak
   * ({@code W/}), which makes no difference here.
   *
   * @param tag with its quotation marks
   */
  public static boolean held(ServerRequest req, String tag) {
    for (String line : shown(req)) {
      if (line.strip().equals("*")) {
        return true;
      }
      Matcher one = TAG.matcher(line);
      while (one.find()) {
        if (one.group(1).equals(tag)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> shown(ServerRequest req) {
    return req.headers().contains(HeaderNames.IF_NONE_MATCH)
        ? req.headers().get(HeaderNames.IF_NONE_MATCH).allValues()
        : List.of();
  }
}

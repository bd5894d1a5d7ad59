package io.kartela.service.platform.http;

import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists that are answered a page at a time. */
public final class Pages {
  private Pages() {}

  /**
   * Answers with a page and, when there is more, where it goes on.
   *
   * @param found one more than the page holds, if there is one: it tells whether the list goes on
   * @param cursor of the last of a page
   */
  public static <T> void send(
      ServerResponse res, List<T> found, int limit, Function<T, String> cursor) {
    boolean more = found.size() > limit;
    List<T> page = more ? found.subList(0, limit) : found;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", page);
    if (more) {
      body.put("nextCursor", cursor.apply(page.getLast()));
    }
    Http.send(res, 200, body);
  }
}

package io.kartela.service;

import io.helidon.webserver.http.HttpRouting;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what a running service gave to its web server, which itself does not tell. */
final class ServedRoutes {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "delete", "patch", "head", "any", "options");

  private ServedRoutes() {}

  /** Such as {@code GET /api/v1/members/{}}: parameters without their names. */
  static Set<String> of(Kartela kartela) {
    Set<String> routes = new TreeSet<>();
    HttpRouting.Builder recorder =
        (HttpRouting.Builder)
            Proxy.newProxyInstance(
                ServedRoutes.class.getClassLoader(),
                new Class<?>[] {HttpRouting.Builder.class},
                (proxy, method, arguments) -> {
                  if (!METHODS.contains(method.getName())
                      || !(arguments[0] instanceof String path)) {
                    throw new UnsupportedOperationException("teach this class " + method);
                  }
                  routes.add(
                      method.getName().toUpperCase(Locale.ROOT)
                          + " "
                          + path.replaceAll("\\{[^}]*}", "{}"));
                  return proxy;
                });
    List.copyOf(kartela.routes()).forEach(feature -> feature.add(recorder));
    return routes;
  }
}

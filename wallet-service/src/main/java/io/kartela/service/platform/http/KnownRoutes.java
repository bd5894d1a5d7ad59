package io.kartela.service.platform.http;

import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.HttpService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Remembers the routes on their way to the web server, which itself answers "not found" where only
 * the method is wrong.
 */
final class KnownRoutes implements HttpRouting.Builder {
  private static final List<Method> METHODS =
      List.of(Method.GET, Method.HEAD, Method.POST, Method.PUT, Method.PATCH, Method.DELETE);

  private final HttpRouting.Builder routing;
  private final List<HttpRoute> routes = new ArrayList<>();

  KnownRoutes(HttpRouting.Builder routing) {
    this.routing = routing;
  }

  /** What an address can be asked; empty when there is nothing at it. */
  List<String> methodsAt(HttpPrologue asked) {
    return METHODS.stream()
        .filter(
            method ->
                routes.stream().anyMatch(route -> route.accepts(with(method, asked)).accepted()))
        .map(Method::text)
        .toList();
  }

  private static HttpPrologue with(Method method, HttpPrologue asked) {
    return HttpPrologue.create(
        asked.rawProtocol(),
        asked.protocol(),
        asked.protocolVersion(),
        method,
        asked.uriPath(),
        asked.query(),
        asked.fragment());
  }

  @Override
  public HttpRouting.Builder route(HttpRoute route) {
    routes.add(route);
    routing.route(route);
    return this;
  }

  @Override
  public HttpRouting.Builder register(HttpService... services) {
    throw new UnsupportedOperationException("features add routes, not services");
  }

  @Override
  public HttpRouting.Builder register(String path, HttpService... services) {
    return register(services);
  }

  @Override
  public HttpRouting.Builder addFilter(Filter filter) {
    routing.addFilter(filter);
    return this;
  }

  @Override
  public HttpRouting.Builder addFeature(Supplier<? extends HttpFeature> feature) {
    routing.addFeature(feature);
    return this;
  }

  @Override
  public <T extends Throwable> HttpRouting.Builder error(
      Class<T> type, ErrorHandler<? super T> handler) {
    routing.error(type, handler);
    return this;
  }

  @Override
  public HttpRouting.Builder maxReRouteCount(int count) {
    routing.maxReRouteCount(count);
    return this;
  }

  @Override
  public HttpRouting.Builder security(HttpSecurity security) {
    routing.security(security);
    return this;
  }

  @Override
  public HttpRouting.Builder copy() {
    return routing.copy();
  }

  @Override
  public HttpRouting build() {
    return routing.build();
  }
}

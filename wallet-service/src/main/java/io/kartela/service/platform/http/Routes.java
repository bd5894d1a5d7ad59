package io.kartela.service.platform.http;

import io.helidon.webserver.http.HttpRouting;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {
  void add(HttpRouting.Builder routing);
}

package io.kartela.push.google;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to Google's API, whether it came alone or as a part of a batch. */
interface FakeRequest {
  String method();

  String path();

  @Nullable String header(String name);

  @Nullable String query(String name);

  Map<String, Object> json();
}

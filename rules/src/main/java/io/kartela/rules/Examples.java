package io.kartela.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Example programs shipped with the module, to begin from and to test with. */
public final class Examples {
  private Examples() {}

  /** Names of the examples. */
  public static List<String> names() {
    return List.of("coffee-shop", "cashback", "cumulative-discount", "stamps");
  }

  /**
   * JSON of an example.
   *
   * @throws IllegalArgumentException when there is no such example
   */
  public static String json(String name) {
    try (InputStream in = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no example " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An example as a program. */
  public static Program program(String name) {
    return ProgramJson.parse(json(name)).program();
  }
}

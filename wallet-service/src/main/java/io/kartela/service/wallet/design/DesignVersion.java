package io.kartela.service.wallet.design;

import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A published design with the merchant's pictures it uses. Immutable.
 *
 * @param number 0 is the design that everybody begins with
 * @param pictures PNG by id; nobody changes the bytes
 */
public record DesignVersion(
    long merchantId, int number, CardDesign design, Map<String, byte[]> pictures) {

  public DesignVersion {
    Objects.requireNonNull(design);
    pictures = Map.copyOf(pictures);
  }

  private static final class Holder {
    static final String DOCUMENT = document();
    static final DesignVersion FIRST = new DesignVersion(0, 0, read(), Map.of());

    private static CardDesign read() {
      DesignReader.Result result =
          DesignReader.read(DOCUMENT, new DesignReader.Surroundings(Map.of(), null, false));
      CardDesign design = result.design();
      if (design == null) {
        throw new IllegalStateException("the first design is wrong: " + result.problems());
      }
      return design;
    }

    private static String document() {
      try (InputStream in = DesignVersion.class.getResourceAsStream("first-design.json")) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return Http.JSON.readTree(new String(bytes, StandardCharsets.UTF_8)).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What cards look like before anybody designs them. */
  public static DesignVersion first() {
    return Holder.FIRST;
  }

  /** Its document, to begin from. */
  public static String firstDocument() {
    return Holder.DOCUMENT;
  }
}

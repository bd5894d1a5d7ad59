package io.kartela.service.wallet.google;

import io.kartela.service.platform.http.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where Google finds this service: its call-backs, and pictures that are drawn in a colour. Drawing
 * costs, so the address of such a picture bears a mark that nobody else can make: what no card or
 * preview of ours shows is not drawn.
 *
 * @param publicUrl without a trailing slash
 * @param marks a text's mark, the same on every node
 */
public record GoogleAddresses(Supplier<URI> publicUrl, UnaryOperator<String> marks) {
  static final String MARK = "of";

  String callbacks() {
    return publicUrl.get() + "/google/callbacks";
  }

  /** One of the merchant's own pictures, which nobody guesses: its name is its bytes' hash. */
  String own(long merchantId, String image, String kind) {
    return art(Long.toString(merchantId, 36) + "/" + image, kind);
  }

  /**
   * A drawn one.
   *
   * @param color six hexadecimal digits
   */
  String drawn(String color, String kind) {
    return art(color, kind) + "?" + MARK + "=" + mark(color);
  }

  boolean isOurs(String color, String mark) {
    return Tokens.same(bytes(mark(color)), bytes(mark));
  }

  private String mark(String color) {
    return marks.apply("google-art " + color);
  }

  private String art(String place, String kind) {
    return publicUrl.get() + "/google/art/" + place + "/" + kind + ".png";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

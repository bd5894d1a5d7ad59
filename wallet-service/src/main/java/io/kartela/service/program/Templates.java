package io.kartela.service.program;

import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ready programs by kinds of shops, to begin with and make one's own. */
public final class Templates {
  private static final List<Template> ALL =
      Stream.of(
              "coffee-shop",
              "restaurant",
              "clothes",
              "beauty",
              "pharmacy",
              "car-wash",
              "online-shop")
          .map(Templates::read)
          .toList();

  /**
   * One of them.
   *
   * @param about what it gives and which goods it asks for
   * @param document the program, without a time zone
   */
  private record Template(String id, LocalText name, LocalText about, ObjectNode document) {
    String in(ZoneId zone) {
      return document.deepCopy().put("zone", zone.getId()).toString();
    }
  }

  /** A template as screens show it. */
  record View(
      String id, LocalText name, LocalText about, List<TierView> tiers, List<LocalText> rules) {}

  private static final List<View> VIEWS = ALL.stream().map(Templates::view).toList();

  private Templates() {}

  /** All of them as screens show them. */
  public static List<?> views() {
    return VIEWS;
  }

  /** The document of a program for a shop of this zone; empty: there is no such template. */
  public static Optional<String> document(String id, ZoneId zone) {
    return ALL.stream().filter(t -> t.id.equals(id)).findFirst().map(t -> t.in(zone));
  }

  private static View view(Template t) {
    var program = ProgramJson.parse(t.in(ZoneId.of("UTC"))).program();
    return new View(
        t.id,
        t.name,
        t.about,
        TierView.all(program),
        program.rules().stream().map(r -> new LocalText(r.name().ru(), r.name().en())).toList());
  }

  private static Template read(String id) {
    try (InputStream in =
        Templates.class.getResourceAsStream("/program/templates/" + id + ".json")) {
      JsonNode file = Http.JSON.readTree(Objects.requireNonNull(in, id));
      return new Template(
          id, text(file.path("name")), text(file.path("about")), (ObjectNode) file.path("program"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalText text(JsonNode node) {
    return new LocalText(node.path("ru").asString(), node.path("en").asString());
  }
}

package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Condition;
import io.kartela.rules.Effect;
import io.kartela.service.platform.http.Http;
import io.kartela.service.shop.staff.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the cabinet's forms begin with and offer ready-made, put into the demo's program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
  private static final Path RULES = Path.of("../cabinet-ui/src/cabinet/rule");

  private final ProgramHouse house = new ProgramHouse();
  private final ProgramHouse.Client owner = house.shop("").signIn(Role.OWNER);

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void everyReadyRuleIsSound() throws IOException {
    JsonNode gallery = shared("gallery.json");
    assertTrue(gallery.size() >= 12);
    Set<String> names = new HashSet<>();
    for (JsonNode one : gallery) {
      assertEquals(List.of(), said((ObjectNode) one.path("rule")), one.toString());
      assertTrue(names.add(one.at("/rule/name/ru").asString()));
    }
  }

  @Test
  void everyConditionAndEffectBeginsSound() throws IOException {
    JsonNode empty = shared("empty.json");
    for (JsonNode condition : empty.path("conditions")) {
      ObjectNode rule = rule();
      rule.set("when", condition);
      rule.set("then", Http.JSON.readTree("{\"type\":\"earnPercent\",\"percentBp\":500}"));
      assertEquals(List.of(), said(rule), condition.toString());
    }
    for (JsonNode effect : empty.path("effects")) {
      ObjectNode rule = rule();
      rule.set("then", effect);
      assertEquals(List.of(), said(rule), effect.toString());
    }
  }

  /** Whoever adds one to rules is asked for its form here. */
  @Test
  void everyConditionAndEffectHasAForm() throws IOException {
    JsonNode empty = shared("empty.json");
    Set<String> conditions = types(empty.path("conditions"));
    conditions.addAll(List.of("always", "all", "any", "not"));
    assertEquals(kinds(Condition.class), conditions);
    assertEquals(kinds(Effect.class), types(empty.path("effects")));
  }

  private static Set<String> types(JsonNode documents) {
    Set<String> types = new TreeSet<>();
    documents.forEach(one -> types.add(one.path("type").asString()));
    return types;
  }

  /** The types in which a sealed interface is written. */
  private static Set<String> kinds(Class<?> sealed) {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> one : sealed.getPermittedSubclasses()) {
      if (one.isRecord()) {
        String name = one.getSimpleName();
        kinds.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
      } else {
        kinds.addAll(kinds(one));
      }
    }
    return kinds;
  }

  private static ObjectNode rule() {
    return (ObjectNode)
        Http.JSON.readTree("{\"id\":\"new-rule\",\"name\":{\"ru\":\"Новое\",\"en\":\"New\"}}");
  }

  /** A file that the front end reads too, with this shop's own in the place of the marks. */
  private static JsonNode shared(String file) throws IOException {
    return Http.JSON.readTree(Files.readString(RULES.resolve(file)).replace("$tier", "gold"));
  }

  /** What the service says of the rule when it is the last of the demo's program. */
  private List<String> said(ObjectNode rule) throws IOException {
    ObjectNode program = demo();
    // The cabinet gives every rule a key of its own.
    rule.put("id", rule.path("id").asString() + "-1a2b3c");
    ArrayNode rules = (ArrayNode) program.path("rules");
    String place = "/rules/" + rules.size();
    rules.add(rule);
    JsonNode draft =
        owner.post("/drafts", Map.of("name", "Gallery", "program", program)).expect(201);
    String path = "/drafts/" + draft.path("id").asString();
    JsonNode answer = owner.post(path + "/validate", null).expect(200);
    owner.delete(path).expect(204);
    List<String> said = new ArrayList<>();
    for (JsonNode problem : answer.path("problems")) {
      boolean error = problem.path("severity").asString().equals("ERROR");
      if (error || problem.path("pointer").asString().startsWith(place)) {
        said.add(problem.toString());
      }
    }
    return said;
  }

  private static ObjectNode demo() throws IOException {
    try (var in = GalleryTest.class.getResourceAsStream("/demo/program.json")) {
      return (ObjectNode) Http.JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

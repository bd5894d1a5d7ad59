package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentDiffTest {
  private final String coffee = example("coffee-shop");

  private static String example(String name) {
    try (InputStream in =
        ProgramJson.class.getResourceAsStream("/io/kartela/rules/examples/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Change> changes(String before, String after) {
    return Objects.requireNonNull(DocumentDiff.of(before, after)).changes();
  }

  private static List<String> words(List<Change> changes) {
    return changes.stream().map(c -> c.text().en()).toList();
  }

  @Test
  void spellingIsNoChange() {
    Program program = ProgramJson.parse(coffee).program();
    assertEquals(List.of(), changes(coffee, ProgramJson.write(program)));
    assertEquals(List.of(), changes(coffee, ProgramJson.canonical(program)));
  }

  @Test
  void theOrderOfRulesIsNoChangeAndAnInsertionIsOne() {
    String first =
        "{\"id\": \"own-cup\", \"name\": {\"ru\": \"Со своей кружкой −20 ₽\", \"en\": \"Own cup −20"
            + " ₽\"}";
    assertTrue(coffee.contains(first));
    String added =
        coffee.replace(
            first,
            "{\"id\":\"new\",\"name\":{\"ru\":\"Новое\",\"en\":\"New\"},\"then\":{\"type\":\"grantBonus\",\"amount\":12345}},\n"
                + first);
    List<Change> changes = changes(coffee, added);
    assertEquals(1, changes.size());
    assertEquals(Change.Kind.ADDED, changes.getFirst().kind());
    assertEquals("/rules/4", changes.getFirst().pointer());
    assertEquals("Правило «Новое»: добавлено (подарить 123,45)", changes.getFirst().text().ru());
    assertEquals("Rule \"New\": added (grant 123.45)", changes.getFirst().text().en());
    List<Change> gone = changes(added, coffee);
    assertEquals(Change.Kind.REMOVED, gone.getFirst().kind());
    assertEquals("/rules/4", gone.getFirst().pointer());
    assertNull(gone.getFirst().after());
  }

  @Test
  void everyPartHasItsSentence() {
    String changed =
        coffee
            .replace("\"rank\": 2, \"earnBp\": 500", "\"rank\": 2, \"earnBp\": 650")
            .replace("\"from\": 3000000}, {\"type\"", "\"from\": 2500000}, {\"type\"")
            .replace("\"minRedemption\": 1000", "\"minRedemption\": 2050")
            .replace("\"factorPercent\": 300", "\"factorPercent\": 250")
            .replace("\"mode\": \"MAX_PER_LINE\"", "\"mode\": \"FIRST\"")
            .replace("\"expiredGraceDays\": 14", "\"expiredGraceDays\": 0")
            .replace("\"en\": \"Friday night ×1.5\"", "\"en\": \"Friday night\"");
    assertEquals(
        List.of(
            "Tier \"Regular\": earning percent 5\u00a0% → 6.5\u00a0%",
            "Tier \"VIP\": ways up no. 1, from 30000 → 25000",
            "Group \"base\": mode MAX_PER_LINE → FIRST",
            "Rule \"Friday night\": name, en Friday night ×1.5 → Friday night",
            "Rule \"Birthday ×3\": effect, factor ×3 → ×2.5",
            "Paying with bonuses: smallest payment 10 → 20.5",
            "Returns: grace days of expired 14 → 0"),
        words(changes(coffee, changed)));
  }

  @Test
  void anEffectOfAnotherKindIsOneChange() {
    String changed =
        coffee.replace(
            "{\"type\": \"earnPercent\", \"percentBp\": 1000,",
            "{\"type\": \"earnPercent\", \"percentBp\": 1000, ");
    assertEquals(List.of(), changes(coffee, changed));
    String other =
        coffee.replace(
            "\"then\": {\"type\": \"earnPerStep\", \"step\": 100000, \"bonus\": 5000}",
            "\"then\": {\"type\": \"earnPercent\", \"percentBp\": 100}");
    List<Change> changes = changes(coffee, other);
    assertEquals(1, changes.size());
    assertTrue(changes.getFirst().pointer().endsWith("/then"));
    assertEquals("RULE", Objects.requireNonNull(changes.getFirst().subject()).kind());
  }

  @Test
  void anEndToTheList() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      many.append(i == 0 ? "" : ",")
          .append(
              "{'id':'r%d','name':{'ru':'р','en':'r'},'priority':%d,'then':{'type':'earnPercent','percentBp':%d}}"
                  .formatted(i, i, i));
    }
    String before = ProgramHouse.json("'rules':[" + many + "]");
    String after =
        before
            .replace("\"priority\":", "\"enabled\":false,\"priority\":1")
            .replace("\"en\":\"r\"", "\"en\":\"x\"");
    DocumentDiff.Result result = Objects.requireNonNull(DocumentDiff.of(before, after));
    assertEquals(DocumentDiff.MOST, result.changes().size());
    assertTrue(result.truncated());
  }

  @Test
  void notJsonCannotBeCompared() {
    assertNull(DocumentDiff.of(coffee, "{"));
    assertNull(DocumentDiff.of(coffee, ""));
  }
}

package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramDiffTest {
  private static final String OLD =
      "'rules':["
          + Try.rule("a", "'then':{'type':'earnPercent','percentBp':500}")
          + ","
          + Try.rule("b", "'then':{'type':'earnPercent','percentBp':100}")
          + "],'spending':{'maxBp':3000}";

  @Test
  void changesAreFoundById() {
    Program before = Try.program(OLD);
    Program after =
        Try.program(
            "'rules':["
                + Try.rule("c", "'then':{'type':'earnPercent','percentBp':100}")
                + ","
                + Try.rule("a", "'then':{'type':'earnPercent','percentBp':700}")
                + "],'spending':{'maxBp':5000}");
    List<ProgramDiff.Change> all = ProgramDiff.between(before, after);
    assertEquals(
        List.of("rules/a/then/percentBp", "rules/b", "rules/c", "spending/maxBp"),
        all.stream().map(ProgramDiff.Change::path).toList());
    assertEquals(new ProgramDiff.Change("rules/a/then/percentBp", "500", "700"), all.getFirst());
    assertEquals(null, all.get(1).after());
    assertEquals(null, all.get(2).before());
  }

  @Test
  void anotherOrderIsNoChange() {
    Program one = Try.program(OLD);
    Program other =
        Try.program(
            "'spending':{'maxBp':3000},'rules':["
                + Try.rule("b", "'then':{'type':'earnPercent','percentBp':100}")
                + ","
                + Try.rule("a", "'then':{'type':'earnPercent','percentBp':500}")
                + "]");
    assertEquals(List.of(), ProgramDiff.between(one, other));
  }
}

package io.kartela.service.program;

import io.kartela.rules.Effect;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Rule;
import java.util.List;
import java.util.Set;

/**
 * What must be read of a member's past before a program can judge; nothing is read that no rule
 * asks for.
 *
 * @param windows purchases to add up
 * @param sharedBudgets rules whose budget all members share, sorted: two purchases must lock the
 *     same rows in the same order
 * @param memberBudgets some rule limits what one member gets
 * @param counters some rule counts stamps or rewards every n-th purchase
 * @param onceKeys some rule gives only once
 * @param tags some rule asks for the member's tags
 */
public record ProgramNeeds(
    Set<PurchaseWindow> windows,
    List<String> sharedBudgets,
    boolean memberBudgets,
    boolean counters,
    boolean onceKeys,
    boolean tags) {

  static ProgramNeeds of(Program program) {
    return new ProgramNeeds(
        program.windowsNeeded(),
        program.rules().stream().filter(ProgramNeeds::shared).map(Rule::id).sorted().toList(),
        program.rules().stream().anyMatch(r -> r.budget() != null),
        program.countersNeeded(),
        program.rules().stream()
            .anyMatch(
                r -> r.then() instanceof Effect.GrantBonus g && g.once() != Effect.Once.EACH_TIME),
        program.tagsNeeded());
  }

  private static boolean shared(Rule rule) {
    Rule.Budget budget = rule.budget();
    return budget != null && budget.total() != null;
  }
}

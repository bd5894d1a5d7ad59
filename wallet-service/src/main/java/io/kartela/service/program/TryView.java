package io.kartela.service.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Explain;
import io.kartela.rules.Program;
import io.kartela.rules.Rule;
import io.kartela.rules.Tier;
import io.kartela.service.platform.http.LocalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program makes of a receipt, with every reason. */
record TryView(
    Sums sums,
    List<TriedLine> lines,
    List<Gift> gifts,
    List<Why> explanations,
    List<LocalText> hints,
    @Nullable LocalText tierAfter) {
  /**
   * Of the receipt.
   *
   * @param earned for the purchase and by gifts
   */
  record Sums(long gross, long discount, long spent, long spendableMax, long toPay, long earned) {}

  record TriedLine(int lineNo, long gross, long discount, long spent, long net, long earned) {}

  record Gift(LocalText name, long amount) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Why(@Nullable String ruleId, boolean applied, LocalText text) {}

  static TryView of(Program program, Evaluation e) {
    List<Explain.Sentence> ru = new Explain(program, "ru").sentences(e, Explain.Reader.CASHIER);
    List<Explain.Sentence> en = new Explain(program, "en").sentences(e, Explain.Reader.CASHIER);
    int reasons = ru.size() - e.hints().size();
    List<Why> why = new ArrayList<>();
    List<LocalText> hints = new ArrayList<>();
    for (int i = 0; i < ru.size(); i++) {
      LocalText text = new LocalText(ru.get(i).text(), en.get(i).text());
      if (i < reasons) {
        why.add(new Why(ru.get(i).rule(), ru.get(i).applied(), text));
      } else {
        hints.add(text);
      }
    }
    Tier after = e.tierAfter() == null ? null : program.tier(e.tierAfter().to());
    return new TryView(
        new Sums(
            e.gross(),
            e.discount(),
            e.bonusPaid(),
            e.spend().maximum(),
            e.money(),
            Math.addExact(e.earned(), e.granted())),
        e.lines().stream()
            .map(
                l ->
                    new TriedLine(
                        l.lineNo(), l.gross(), l.discount(), l.bonus(), l.net(), l.earned()))
            .toList(),
        e.grants().stream().map(g -> gift(program, g)).toList(),
        why,
        hints,
        after == null ? null : new LocalText(after.name().ru(), after.name().en()));
  }

  private static Gift gift(Program program, Evaluation.Grant grant) {
    Rule rule = program.rule(grant.rule());
    String id = grant.rule();
    return new Gift(
        rule == null ? new LocalText(id, id) : new LocalText(rule.name().ru(), rule.name().en()),
        grant.amount());
  }
}

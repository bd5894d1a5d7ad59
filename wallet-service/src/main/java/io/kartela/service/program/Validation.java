package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.ProgramCheck;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Quotes;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a program's document.
 *
 * @param valid it may be published
 * @param program null when it is not valid
 */
public record Validation(boolean valid, @Nullable Program program, List<Remark> remarks) {
  /**
   * One mistake or warning.
   *
   * @param pointer JSON pointer of the place; empty = the whole document
   */
  public record Remark(String pointer, String code, String severity, LocalText text) {}

  /**
   * Reads a document.
   *
   * @param storeZones zones of the stores, in which happy hours are looked at for clock changes
   * @param tiersHeld how many members hold which tier now
   */
  static Validation of(
      String document, Collection<ZoneId> storeZones, Map<String, Long> tiersHeld) {
    return switch (ProgramJson.parse(document)) {
      case ProgramJson.Parsed.Bad(var problems) ->
          new Validation(false, null, problems.stream().map(Validation::remark).toList());
      case ProgramJson.Parsed.Good(Program program, var warnings) -> {
        Set<Remark> all = new LinkedHashSet<>();
        warnings.forEach(w -> all.add(remark(w)));
        ProgramCheck.validate(program, storeZones).forEach(w -> all.add(remark(w)));
        all.addAll(homeless(program, tiersHeld));
        yield new Validation(true, program, List.copyOf(all));
      }
    };
  }

  static Remark remark(io.kartela.rules.codec.Flaw p) {
    return new Remark(p.pointer(), p.code(), p.severity().name(), new LocalText(p.ru(), p.en()));
  }

  /** Members whose tier the program does not have: they would begin anew at its lowest. */
  private static List<Remark> homeless(Program program, Map<String, Long> tiersHeld) {
    List<Remark> out = new ArrayList<>();
    if (program.tiers().isEmpty()) {
      return out;
    }
    tiersHeld.forEach(
        (tier, members) -> {
          if (program.tier(tier) == null && members > 0) {
            out.add(
                new Remark(
                    "/tiers",
                    "TIER_REMOVED",
                    "WARNING",
                    new LocalText(
                        "Уровня "
                            + Quotes.ru(tier)
                            + " больше нет, а участников на нём "
                            + members
                            + ": они начнут с нижнего уровня",
                        "The tier "
                            + Quotes.en(tier)
                            + " is gone, but "
                            + members
                            + " members hold it: they would start at the lowest tier")));
          }
        });
    return out;
  }

  /**
   * The program of a document.
   *
   * @throws Problem PROGRAM_INVALID with every mistake
   */
  public static Program demand(String document) {
    return switch (ProgramJson.parse(document)) {
      case ProgramJson.Parsed.Good(Program program, var warnings) -> program;
      case ProgramJson.Parsed.Bad(var problems) ->
          throw Problem.of(
              ProblemCode.PROGRAM_INVALID,
              problems.stream()
                  .filter(p -> p.severity() == io.kartela.rules.codec.Flaw.Severity.ERROR)
                  .limit(100)
                  .map(p -> new Problem.FieldError(p.pointer(), p.code(), p.ru(), p.en()))
                  .toList());
    };
  }
}

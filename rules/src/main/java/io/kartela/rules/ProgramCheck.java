package io.kartela.rules;

import io.kartela.rules.codec.Problem;
import java.util.List;

/** Checks what a single record cannot see. */
public final class ProgramCheck {
  private ProgramCheck() {}

  /** All problems, errors and warnings, in document order. */
  public static List<Problem> validate(Program program) {
    return List.of();
  }
}

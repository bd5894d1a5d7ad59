package io.kartela.rules;

import org.jspecify.annotations.Nullable;

/**
 * Steps that compete, at the place of their first one in the order.
 *
 * @param mode null for a rule that competes with nobody
 */
record Contest(Group.@Nullable Mode mode, java.util.List<Step> steps) {
  Contest {
    steps = java.util.List.copyOf(steps);
  }
}

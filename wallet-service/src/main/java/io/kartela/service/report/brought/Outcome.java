package io.kartela.service.report.brought;

/**
 * Which figure of a member is compared. A campaign keeps the version it began with, so that what it
 * brought never changes its meaning.
 */
enum Outcome {
  /**
   * What was bought in the window, net of what came back in it, the part that was paid by bonuses
   * included. So bonuses are taken off afterwards, at face: from purchases they leave money, from
   * margin they leave profit.
   */
  PURCHASES(1);

  private final int version;

  Outcome(int version) {
    this.version = version;
  }

  static Outcome of(int version) {
    for (Outcome one : values()) {
      if (one.version == version) {
        return one;
      }
    }
    throw new IllegalStateException("outcome " + version);
  }
}

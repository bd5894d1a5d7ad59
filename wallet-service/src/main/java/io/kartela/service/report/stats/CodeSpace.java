package io.kartela.service.report.stats;

/** Codes of so many letters of an alphabet, and how hard a living one is to guess. */
public record CodeSpace(int letters, int alphabet) {
  public double bits() {
    return letters * Math.log(alphabet) / Math.log(2);
  }

  /** After how many guesses one of so many living codes is hit with this chance. */
  public double guesses(double chance, long living) {
    return chance * Math.pow(alphabet, letters) / living;
  }
}

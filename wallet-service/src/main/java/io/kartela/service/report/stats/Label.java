package io.kartela.service.report.stats;

/** What an owner may conclude. */
public enum Label {
  PROVEN,
  PROBABLY,
  NOT_PROVEN_YET,
  HARMFUL
}

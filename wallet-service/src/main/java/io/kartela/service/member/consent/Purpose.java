package io.kartela.service.member.consent;

/** What somebody agrees to: each by itself, and none because of another. */
public enum Purpose {
  /** Taking part, and the data that this needs; nobody is a member without it. */
  PROGRAM,
  /** Being told about offers and gifts, whatever way. */
  MARKETING
}

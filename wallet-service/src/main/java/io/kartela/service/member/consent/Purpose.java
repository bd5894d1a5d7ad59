package io.kartela.service.member.consent;

import org.jspecify.annotations.Nullable;

/** What somebody agrees to: each by itself, and none because of another. */
public enum Purpose {
  /** Taking part by the shop's rules; nobody is a member without it. */
  PROGRAM,
  /** That the shop keeps and uses their data for it; nobody is a member without it either. */
  PERSONAL_DATA,
  /** Being told about offers and gifts, whatever way. */
  MARKETING;

  /** The kind of the shop's own texts that stands behind the tick; of offers there is none. */
  @Nullable String shopText() {
    return switch (this) {
      case PROGRAM -> "TERMS";
      case PERSONAL_DATA -> "PRIVACY";
      case MARKETING -> null;
    };
  }
}

package io.kartela.service.member.bulk;

import io.kartela.service.shop.staff.Action;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to each.
 *
 * @param tag of tags only
 * @param amount of bonuses only, in minor units
 * @param expires of bonuses only; null: they do not burn
 * @param reason empty for tags
 */
record BulkAction(
    Kind kind, @Nullable String tag, long amount, @Nullable Instant expires, String reason) {
  enum Kind {
    TAG_ADD(Action.MEMBERS_CHANGE),
    TAG_REMOVE(Action.MEMBERS_CHANGE),
    CREDIT(Action.BALANCE_ADJUST),
    BLOCK(Action.MEMBERS_CHANGE),
    UNBLOCK(Action.MEMBERS_CHANGE);

    /** Who may do it to one member. */
    final Action one;

    Kind(Action one) {
      this.one = one;
    }

    boolean tags() {
      return this == TAG_ADD || this == TAG_REMOVE;
    }
  }
}

package io.kartela.ledger.model;

import java.time.Instant;

/**
 * One request as it would come over the wire; delivered once, twice, late, or with a lost answer.
 *
 * @param other the second account; for a refund the one in which it was paid when that was merged
 *     into {@code account} since, else 0
 * @param target the lot, redemption or hold that it is about
 * @param policy an index into the policies of the kind
 */
record Request(
    String key,
    Kind kind,
    long account,
    long other,
    long amount,
    long target,
    int policy,
    Instant at,
    Instant from,
    Instant until) {

  enum Kind {
    EARN,
    GIFT,
    CREDIT,
    DEBIT,
    REDEEM,
    HOLD,
    COMMIT,
    RELEASE,
    REFUND,
    REVERSE,
    TRANSFER,
    MERGE
  }

  /** What the digest is made of: everything but the key. */
  String body() {
    return "%s %d %d %d %d %d %s %s %s"
        .formatted(kind, account, other, amount, target, policy, at, from, until);
  }

  Request withAmount(long changed) {
    return new Request(key, kind, account, other, changed, target, policy, at, from, until);
  }

  boolean touchesTwo() {
    return kind == Kind.TRANSFER || kind == Kind.MERGE;
  }
}

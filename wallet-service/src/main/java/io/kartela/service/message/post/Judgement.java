package io.kartela.service.message.post;

import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Consents.Offers;
import io.kartela.service.message.post.Reason.Purpose;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who is not written to, and why: asked when words leave, for however many at once. Whoever is not
 * in an answer may be written to. Works in the caller's transaction. Stateless.
 */
public final class Judgement {
  private static final WalletHolders HOLDERS = new WalletHolders();

  private Judgement() {}

  /** Of those whom this may be told, whatever way. */
  public static Map<Long, Skip> of(
      Connection c, long merchantId, Reason reason, Collection<Long> members, Instant now)
      throws SQLException {
    Map<Long, Offers> wanted = Consents.marketing(c, merchantId, members, now);
    boolean offer = reason.purpose() == Purpose.MARKETING;
    Map<Long, Skip> skips = new HashMap<>();
    for (Long member : members) {
      switch (wanted.get(member)) {
        case null -> skips.put(member, Skip.NO_MEMBER);
        case WANTED -> {}
        case UNWANTED -> put(skips, offer, member, Skip.NO_CONSENT);
        case BLOCKED -> put(skips, offer, member, Skip.BLOCKED);
        case CHILD -> put(skips, offer, member, Skip.UNDER_AGE);
      }
    }
    return skips;
  }

  /** Of those whose card can be told, too. */
  public static Map<Long, Skip> ofCards(
      Connection c, long merchantId, Reason reason, Collection<Long> members, Instant now)
      throws SQLException {
    Map<Long, Skip> skips = of(c, merchantId, reason, members, now);
    Set<Long> held = HOLDERS.withWallet(c, merchantId, members);
    for (Long member : members) {
      if (!held.contains(member)) {
        skips.putIfAbsent(member, Skip.NO_WALLET);
      }
    }
    return skips;
  }

  /** What is for a member's own business is told whatever they think of offers. */
  private static void put(Map<Long, Skip> skips, boolean offer, Long member, Skip why) {
    if (offer) {
      skips.put(member, why);
    }
  }
}

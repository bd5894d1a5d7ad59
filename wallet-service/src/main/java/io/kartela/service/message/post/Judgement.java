package io.kartela.service.message.post;

import io.kartela.service.member.consent.Consents;
import io.kartela.service.message.post.Reason.Purpose;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.SQLException;
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
      Connection c, long merchantId, Reason reason, Collection<Long> members) throws SQLException {
    Map<Long, Boolean> wanted = Consents.marketing(c, merchantId, members);
    Map<Long, Skip> skips = new HashMap<>();
    for (Long member : members) {
      Boolean wants = wanted.get(member);
      if (wants == null) {
        skips.put(member, Skip.NO_MEMBER);
      } else if (reason.purpose() == Purpose.MARKETING && !wants) {
        skips.put(member, Skip.NO_CONSENT);
      }
    }
    return skips;
  }

  /** Of those whose card can be told, too. */
  public static Map<Long, Skip> ofCards(
      Connection c, long merchantId, Reason reason, Collection<Long> members) throws SQLException {
    Map<Long, Skip> skips = of(c, merchantId, reason, members);
    Set<Long> held = HOLDERS.withWallet(c, merchantId, members);
    for (Long member : members) {
      if (!held.contains(member)) {
        skips.putIfAbsent(member, Skip.NO_WALLET);
      }
    }
    return skips;
  }
}

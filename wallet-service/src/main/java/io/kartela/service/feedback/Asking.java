package io.kartela.service.feedback;

import io.kartela.service.account.Retry;
import io.kartela.service.feedback.ReviewMessages.Fresh;
import io.kartela.service.feedback.ReviewMessages.Kind;
import io.kartela.service.feedback.ReviewMessages.Saying;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.MessageRules;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.holdout.HoldOut;
import io.kartela.service.message.post.Judgement;
import io.kartela.service.message.post.Reason.Purpose;
import io.kartela.service.message.post.Skip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks how purchases were. Any number of nodes may do it at once, and end at any moment: the row of
 * a receipt is written in the transaction that hands its words on, and there is one. Thread-safe.
 */
final class Asking {
  private static final int BATCH = 200;

  /** Asked lately, or for another receipt of this look. */
  private static final String TOO_OFTEN = "TOO_OFTEN";

  /** When people are asked by a shop that has no hours of its own. */
  private static final MessageRules.Day DAY = new MessageRules.Day(10 * 60, 21 * 60);

  private final House house;
  private final Merchants merchants;
  private final ReviewLinks links;

  Asking(House house, Merchants merchants) {
    this.house = house;
    this.merchants = merchants;
    this.links = new ReviewLinks(house.publicUrl());
  }

  /** Decides of all purchases whose hour has come, if it is an hour for it. */
  void run(long merchantId) {
    Instant now = house.clock().instant();
    Optional<ReviewSettings> settings =
        house.database().inTenant(merchantId, c -> ReviewSettings.of(c, merchantId, ""));
    if (settings.isEmpty() || !settings.get().active() || !isHour(merchantId, now)) {
      return;
    }
    long after = 0;
    List<Bought> found;
    do {
      long last = after;
      found = Retry.transaction(() -> batch(merchantId, last, now));
      if (!found.isEmpty()) {
        after = found.getLast().receiptId();
        house.wake().run();
      }
    } while (found.size() == BATCH);
    boolean _ =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  settings.get().looked(c, merchantId, now);
                  return true;
                });
  }

  private boolean isHour(long merchantId, Instant now) {
    Merchant shop = merchants.get(merchantId);
    MessageRules rules = house.database().inTenant(merchantId, c -> MessageRules.of(c, merchantId));
    MessageRules.Day day = rules.day() == null ? DAY : rules.day();
    return !new MessageRules(day, null).mayCome(now, shop.zone()).isAfter(now);
  }

  private List<Bought> batch(long merchantId, long after, Instant now) {
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              // Two nodes would not see of each other that a member was asked just now.
              NamedLock.alone(c, "reviews:" + merchantId);
              Optional<ReviewSettings> settings = ReviewSettings.of(c, merchantId, "FOR SHARE");
              if (settings.isEmpty() || !settings.get().active()) {
                return List.of();
              }
              List<Bought> found = Bought.due(c, merchantId, settings.get(), after, BATCH, now);
              if (!found.isEmpty()) {
                decide(c, merchantId, settings.get().plan(), found, now);
              }
              return found;
            });
  }

  private void decide(
      Connection c, long merchantId, ReviewPlan plan, List<Bought> found, Instant now)
      throws SQLException {
    List<Long> members = found.stream().map(Bought::memberId).distinct().toList();
    Map<Long, String> skips = new HashMap<>();
    Set<Long> beside = new HashSet<>();
    judge(c, merchantId, plan, members, skips, beside, now);
    Set<Long> asked = Bought.asked(c, merchantId, members, plan.everyDays(), now);
    List<Outbox.Message> news = new ArrayList<>();
    List<Long> offered = new ArrayList<>();
    boolean offer = plan.reason().purpose() == Purpose.MARKETING;
    for (Bought one : found) {
      long member = one.memberId();
      String skip = skips.get(member);
      if (skip == null && asked.contains(member)) {
        skip = TOO_OFTEN;
      }
      Fresh fresh = fresh(merchantId, plan, one, offer, skip);
      if (!ReviewMessages.add(c, merchantId, fresh, now) || skip != null) {
        continue;
      }
      if (plan.everyDays() > 0) {
        asked.add(member);
      }
      if (!beside.contains(member)) {
        news.add(card(member, fresh.id(), fresh.saying()));
        if (offer) {
          offered.add(member);
        }
      } else {
        boolean _ =
            ReviewDeliveries.beside(c, merchantId, fresh.id(), member, fresh.saying(), false, now);
      }
    }
    Outbox.news(c, merchantId, news);
    if (!offered.isEmpty() && MessageRules.of(c, merchantId).cap() != null) {
      MessageRules.made(c, merchantId, offered, now);
    }
  }

  /** Words for a card. */
  static Outbox.Message card(long member, long id, Saying saying) {
    return new Outbox.Message(
        member,
        Map.of(
            "notify",
            true,
            "news",
            saying.words(),
            ReviewDeliveries.WORD,
            id,
            "offer",
            saying.offer()));
  }

  private Fresh fresh(
      long merchantId, ReviewPlan plan, Bought one, boolean offer, @Nullable String skip) {
    String token = ReviewLinks.token();
    String words = plan.question().in(one.lang()) + "\n" + links.to(merchantId, token);
    return new Fresh(
        house.ids().next(),
        Kind.ASK,
        one.receiptId(),
        one.memberId(),
        new Saying(offer, plan.ways(), plan.subject(), skip == null ? words : ""),
        skip == null ? Tokens.sha256(token) : null,
        plan.reward(),
        skip);
  }

  /** Why some are not asked, and who is reached beside the card only. */
  private static void judge(
      Connection c,
      long merchantId,
      ReviewPlan plan,
      List<Long> members,
      Map<Long, String> skips,
      Set<Long> beside,
      Instant now)
      throws SQLException {
    List<Long> cardless = new ArrayList<>();
    Judgement.ofCards(c, merchantId, plan.reason(), members, now)
        .forEach(
            (member, why) -> {
              skips.put(member, why.name());
              if (why == Skip.NO_WALLET) {
                cardless.add(member);
              }
            });
    Map<Long, ChannelKind> ways =
        Ladder.first(c, merchantId, plan.reason().purpose(), plan.ways(), cardless, now);
    beside.addAll(ways.keySet());
    beside.forEach(skips::remove);
    if (plan.reason().purpose() == Purpose.MARKETING) {
      MessageRules.of(c, merchantId)
          .full(c, merchantId, members, now)
          .forEach(member -> skips.putIfAbsent(member, Skip.CAP.name()));
      heldOut(c, merchantId, members, now)
          .forEach(member -> skips.putIfAbsent(member, HoldOut.GLOBAL));
    }
  }

  /** Who stays out of all advertising of the quarter. */
  private static Set<Long> heldOut(
      Connection c, long merchantId, Collection<Long> members, Instant now) throws SQLException {
    Set<Long> out = new HashSet<>();
    HoldOut holdOut = HoldOut.of(c, merchantId, 0, 0, now);
    if (holdOut.globalPercent() == 0) {
      return out;
    }
    try (PreparedStatement s =
        c.prepareStatement(holdOut.sql("SELECT unnest(?::bigint[]) AS member_id"))) {
      int last = holdOut.bind(s, 0);
      s.setArray(last + 1, c.createArrayOf("bigint", members.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          if (r.getString(2) != null) {
            out.add(r.getLong(1));
          }
        }
      }
    }
    return out;
  }
}

package io.kartela.service.message.automation;

import io.kartela.ledger.AccountId;
import io.kartela.service.account.Handouts;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.Segments;
import io.kartela.service.message.automation.Automation.Gift;
import io.kartela.service.message.automation.Automation.Step;
import io.kartela.service.message.automation.Sayings.Decided;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.MessageRules;
import io.kartela.service.message.dispatch.DispatchTable;
import io.kartela.service.message.dispatch.DispatchTable.Fresh;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.holdout.HoldOut;
import io.kartela.service.message.post.Judgement;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Skip;
import io.kartela.service.message.words.Facts;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.merchant.Merchant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides of occasions: who is told and given the gift, and why others are not; all of it in one
 * transaction with the row that makes it once. Thread-safe.
 */
final class Deciding {
  /** Words that come later than this are of no use. */
  static final Duration LIFE = Duration.ofDays(1);

  private final Ids ids;
  private final Personal personal;
  private final Audiences audiences;
  private final Handouts handouts = new Handouts();

  Deciding(Ids ids, Personal personal, Audiences audiences) {
    this.ids = ids;
    this.personal = personal;
    this.audiences = audiences;
  }

  /**
   * What would be decided now.
   *
   * @param skips why some are told nothing
   * @param beside by which way some are reached who have no card on a phone
   */
  record Judged(List<Occasion> occasions, Map<Long, String> skips, Map<Long, ChannelKind> beside) {}

  /** Judges those for whom the automation is meant. */
  Judged judge(Connection c, Look look, List<Occasion> found, Instant now) throws SQLException {
    List<Occasion> meant = meant(c, look, found);
    List<Long> members = meant.stream().map(Occasion::memberId).distinct().toList();
    Reason reason = look.automation().plan().reason(look.step());
    Map<Long, String> skips = new HashMap<>();
    List<Long> cardless = new ArrayList<>();
    Judgement.ofCards(c, look.merchantId(), reason, members, now)
        .forEach(
            (member, why) -> {
              skips.put(member, why.name());
              if (why == Skip.NO_WALLET) {
                cardless.add(member);
              }
            });
    Map<Long, ChannelKind> beside =
        Ladder.first(
            c, look.merchantId(), reason.purpose(), look.automation().plan().ways(), cardless, now);
    beside.keySet().forEach(skips::remove);
    if (reason.purpose() == Reason.Purpose.MARKETING) {
      MessageRules.of(c, look.merchantId())
          .full(c, look.merchantId(), members, now)
          .forEach(member -> skips.putIfAbsent(member, Skip.CAP.name()));
      Reach.heldOut(c, look.merchantId(), members, now)
          .forEach((member, why) -> skips.putIfAbsent(member, why));
      int percent = look.automation().plan().limits().holdOutPercent();
      HoldOut.drawn(c, look.merchantId(), "automation:" + look.automation().id(), percent, members)
          .forEach(member -> skips.putIfAbsent(member, HoldOut.OWN));
    }
    return new Judged(meant, skips, beside);
  }

  private List<Occasion> meant(Connection c, Look look, List<Occasion> found) throws SQLException {
    Long segmentId = look.automation().plan().segmentId();
    if (segmentId == null || found.isEmpty()) {
      return found;
    }
    Set<Long> in =
        audiences
            .of(look.merchantId(), Segments.held(c, look.merchantId(), segmentId))
            .among(c, found.stream().map(Occasion::memberId).distinct().toList());
    return found.stream().filter(o -> in.contains(o.memberId())).toList();
  }

  /** The facts of an occasion, with the gift that goes along. */
  static Facts facts(Look look, Occasion occasion, Instant now) {
    Gift gift = look.automation().plan().steps().get(look.step()).gift();
    return gift == null
        ? occasion.facts()
        : occasion.facts().with(gift.amount(), now.plus(Duration.ofDays(gift.days())));
  }

  void decide(Connection c, Look look, Merchant shop, List<Occasion> found, Instant now)
      throws SQLException {
    Judged judged = judge(c, look, found, now);
    if (judged.occasions.isEmpty()) {
      return;
    }
    Step step = look.automation().plan().steps().get(look.step());
    boolean offer =
        look.automation().plan().reason(look.step()).purpose() == Reason.Purpose.MARKETING;
    long id = look.automation().id();
    Automation.Plan.Limits limits = look.automation().plan().limits();
    long left = Budget.left(c, look.merchantId(), id, limits.budget(), now);
    List<Decided> decided = new ArrayList<>();
    for (Occasion o : judged.occasions) {
      String skip = judged.skips.get(o.memberId());
      long price = step.gift() == null ? 0 : step.gift().amount();
      if (skip == null && price > left) {
        skip = Budget.SPENT;
      }
      left -= skip == null ? price : 0;
      Gift gift = skip == null ? step.gift() : null;
      Facts facts = gift == null ? o.facts() : facts(look, o, now);
      decided.add(new Decided(o, ids.next(), offer, facts, gift == null ? 0 : gift.amount(), skip));
    }
    Set<Long> ours = Sayings.decide(c, look, decided, now);
    List<Decided> said =
        decided.stream().filter(d -> d.skip() == null && ours.contains(d.id())).toList();
    long given = said.stream().mapToLong(Decided::gift).sum();
    if (given > 0) {
      long _ = Budget.spend(c, look.merchantId(), id, given, now);
    }
    for (Decided d : said) {
      if (d.gift() > 0) {
        give(c, look, shop, d, now);
      }
    }
    say(c, look, step.text(), said, judged.beside, now);
  }

  private void give(Connection c, Look look, Merchant shop, Decided d, Instant now)
      throws SQLException {
    Handouts.Gift gift =
        new Handouts.Gift(
            d.gift(),
            Objects.requireNonNull(d.facts().giftUntil()),
            look.automation().plan().kind().title().in(shop.locale()),
            look.automation().changed().by());
    AccountId account = new AccountId(look.merchantId(), d.occasion().memberId());
    long lot = handouts.give(c, account, gift, now);
    Sayings.given(c, look.merchantId(), d.id(), lot);
  }

  /** By the card, or beside it. */
  private void say(
      Connection c,
      Look look,
      String text,
      List<Decided> said,
      Map<Long, ChannelKind> beside,
      Instant now)
      throws SQLException {
    long merchantId = look.merchantId();
    List<Decided> cards =
        said.stream().filter(d -> !beside.containsKey(d.occasion().memberId())).toList();
    List<Long> members = cards.stream().map(d -> d.occasion().memberId()).toList();
    Personal.People people = personal.people(c, merchantId, members);
    List<Outbox.Message> news = new ArrayList<>();
    List<Long> offered = new ArrayList<>();
    for (Decided d : cards) {
      long member = d.occasion().memberId();
      String words = people.say(text, member, d.facts());
      news.add(
          new Outbox.Message(
              member,
              Map.of("notify", true, "news", words, "automation", d.id(), "offer", d.offer())));
      if (d.offer()) {
        offered.add(member);
      }
    }
    Outbox.news(c, merchantId, news);
    if (!offered.isEmpty() && MessageRules.of(c, merchantId).cap() != null) {
      MessageRules.made(c, merchantId, offered, now);
    }
    for (Decided d : said) {
      ChannelKind way = beside.get(d.occasion().memberId());
      if (way != null) {
        Fresh fresh = new Fresh(0, d.occasion().memberId(), way, false);
        DispatchTable.add(c, merchantId, Texts.NAME, d.id(), now, now.plus(LIFE), List.of(fresh));
      }
    }
  }
}

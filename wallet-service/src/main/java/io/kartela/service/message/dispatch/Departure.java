package io.kartela.service.message.dispatch;

import io.kartela.push.TextChannel;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.MessageRules;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.message.channel.SentLog.Leaving;
import io.kartela.service.message.channel.UnsubscribeLinks;
import io.kartela.service.message.dispatch.Dispatch.State;
import io.kartela.service.message.dispatch.Source.Content;
import io.kartela.service.message.dispatch.Source.Outcome;
import io.kartela.service.message.dispatch.Source.Wish;
import io.kartela.service.message.dispatch.Source.Words;
import io.kartela.service.message.post.Judgement;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Skip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Ids;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a claimed batch of one merchant and one source, judged when it leaves: within one
 * transaction of the merchant's. What is to leave is marked as leaving before anybody is asked.
 */
final class Departure {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Carriers carriers;
  private final Pace pace;
  private final Ids ids;
  private final Ends ends;
  private final UnsubscribeLinks links;

  /** Words that leave, with who carries them. */
  record Leave(Dispatch dispatch, Leaving leaving, TextChannel<Parcel> carrier, Parcel parcel) {}

  Departure(Carriers carriers, Pace pace, House house, Ends ends) {
    this.carriers = carriers;
    this.pace = pace;
    this.ids = house.ids();
    this.links = new UnsubscribeLinks(house.publicUrl());
    this.ends = ends;
  }

  /** What is known of a batch before its rows are judged one by one. */
  private record Batch(
      Connection c,
      long merchantId,
      Source source,
      Content content,
      Ladder ladder,
      MessageRules rules,
      View view) {}

  /** What is known of its members. */
  private record View(
      Map<Long, Skip> skips, Map<Long, Map<ChannelKind, String>> addresses, Set<Long> full) {}

  /**
   * Judges rows and marks those that leave.
   *
   * @param claimed rows of one source
   */
  List<Leave> prepare(Connection c, Source source, List<Dispatch> claimed, ZoneId zone, Instant now)
      throws SQLException {
    // First its source and the channels, then its rows: as whoever pauses or releases them does.
    Content content =
        source.content(c, claimed.getFirst().merchantId(), claimed.getFirst().origin().sourceId());
    Ladder ladder = new Ladder(ChannelStore.held(c, claimed.getFirst().merchantId()));
    List<Dispatch> rows = new ArrayList<>();
    for (Dispatch d : claimed) {
      if (DispatchTable.hold(c, d)) {
        rows.add(d);
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    Batch batch = batch(c, source, content, ladder, rows, now);
    Instant mayCome =
        batch.content.reason().purpose() == Reason.Purpose.MARKETING
            ? batch.rules.mayCome(now, zone)
            : now;
    List<Dispatch> ready = new ArrayList<>();
    for (Dispatch d : rows) {
      if (judge(batch, d, now, mayCome)) {
        ready.add(d);
      }
    }
    return leave(batch, ready, now);
  }

  private static Batch batch(
      Connection c, Source source, Content content, Ladder ladder, List<Dispatch> rows, Instant now)
      throws SQLException {
    Dispatch first = rows.getFirst();
    long merchantId = first.merchantId();
    List<Long> members = rows.stream().map(Dispatch::memberId).toList();
    MessageRules rules = MessageRules.of(c, merchantId);
    Map<Long, Skip> skips = Judgement.of(c, merchantId, content.reason(), members, now);
    // The record went on as another, who has the words of his own or none.
    Members.heirs(c, merchantId, members).keySet().forEach(gone -> skips.put(gone, Skip.NO_MEMBER));
    boolean offer = content.reason().purpose() == Reason.Purpose.MARKETING;
    View view =
        new View(
            skips,
            Addresses.alive(c, merchantId, members, now),
            offer ? rules.full(c, merchantId, members, now) : Set.of());
    return new Batch(c, merchantId, source, content, ladder, rules, view);
  }

  /** Whether it may leave now; what may not is put off, sent another way, or over. */
  private boolean judge(Batch b, Dispatch d, Instant now, Instant mayCome) throws SQLException {
    if (d.state() != State.NEW) {
      unheard(b, d, now);
      return false;
    }
    Skip skip = b.view.skips.get(d.memberId());
    if (b.content.wish() == Wish.HOLD) {
      DispatchTable.wait(b.c, d, null);
    } else if (b.content.wish() == Wish.DROP) {
      ends.over(b.c, b.source, d, Outcome.SKIPPED, "CANCELLED");
    } else if (skip != null) {
      ends.over(b.c, b.source, d, Outcome.SKIPPED, skip.name());
    } else if (!now.isBefore(d.deadline())) {
      ends.over(b.c, b.source, d, Outcome.SKIPPED, Skip.EXPIRED.name());
    } else if (!d.counted() && b.view.full.contains(d.memberId())) {
      ends.over(b.c, b.source, d, Outcome.SKIPPED, Skip.CAP.name());
    } else if (mayCome.isAfter(now)) {
      DispatchTable.wait(b.c, d, mayCome);
    } else {
      return byItsChannel(b, d, now);
    }
    return false;
  }

  private boolean byItsChannel(Batch b, Dispatch d, Instant now) throws SQLException {
    Optional<Channel> channel = b.ladder.of(d.kind());
    boolean leads =
        channel.isPresent()
            && b.content.ways().contains(d.kind())
            && Ladder.carries(channel.get(), b.content.reason().purpose())
            && addresses(b, d).containsKey(d.kind());
    if (!leads) {
      ends.next(b.c, b.source, d, "NO_ADDRESS", now);
      return false;
    }
    if (channel.get().stopped() != null) {
      // Nobody is lost: it waits until somebody acts, or until its time is over.
      Instant next = now.plus(LOOK_AGAIN);
      DispatchTable.wait(b.c, d, next.isBefore(d.deadline()) ? next : d.deadline());
      return false;
    }
    Instant turn = pace.turn(b.merchantId, channel.get(), now);
    if (turn.isAfter(now)) {
      DispatchTable.wait(b.c, d, turn);
      return false;
    }
    return true;
  }

  private static Map<ChannelKind, String> addresses(Batch b, Dispatch d) {
    return b.view.addresses.getOrDefault(d.memberId(), Map.of());
  }

  /** Nobody said what became of it: not by the node that sent it, or not by the vendor. */
  private void unheard(Batch b, Dispatch d, Instant now) throws SQLException {
    if (d.state() == State.TAKEN) {
      if (!ends.nextIfAny(b.c, b.source, d, now)) {
        ends.over(b.c, b.source, d, Outcome.DELIVERED, "UNCONFIRMED");
      }
      return;
    }
    SentLog.lost(b.c, b.merchantId, d.origin());
    if (d.kind().knowsRepeats()) {
      DispatchTable.later(b.c, d, State.NEW, now);
    } else {
      ends.over(b.c, b.source, d, Outcome.FAILED, "UNKNOWN");
    }
  }

  private List<Leave> leave(Batch b, List<Dispatch> ready, Instant now) throws SQLException {
    if (ready.isEmpty()) {
      return List.of();
    }
    long sourceId = ready.getFirst().origin().sourceId();
    Map<Long, Words> words = new HashMap<>();
    Map<ChannelKind, List<Dispatch>> ways =
        ready.stream().collect(Collectors.groupingBy(Dispatch::kind));
    for (var way : ways.entrySet()) {
      List<Long> members = way.getValue().stream().map(Dispatch::memberId).toList();
      words.putAll(b.source.words(b.c, b.merchantId, sourceId, members, way.getKey()));
    }
    List<Leave> all = new ArrayList<>();
    Map<ChannelKind, TextChannel<Parcel>> by = new HashMap<>();
    for (Dispatch d : ready) {
      Words said = words.get(d.memberId());
      String address = addresses(b, d).get(d.kind());
      if (said == null || address == null) {
        ends.next(b.c, b.source, d, "NO_ADDRESS", now);
        continue;
      }
      Channel channel = b.ladder.of(d.kind()).orElseThrow();
      int parts = Parts.of(d.kind(), said.text());
      long cost = parts * channel.price();
      if (cost > 0 && !b.source.afford(b.c, b.merchantId, sourceId, cost)) {
        ends.over(b.c, b.source, d, Outcome.SKIPPED, "BUDGET");
        continue;
      }
      TextChannel<Parcel> carrier = by.get(d.kind());
      if (carrier == null) {
        carrier = carriers.of(b.c, b.merchantId, channel);
        by.put(d.kind(), carrier);
      }
      Leaving leaving =
          new Leaving(
              ids.next(),
              channel,
              new Addresses.Reach(d.memberId(), d.kind(), address),
              d.origin(),
              parts,
              cost);
      Parcel parcel =
          new Parcel(
              address,
              said.subject(),
              said.text(),
              name(d),
              Duration.between(now, d.deadline()),
              unsubscribe(b, d));
      all.add(new Leave(d, leaving, carrier, parcel));
    }
    mark(b, all, now);
    return all;
  }

  /** Where a letter's reader refuses further offers; other ways have no room for a link. */
  private @Nullable URI unsubscribe(Batch b, Dispatch d) throws SQLException {
    return d.kind() == ChannelKind.MAIL && b.content.reason().purpose() == Reason.Purpose.MARKETING
        ? links.of(b.c, b.merchantId, d.memberId(), d.kind())
        : null;
  }

  private static void mark(Batch b, List<Leave> all, Instant now) throws SQLException {
    SentLog.leaving(b.c, b.merchantId, all.stream().map(Leave::leaving).toList(), now);
    DispatchTable.leaving(b.c, all.stream().map(Leave::dispatch).toList());
    Set<Long> first = new HashSet<>();
    for (Leave one : all) {
      if (!one.dispatch.counted()) {
        first.add(one.dispatch.memberId());
      }
    }
    if (b.rules.cap() != null && b.content.reason().purpose() == Reason.Purpose.MARKETING) {
      MessageRules.made(b.c, b.merchantId, first, now);
    }
  }

  /** The same words have the same name, whoever sends them how often. */
  private static String name(Dispatch d) {
    return d.origin().source() + "-" + d.origin().sourceId() + "-" + d.origin().seq();
  }
}

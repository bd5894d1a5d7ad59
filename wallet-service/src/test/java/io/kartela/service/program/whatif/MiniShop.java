package io.kartela.service.program.whatif;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Prepared;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Rule;
import io.kartela.rules.Rules;
import io.kartela.rules.Tier;
import io.kartela.rules.Tiers;
import io.kartela.rules.Trace;
import io.kartela.rules.Wish;
import io.kartela.service.platform.db.Database;
import io.kartela.service.program.ProgramHouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A shop worked by hand: judges receipts one after another with nothing but the rules and the
 * in-memory ledger, summing the past the plain way. Writes its receipts as the service does when
 * given a database; without one it is the oracle for a replay.
 */
final class MiniShop {
  static final ZoneId ZONE = ProgramHouse.MOSCOW;

  private final @Nullable Database database;
  private final long merchantId;
  private final Program program;
  private final int number;
  private final Prepared prepared;
  private final Ledger ledger = new Ledger();
  private final Map<Long, Member> members = new TreeMap<>();
  private final Map<Long, Sold> sold = new HashMap<>();
  private final Sums sums = new Sums();
  private long lastId;

  /** One receipt. */
  private static final class Sold {
    final long member;
    final Receipt receipt;
    final long counted;
    long back;
    @Nullable Long redemption;
    @Nullable Long lot;
    final Map<String, Long> grants = new HashMap<>();

    Sold(long member, Receipt receipt, long counted) {
      this.member = member;
      this.receipt = receipt;
      this.counted = counted;
    }
  }

  private static final class Member {
    Account account;
    Tiers.@Nullable State tier;
    @Nullable String floor;
    long purchases;
    @Nullable Instant first;
    @Nullable Instant last;
    final List<Sold> bought = new ArrayList<>();
    final Map<String, Long> counters = new HashMap<>();
    final Map<String, Long> keys = new HashMap<>();
    final Map<String, Facts.Usage> usage = new HashMap<>();

    Member(Account account) {
      this.account = account;
    }
  }

  MiniShop(@Nullable Database database, long merchantId, Program program, int number) {
    this.database = database;
    this.merchantId = merchantId;
    this.program = program;
    this.number = number;
    this.prepared = Rules.prepare(program);
  }

  /** What was given and taken so far, net of returns. */
  Sums sums() {
    return sums;
  }

  /** Members by tier after the recomputations until then. */
  Map<String, Long> tiers(Instant at) {
    Map<String, Long> all = new TreeMap<>();
    members.forEach(
        (id, m) -> {
          recompute(m, at);
          if (m.tier != null) {
            all.merge(m.tier.tier(), 1L, Long::sum);
          }
        });
    return all;
  }

  long available(long member, Instant at) {
    Member m = members.get(member);
    return m == null ? 0 : ledger.available(m.account, at);
  }

  /** Bonuses from elsewhere. */
  void gift(long member, long amount, Instant at) {
    Member m = member(member, at);
    m.account =
        ledger
            .gift(m.account, amount, at, Times.NEVER, at, Note.ref("gift"))
            .orThrow(r -> new IllegalStateException(r.toString()))
            .posting()
            .after();
  }

  /** Sets a tier by hand. */
  void setTier(long member, String tier, Instant at) {
    Member m = member(member, at);
    recompute(m, at);
    m.tier = new Tiers.State(tier, null, Tiers.recomputeDay(program, at));
    m.floor = tier;
  }

  private Member member(long id, Instant at) {
    return members.computeIfAbsent(
        id,
        i -> {
          Member m = new Member(Account.fresh(new AccountId(merchantId, i)));
          Tier lowest = program.lowestTier();
          if (lowest != null) {
            m.tier = new Tiers.State(lowest.id(), null, Tiers.recomputeDay(program, at));
            m.floor = lowest.id();
          }
          return m;
        });
  }

  /**
   * Sells; 0 = without a card.
   *
   * @return the receipt's id
   */
  long sell(long memberId, Instant at, Basket basket, Wish wish) {
    long id = ++lastId;
    if (memberId == 0) {
      Evaluation e = prepared.evaluate(basket, Facts.anonymous(), Wish.NONE, at, ZONE).get();
      Sold s = new Sold(0, new Receipt(basket, Facts.anonymous(), at, ZONE, e), counted(e));
      add(e, 1);
      sold.put(id, s);
      store(id, s);
      return id;
    }
    Member m = member(memberId, at);
    recompute(m, at);
    Facts facts = facts(m, at);
    Evaluation e = prepared.evaluate(basket, facts, wish, at, ZONE).get();
    Sold s = new Sold(memberId, new Receipt(basket, facts, at, ZONE, e), counted(e));
    book(m, s, id, at);
    add(e, 1);
    sold.put(id, s);
    store(id, s);
    return id;
  }

  private long counted(Evaluation e) {
    return ReplayPlan.counted(program.tierPolicy().measure(), e.gross(), e.discount(), e.money());
  }

  private void add(Evaluation e, int sign) {
    sums.add(
        new Sums()
            .set(
                sign * e.discount(),
                sign * e.bonusPaid(),
                sign * e.money(),
                sign * e.earned(),
                sign * e.granted()));
  }

  private Facts facts(Member m, Instant at) {
    Map<String, Facts.Purchases> windows = new HashMap<>();
    windows.put("ALL", purchases(m, new PurchaseWindow.Range(null, at)));
    for (PurchaseWindow w : program.windowsNeeded()) {
      windows.put(w.key(), purchases(m, w.range(at, program.zone())));
    }
    Facts.Member of =
        Facts.Member.of(m.tier == null ? null : m.tier.tier(), ledger.available(m.account, at))
            .bought(m.purchases, m.first, m.last);
    return new Facts(of, windows, m.usage, m.counters, m.keys.keySet());
  }

  private static Facts.Purchases purchases(Member m, PurchaseWindow.Range range) {
    long amount = 0;
    long count = 0;
    long largest = 0;
    for (Sold s : m.bought) {
      Instant when = s.receipt.at();
      boolean in =
          (range.from() == null || !when.isBefore(range.from())) && when.isBefore(range.until());
      long left = s.counted - s.back;
      if (in) {
        amount += left;
        count += left > 0 ? 1 : 0;
        largest = Math.max(largest, left);
      }
    }
    return new Facts.Purchases(amount, count, largest);
  }

  private void book(Member m, Sold s, long id, Instant at) {
    Evaluation e = s.receipt.evaluation();
    Note note = Note.ref("receipt");
    if (e.bonusPaid() > 0) {
      var paid =
          ledger
              .redeem(m.account, e.bonusPaid(), at, note)
              .orThrow(r -> new IllegalStateException(r.toString()));
      m.account = paid.posting().after();
      s.redemption = paid.value().seq();
    }
    Evaluation.Accrual a = e.accrual();
    if (a != null) {
      var done =
          ledger
              .accrue(m.account, a.amount(), a.activeFrom(), end(a.expiresAt()), at, note)
              .orThrow(r -> new IllegalStateException(r.toString()));
      m.account = done.posting().after();
      s.lot = done.value().id();
    }
    for (Evaluation.Grant g : e.grants()) {
      var done =
          ledger
              .gift(m.account, g.amount(), g.activeFrom(), end(g.expiresAt()), at, note)
              .orThrow(r -> new IllegalStateException(r.toString()));
      m.account = done.posting().after();
      s.grants.put(g.rule(), done.value().id());
      if (g.onceKey() != null) {
        m.keys.put(g.onceKey(), id);
      }
    }
    e.counters().forEach(c -> m.counters.merge(c.counter(), c.by(), Long::sum));
    for (Rule r : program.rules()) {
      long gave = 0;
      for (Trace t : e.trace()) {
        gave += t instanceof Trace.Applied x && x.rule().equals(r.id()) ? x.amount() : 0;
      }
      if (r.budget() != null && gave > 0) {
        Facts.Usage u = m.usage.getOrDefault(r.id(), new Facts.Usage(0, 0, 0));
        m.usage.put(r.id(), new Facts.Usage(0, u.toMember() + gave, u.memberUses() + 1));
      }
    }
    var change = e.tierAfter();
    if (change != null && m.tier != null) {
      m.tier = new Tiers.State(change.to(), null, m.tier.lastRun());
    }
    m.purchases++;
    m.first = m.first == null ? at : m.first;
    m.last = at;
    m.bought.add(s);
  }

  private static Instant end(@Nullable Instant until) {
    return until == null ? Times.NEVER : until;
  }

  /** Takes these quantities of a receipt back, by line number; once for a receipt. */
  void giveBack(long id, Map<Integer, Long> quantities, Instant at) {
    Sold s = Objects.requireNonNull(sold.get(id));
    Member m = members.get(s.member);
    if (m != null) {
      recompute(m, at);
    }
    List<ReturnEffects.Wanted> wanted = new ArrayList<>();
    quantities.forEach((line, q) -> wanted.add(new ReturnEffects.Wanted(line, q)));
    ReturnEffects r =
        (ReturnEffects) prepared.refund(s.receipt, ReturnEffects.Sofar.NOTHING, wanted);
    long gross = 0;
    for (var line : s.receipt.basket().lines()) {
      gross += line.total() * quantities.getOrDefault(line.lineNo(), 0L) / line.quantityMilli();
    }
    long granted = r.grants().values().stream().mapToLong(Long::longValue).sum();
    long discount = Math.max(0, gross - r.money() - r.bonus());
    sums.add(new Sums().set(-discount, -r.bonus(), -r.money(), -r.earn(), -granted));
    s.back = ReplayPlan.counted(program.tierPolicy().measure(), gross, discount, r.money());
    if (m != null) {
      undo(m, s, r, at);
      if (r.complete()) {
        m.keys.values().removeIf(by -> by == id);
      }
      r.counters().forEach(c -> m.counters.merge(c.counter(), c.by(), Long::sum));
      m.usage.replaceAll((rule, u) -> unused(s, r, rule, u));
      fall(m, s, at);
    }
    storeReturn(id, s, r, at);
  }

  private static Facts.Usage unused(Sold s, ReturnEffects r, String rule, Facts.Usage u) {
    boolean gave =
        s.receipt.evaluation().trace().stream()
            .anyMatch(t -> t instanceof Trace.Applied a && a.rule().equals(rule));
    return new Facts.Usage(
        u.total(),
        u.toMember() - r.budgets().getOrDefault(rule, 0L),
        u.memberUses() - (gave && r.complete() ? 1 : 0));
  }

  private void undo(Member m, Sold s, ReturnEffects r, Instant at) {
    Note note = Note.ref("return");
    if (r.bonus() > 0) {
      m.account =
          ledger
              .refund(
                  m.account,
                  Objects.requireNonNull(s.redemption),
                  r.bonus(),
                  new ExpiredLots.Grace(Times.endOfDayAfter(at, 14, ZONE)),
                  at,
                  note)
              .orThrow(x -> new IllegalStateException(x.toString()))
              .posting()
              .after();
    }
    if (r.earn() > 0) {
      reverse(m, Objects.requireNonNull(s.lot), r.earn(), at);
    }
    r.grants().forEach((rule, amount) -> reverse(m, s.grants.get(rule), amount, at));
  }

  private void reverse(Member m, @Nullable Long lot, long amount, Instant at) {
    m.account =
        ledger
            .reverse(
                m.account,
                Objects.requireNonNull(lot),
                amount,
                ReversalPolicy.DEBT,
                at,
                Note.ref("return"))
            .orThrow(x -> new IllegalStateException(x.toString()))
            .posting()
            .after();
  }

  private void fall(Member m, Sold s, Instant at) {
    Tiers.State t = m.tier;
    if (t == null) {
      return;
    }
    Tiers.History left = history(m, at);
    long back = s.back;
    s.back = 0;
    Tiers.History before = history(m, at);
    s.back = back;
    Tiers.Change change =
        Tiers.afterReturn(
            program, t.tier(), m.floor, left, before, s.receipt.evaluation().tierAfter() != null);
    if (change != null) {
      m.tier = new Tiers.State(change.to(), null, t.lastRun());
    }
  }

  private Tiers.History history(Member m, Instant at) {
    Facts.Purchases window = purchases(m, program.tierPolicy().window().range(at, program.zone()));
    Facts.Purchases all = purchases(m, new PurchaseWindow.Range(null, at));
    return new Tiers.History(window.amount(), all.amount(), window.largest());
  }

  private void recompute(Member m, Instant until) {
    while (m.tier != null && program.tierPolicy().recompute() != null) {
      LocalDate day = Objects.requireNonNull(m.tier.lastRun()).plusMonths(1);
      Instant at = day.atStartOfDay(program.zone()).toInstant();
      if (at.isAfter(until)) {
        return;
      }
      Facts.Purchases p = purchases(m, Objects.requireNonNull(Tiers.recomputeRange(program, day)));
      Facts.Purchases all = purchases(m, new PurchaseWindow.Range(null, at));
      m.tier =
          Tiers.recompute(
              program, m.tier, day, new Tiers.History(p.amount(), all.amount(), p.largest()));
      m.floor = m.tier.tier();
    }
  }

  private void store(long id, Sold s) {
    if (database == null) {
      return;
    }
    Evaluation e = s.receipt.evaluation();
    String document = "{\"names\":{},\"receipt\":" + ReceiptJson.compact(s.receipt) + "}";
    database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement q =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id, at, recorded_at,
                    gross, discount, spent, net, earned, counted, program_number, document)
                  VALUES (?, ?, 1, 1, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                  """)) {
            q.setLong(1, merchantId);
            q.setLong(2, id);
            q.setLong(3, s.member);
            q.setTimestamp(4, Timestamp.from(s.receipt.at()));
            q.setTimestamp(5, Timestamp.from(s.receipt.at()));
            q.setLong(6, e.gross());
            q.setLong(7, e.discount());
            q.setLong(8, e.bonusPaid());
            q.setLong(9, e.money());
            q.setLong(10, e.earned());
            q.setLong(11, s.counted);
            q.setInt(12, number);
            q.setString(13, document);
            return q.executeUpdate();
          }
        });
  }

  private void storeReturn(long id, Sold s, ReturnEffects r, Instant at) {
    if (database == null) {
      return;
    }
    String sofar = ReceiptJson.compact(ReturnEffects.Sofar.NOTHING.plus(r));
    database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement q =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.receipt_return (merchant_id, return_id, receipt_id, at, money, bonuses_back,
                    earn_reversed, document) VALUES (?, ?, ?, ?, ?, ?, ?, '{}')
                  """)) {
            q.setLong(1, merchantId);
            q.setLong(2, id);
            q.setLong(3, id);
            q.setTimestamp(4, Timestamp.from(at));
            q.setLong(5, r.money());
            q.setLong(6, r.bonus());
            q.setLong(7, r.earn());
            q.executeUpdate();
          }
          return returned(c, id, s, r, sofar);
        });
  }

  private int returned(Connection c, long id, Sold s, ReturnEffects r, String sofar)
      throws SQLException {
    try (PreparedStatement q =
        c.prepareStatement(
            "UPDATE kartela.receipt SET returned = ?, counted_back = ?, returned_sofar = ?::json"
                + " WHERE merchant_id = ? AND receipt_id = ?")) {
      q.setLong(1, r.money());
      q.setLong(2, s.back);
      q.setString(3, sofar);
      q.setLong(4, merchantId);
      q.setLong(5, id);
      return q.executeUpdate();
    }
  }

  /** Writes what members hold now. */
  void storeStandings(Instant now) {
    Database db = Objects.requireNonNull(database);
    members.forEach(
        (id, m) -> {
          recompute(m, now);
          db.inTenant(
              merchantId,
              c -> {
                try (PreparedStatement q =
                    c.prepareStatement(
                        "INSERT INTO kartela.member_standing (merchant_id, member_id, tier,"
                            + " tier_since) VALUES (?, ?, ?, now())")) {
                  q.setLong(1, merchantId);
                  q.setLong(2, id);
                  q.setString(3, m.tier == null ? "member" : m.tier.tier());
                  return q.executeUpdate();
                }
              });
        });
  }
}

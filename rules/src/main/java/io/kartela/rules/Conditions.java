package io.kartela.rules;

import io.kartela.rules.Trace.Actual;
import io.kartela.rules.Trace.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tests conditions against one receipt. */
final class Conditions {
  private Conditions() {}

  /** A condition that did not hold, and what was found. */
  record Miss(Reason reason, Condition expected, @Nullable Actual actual) {}

  /** Null when the condition holds. */
  static @Nullable Miss test(Condition c, Ctx x) {
    return switch (c) {
      case Condition.Always _ -> null;
      case Condition.All all -> all(all, x);
      case Condition.Any any -> any(any, x);
      case Condition.Not not ->
          test(not.of(), x) == null ? new Miss(Reason.NEGATED, not, null) : null;
      case Condition.ReceiptTotal t -> {
        long total = x.total(t.basis());
        yield t.range().contains(total)
            ? null
            : new Miss(Reason.RECEIPT_TOTAL, t, new Actual.Amount(total));
      }
      case Condition.BasketContains b -> contains(b, x);
      case Condition.TimeWindow w -> time(w, x);
      case Condition.InStore s -> {
        String store = x.basket.store();
        yield store != null && s.stores().contains(store)
            ? null
            : new Miss(Reason.STORE, s, new Actual.Key(store));
      }
      case Condition.WithCode w ->
          meets(w.sets(), x.basket.codes()) ? null : new Miss(Reason.CODE, w, null);
      case Condition.OfMember of -> {
        Facts.Member m = x.member;
        yield m == null ? new Miss(Reason.NO_MEMBER, c, null) : member(of, m, x);
      }
    };
  }

  private static @Nullable Miss all(Condition.All all, Ctx x) {
    for (Condition c : all.of()) {
      Miss miss = test(c, x);
      if (miss != null) {
        return miss;
      }
    }
    return null;
  }

  private static @Nullable Miss any(Condition.Any any, Ctx x) {
    Miss first = null;
    for (Condition c : any.of()) {
      Miss miss = test(c, x);
      if (miss == null) {
        return null;
      }
      first = first == null ? miss : first;
    }
    return first == null ? null : new Miss(first.reason(), any, first.actual());
  }

  private static @Nullable Miss contains(Condition.BasketContains b, Ctx x) {
    long quantity = 0;
    long amount = 0;
    for (int i = 0; i < x.n; i++) {
      Line l = x.lines.get(i);
      if (b.goods().matches(l, x.basket)) {
        quantity = Math.addExact(quantity, l.quantityMilli());
        amount += x.amount(i, Condition.Basis.GROSS);
      }
    }
    if (quantity < Math.max(1, b.quantityMilli())) {
      return new Miss(Reason.BASKET, b, new Actual.Count(quantity));
    }
    return amount < b.amount() ? new Miss(Reason.BASKET, b, new Actual.Amount(amount)) : null;
  }

  private static @Nullable Miss time(Condition.TimeWindow w, Ctx x) {
    LocalDateTime local = w.zone() == null ? x.local() : LocalDateTime.ofInstant(x.at, w.zone());
    return inWindow(w, local) ? null : new Miss(Reason.TIME, w, new Actual.Moment(local));
  }

  /** Whether the clock on the wall is inside the window. */
  static boolean inWindow(Condition.TimeWindow w, LocalDateTime local) {
    LocalTime t = local.toLocalTime();
    if (w.from().isBefore(w.to())) {
      return !t.isBefore(w.from()) && t.isBefore(w.to()) && w.days().contains(local.getDayOfWeek());
    }
    return t.isBefore(w.to())
        ? w.days().contains(local.getDayOfWeek().minus(1))
        : !t.isBefore(w.from()) && w.days().contains(local.getDayOfWeek());
  }

  private static @Nullable Miss member(Condition.OfMember c, Facts.Member m, Ctx x) {
    return switch (c) {
      case Condition.InTier t -> {
        Tier has = x.tierNow;
        yield has != null && t.tiers().contains(has.id())
            ? null
            : new Miss(Reason.TIER, t, new Actual.Key(has == null ? null : has.id()));
      }
      case Condition.Birthday b -> birthday(b, m, x);
      case Condition.QuickReturn q -> quick(q, m, x.at);
      case Condition.FirstPurchase f ->
          m.purchaseCount() == 0
              ? null
              : new Miss(Reason.NOT_FIRST_PURCHASE, f, new Actual.Count(m.purchaseCount()));
      case Condition.PurchasesSum p -> sum(p, x);
      case Condition.PurchasesCount p -> count(p, x);
      case Condition.EveryNthPurchase e -> {
        long number = m.purchaseCount() + 1;
        if (number % e.n() != 0) {
          yield new Miss(Reason.NTH_PURCHASE, e, new Actual.Count(number));
        }
        yield x.mayReward(number) ? null : new Miss(Reason.ALREADY_GIVEN, e, null);
      }
      case Condition.CardKind k -> {
        String kind = m.cardKind();
        yield kind != null && k.kinds().contains(kind)
            ? null
            : new Miss(Reason.CARD_KIND, k, new Actual.Key(kind));
      }
      case Condition.MemberTag t ->
          meets(t.tags(), m.tags()) ? null : new Miss(Reason.TAG, t, null);
    };
  }

  private static boolean meets(Set<String> wanted, Collection<String> has) {
    for (String s : has) {
      if (wanted.contains(s)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Miss birthday(Condition.Birthday b, Facts.Member m, Ctx x) {
    LocalDate born = m.birthDate();
    if (born == null) {
      return new Miss(Reason.DOB_UNKNOWN, b, null);
    }
    LocalDate today = x.local().toLocalDate();
    int year = Birthdays.keyYear(born, today, b);
    if (year == 0) {
      return new Miss(Reason.BIRTHDAY, b, new Actual.Day(born));
    }
    Instant entered = m.dobEnteredAt();
    if (Birthdays.tooRecent(entered, today, x.storeZone, b)) {
      return new Miss(
          Reason.DOB_TOO_RECENT,
          b,
          entered == null ? null : new Actual.Day(entered.atZone(x.storeZone).toLocalDate()));
    }
    x.birthdayYear = year;
    return null;
  }

  private static @Nullable Miss quick(Condition.QuickReturn q, Facts.Member m, Instant at) {
    Instant last = m.lastPurchaseAt();
    if (last == null) {
      return new Miss(Reason.QUICK_RETURN, q, null);
    }
    Duration since = Duration.between(last, at);
    return !since.isNegative() && since.compareTo(Duration.ofDays(q.days())) < 0
        ? null
        : new Miss(Reason.QUICK_RETURN, q, new Actual.Count(since.toDays()));
  }

  private static @Nullable Miss sum(Condition.PurchasesSum p, Ctx x) {
    Facts.Purchases sums = x.facts.purchases().get(p.window().key());
    if (sums == null) {
      return new Miss(Reason.FACT_UNKNOWN, p, new Actual.Key(p.window().key()));
    }
    return p.range().contains(sums.amount())
        ? null
        : new Miss(Reason.PURCHASES_SUM, p, new Actual.Amount(sums.amount()));
  }

  private static @Nullable Miss count(Condition.PurchasesCount p, Ctx x) {
    Facts.Purchases sums = x.facts.purchases().get(p.window().key());
    if (sums == null) {
      return new Miss(Reason.FACT_UNKNOWN, p, new Actual.Key(p.window().key()));
    }
    Long through = p.through();
    return sums.count() >= p.from() && (through == null || sums.count() <= through)
        ? null
        : new Miss(Reason.PURCHASES_COUNT, p, new Actual.Count(sums.count()));
  }
}

package io.kartela.service.member.segment;

import io.kartela.rules.Birthdays;
import io.kartela.rules.Condition.AmountRange;
import io.kartela.rules.Condition.Feb29;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each kind of condition looks at, and when it holds; the places the compiler finds. */
final class Leaves {
  /** A column: 100 for each month, and the day. */
  private static final String MONTH_AND_DAY = "m.birth_day";

  /** What a leaf finds. */
  enum Kind {
    AMOUNT,
    COUNT,
    KEY,
    TAGS,
    DAY,
    AT,
    YES
  }

  /**
   * What a fact comes to in SQL.
   *
   * @param value what it looks at; null in SQL when there is nothing
   * @param test whether it holds; never null in SQL, so that its opposite is its opposite
   */
  record Leaf(Kind kind, String value, Sql test) {}

  private final MemberFigures figures;

  Leaves(MemberFigures figures) {
    this.figures = figures;
  }

  Leaf of(MemberCondition.Fact c) {
    return switch (c) {
      case MemberCondition.InTier t -> {
        String tier = figures.standing("tier");
        Object tiers = t.tiers().stream().sorted().toArray(String[]::new);
        yield new Leaf(Kind.KEY, tier, Sql.of(tier + " = ANY (?)", tiers));
      }
      case MemberCondition.MemberTag t ->
          new Leaf(
              Kind.TAGS,
              figures.tags(),
              figures.bears(t.tags().stream().sorted().toArray(String[]::new)));
      case MemberCondition.Balance b -> amount(figures.balance(), b.range());
      case MemberCondition.PurchasesSum p ->
          amount(figures.purchases(p.window()).amount(), p.range());
      case MemberCondition.PurchasesCount p ->
          count(figures.purchases(p.window()).receipts(), p.from(), p.through());
      case MemberCondition.AverageReceipt a -> {
        MemberFigures.Purchases p = figures.purchases(a.window());
        yield amount(
            new MemberFigures.Figure(
                "(" + p.amount().value() + " / nullif(" + p.receipts().value() + ", 0))",
                "(" + p.amount().bare() + " / nullif(" + p.receipts().bare() + ", 0))"),
            a.range());
      }
      case MemberCondition.LastPurchase p ->
          ago(figures.standing("last_purchase_at"), p.fromDays(), p.throughDays());
      case MemberCondition.FirstPurchase _ ->
          count(MemberFigures.Figure.of(figures.standing("purchases")), 0, 0L);
      case MemberCondition.Joined j ->
          ago(figures.profile("created_at"), j.fromDays(), j.throughDays());
      case MemberCondition.Birthday b -> birthday(b);
      case MemberCondition.Wallet w -> wallet(w);
      case MemberCondition.Consent _ -> {
        String may = figures.mayBeOffered();
        yield new Leaf(Kind.YES, may, Sql.of(may));
      }
      case MemberCondition.Invited _ -> {
        String at = figures.profile("invited_at");
        yield new Leaf(Kind.AT, at, Sql.of(figures.profile("invited_by") + " IS NOT NULL"));
      }
      case MemberCondition.Brought b -> count(figures.friends(), b.from(), b.through());
      case MemberCondition.BoughtInStore b ->
          count(figures.receiptsIn(b.stores(), b.window()), 1, null);
      case MemberCondition.BoughtGoods b -> count(figures.receiptsWith(b), b.from(), b.through());
      case MemberCondition.Reachable r -> reachable(r.way());
      case MemberCondition.Rfm r -> {
        Object groups = r.groups().stream().map(RfmGroup::name).sorted().toArray(String[]::new);
        String group = figures.rfmGroup();
        yield new Leaf(Kind.KEY, group, Sql.of("(" + group + " = ANY (?)) IS TRUE", groups));
      }
      case MemberCondition.RfmScore r -> score(r);
    };
  }

  private static Leaf amount(MemberFigures.Figure figure, AmountRange r) {
    String value = figure.value();
    List<Sql> ends = new ArrayList<>();
    if (r.from() != null && r.from() > 0) {
      ends.add(present(figure, r.above() ? " > ?" : " >= ?", r.from()));
    } else {
      ends.add(Sql.of(value + " IS NOT NULL"));
      if (r.from() != null) {
        ends.add(Sql.of(value + (r.above() ? " > ?" : " >= ?"), r.from()));
      }
    }
    if (r.to() != null) {
      ends.add(Sql.of(value + (r.including() ? " <= ?" : " < ?"), r.to()));
    }
    return new Leaf(Kind.AMOUNT, value, all(ends));
  }

  /**
   * Holds only of members who have a row of that table. Said so that PostgreSQL sees it and begins
   * with those, who may be few, instead of carrying along everybody else.
   */
  private static Sql present(MemberFigures.Figure figure, String operator, long bound) {
    return Sql.of("(" + figure.bare() + operator + ") IS TRUE", bound);
  }

  private static Leaf count(MemberFigures.Figure figure, long from, @Nullable Long through) {
    String value = figure.value();
    List<Sql> ends = new ArrayList<>();
    ends.add(from > 0 ? present(figure, " >= ?", from) : Sql.of(value + " >= ?", from));
    if (through != null) {
      ends.add(Sql.of(value + " <= ?", through));
    }
    return new Leaf(Kind.COUNT, value, all(ends));
  }

  private Leaf ago(String value, @Nullable Integer from, @Nullable Integer through) {
    List<Sql> ends = new ArrayList<>();
    ends.add(Sql.of(value + " IS NOT NULL"));
    if (from != null) {
      ends.add(Sql.of(value + " <= ?", figures.daysAgo(from)));
    }
    if (through != null) {
      ends.add(Sql.of(value + " >= ?", figures.daysAgo(through)));
    }
    return new Leaf(Kind.AT, value, all(ends));
  }

  /**
   * Whose birthday is observed between these two days, whatever the year. Those of 29 February are
   * asked of the rules: at most one end of February lies in so short a time.
   */
  private Leaf birthday(MemberCondition.Birthday b) {
    String born = figures.profile("birth_date");
    LocalDate first = figures.today().minusDays(b.daysAfter());
    LocalDate last = figures.today().plusDays(b.daysBefore());
    String between = first.getYear() == last.getYear() ? "AND" : "OR";
    String leap = MONTH_AND_DAY + " = 229";
    return new Leaf(
        Kind.DAY,
        born,
        Sql.of(
            "("
                + born
                + " IS NOT NULL AND ("
                + (leapling(first, last, b.feb29()) ? leap + " OR " : "NOT " + leap + " AND ")
                + "("
                + MONTH_AND_DAY
                + " >= ? "
                + between
                + " "
                + MONTH_AND_DAY
                + " <= ?)))",
            monthAndDay(first),
            monthAndDay(last)));
  }

  private static boolean leapling(LocalDate first, LocalDate last, Feb29 feb29) {
    LocalDate born = LocalDate.of(2000, 2, 29);
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      LocalDate day = Birthdays.observed(born, year, feb29);
      if (!day.isBefore(first) && !day.isAfter(last)) {
        return true;
      }
    }
    return false;
  }

  private static int monthAndDay(LocalDate day) {
    return day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  private Leaf wallet(MemberCondition.Wallet w) {
    String apple = "((" + figures.apple().bare() + " > 0) IS TRUE)";
    String google = "((" + figures.google().bare() + " > 0) IS TRUE)";
    String value =
        "nullif(concat_ws(',', CASE WHEN "
            + apple
            + " THEN 'APPLE' END, CASE WHEN "
            + google
            + " THEN 'GOOGLE' END), '')";
    String test =
        switch (w.holds()) {
          case APPLE -> apple;
          case GOOGLE -> google;
          case ANY -> "(" + apple + " OR " + google + ")";
          case NONE -> "NOT (" + apple + " OR " + google + ")";
          case REMOVED -> "(" + figures.wasHeld() + " AND NOT (" + apple + " OR " + google + "))";
        };
    return new Leaf(Kind.KEY, value, Sql.of(test));
  }

  private Leaf reachable(MemberCondition.Reachable.Way way) {
    String leads =
        way == MemberCondition.Reachable.Way.CARD
            ? "((" + figures.apple().bare() + " + " + figures.google().bare() + " > 0) IS TRUE)"
            : figures.leads(way.name());
    String may = "(" + figures.mayBeOffered() + " AND " + leads + ")";
    return new Leaf(Kind.YES, may, Sql.of(may));
  }

  private Leaf score(MemberCondition.RfmScore r) {
    String recency = figures.rfm("recency");
    String frequency = figures.rfm("frequency");
    String money = figures.rfm("money");
    Sql test =
        Sql.of(
            "(%s BETWEEN ? AND ? AND %s BETWEEN ? AND ? AND %s BETWEEN ? AND ?) IS TRUE"
                .formatted(recency, frequency, money),
            r.recencyFrom(),
            r.recencyThrough(),
            r.frequencyFrom(),
            r.frequencyThrough(),
            r.moneyFrom(),
            r.moneyThrough());
    String value = "%s || '-' || %s || '-' || %s".formatted(recency, frequency, money);
    return new Leaf(Kind.KEY, value, test);
  }

  private static Sql all(List<Sql> of) {
    return Sql.join(" AND ", of).in("(", ")");
  }
}

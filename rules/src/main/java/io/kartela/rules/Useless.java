package io.kartela.rules;

import io.kartela.rules.codec.Flaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says what of a program can never do anything. None of it is a mistake: the program means what it
 * says, only less than its owner thinks.
 */
final class Useless {
  private final Program program;
  private final List<Flaw> found = new ArrayList<>();

  private Useless(Program program) {
    this.program = program;
  }

  static List<Flaw> of(Program program) {
    Useless check = new Useless(program);
    for (int i = 0; i < program.rules().size(); i++) {
      Rule rule = program.rules().get(i);
      if (rule.enabled()) {
        check.rule("/rules/" + i, rule);
      }
    }
    program.groups().stream()
        .filter(g -> g.mode() == Group.Mode.FIRST)
        .forEach(check::neverReached);
    check.weekdays();
    return List.copyOf(check.found);
  }

  private void warn(String at, String code, String ru, String en) {
    found.add(Flaw.warning(at, code, ru, en));
  }

  private void rule(String at, Rule rule) {
    Contradiction never = Contradiction.of(rule);
    if (never != null) {
      warn(
          at + "/when",
          "NEVER_HOLDS",
          "Эти условия не выполнятся вместе: " + never.ru(),
          "These conditions never hold together: " + never.en());
    }
    if (givesNothing(rule.then())) {
      warn(at + "/then", "GIVES_NOTHING", "Правило ничего не даёт", "The rule gives nothing");
    }
    if (choosesNothing(rule.then().goods())) {
      warn(
          at + "/then/goods",
          "NO_GOODS_LEFT",
          "Все выбранные товары тут же исключены",
          "All the chosen goods are left out again");
    }
    limits(at, rule);
    gift(at, rule);
  }

  private static boolean givesNothing(Effect effect) {
    return switch (effect) {
      case Effect.EarnPercent e -> e.percentBp() == 0;
      case Effect.DiscountPercent d -> d.percentBp() == 0;
      case Effect.EarnBands e -> e.bands().stream().allMatch(b -> b.percentBp() == 0);
      case Effect.DiscountBands d -> d.bands().stream().allMatch(b -> b.percentBp() == 0);
      case Effect.MultiplyEarn m -> m.factorPercent() == 100;
      // What a tier gives is said in the tiers, and may come there later.
      case Effect.EarnByTier _,
          Effect.DiscountByTier _,
          Effect.EarnPerStep _,
          Effect.GrantBonus _,
          Effect.DiscountFixed _,
          Effect.NForM _,
          Effect.EveryNth _,
          Effect.StampCard _ ->
          false;
    };
  }

  private static boolean choosesNothing(Goods goods) {
    boolean some = !goods.skus().isEmpty() || !goods.categories().isEmpty();
    return some
        && goods.excludedSkus().containsAll(goods.skus())
        && goods.excludedCategories().containsAll(goods.categories());
  }

  private void limits(String at, Rule rule) {
    Long line = rule.caps().perLine();
    Long receipt = rule.caps().perReceipt();
    if (line != null && receipt != null && line >= receipt) {
      useless(
          at + "/caps/perLine", "предел на чек не больше", "the limit per receipt is no higher");
    }
    if (rule.then() instanceof Effect.GrantBonus gift
        && receipt != null
        && receipt >= gift.amount()) {
      useless(at + "/caps/perReceipt", "подарок не больше", "the gift is no larger");
    }
    Rule.Budget budget = rule.budget();
    Long member = budget == null ? null : budget.perMember();
    Long total = budget == null ? null : budget.total();
    if (member != null && total != null && member >= total) {
      useless(
          at + "/budget/perMember", "предел на всех не больше", "the limit for all is no higher");
    }
  }

  private void useless(String at, String ru, String en) {
    warn(at, "LIMIT_UNUSED", "Предел ни на что не влияет: " + ru, "The limit does nothing: " + en);
  }

  private void gift(String at, Rule rule) {
    LocalDate from = rule.validity().from();
    if (rule.then() instanceof Effect.GrantBonus gift
        && gift.life() instanceof Lifetime.ThroughDate(LocalDate last)
        && from != null
        && last.isBefore(from.plusDays(gift.pendingDays()))) {
      warn(
          at + "/then/life",
          "GIFT_ALREADY_OVER",
          "Подарок сгорит раньше, чем его можно получить",
          "The gift expires before anybody can get it");
    }
  }

  /** After a rule that everybody gets on everything comes nobody's turn. */
  private void neverReached(Group group) {
    List<Rule> rules = program.rules();
    List<Integer> turn =
        IntStream.range(0, rules.size())
            .filter(i -> group.id().equals(rules.get(i).group()) && rules.get(i).enabled())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> rules.get(i).priority())
                    .thenComparing(i -> rules.get(i).id()))
            .toList();
    Rule taker = null;
    for (int i : turn) {
      Rule rule = rules.get(i);
      if (taker != null && serves(taker, rule)) {
        warn(
            "/rules/" + i + "/group",
            "NEVER_REACHED",
            "До этого правила очередь не дойдёт: раньше всегда действует "
                + Quotes.ru(taker.name().ru()),
            "This rule never has its turn: "
                + Quotes.en(taker.name().en())
                + " always comes first");
      } else if (taker == null && takesAll(rule)) {
        taker = rule;
      }
    }
  }

  /** Whether this one is given to everybody whom the other could be given to in its place. */
  private static boolean serves(Rule one, Rule other) {
    return one.phase() == other.phase()
        && (one.audience() == Rule.Audience.EVERYBODY || other.audience() == Rule.Audience.MEMBERS);
  }

  /** Whether it gives something on every receipt, whatever is bought. */
  private static boolean takesAll(Rule rule) {
    boolean surely =
        switch (rule.then()) {
          case Effect.EarnPercent e -> e.percentBp() > 0;
          case Effect.DiscountPercent d -> d.percentBp() > 0;
          case Effect.GrantBonus g -> g.once() == Effect.Once.EACH_TIME;
          default -> false;
        };
    return surely
        && rule.when() instanceof Condition.Always
        && rule.then().goods().isAll()
        && rule.budget() == null
        && rule.validity().equals(Rule.Validity.ALWAYS);
  }

  /** A share of some days that only lowers lowers nothing where no tier has a higher one. */
  private void weekdays() {
    SpendPolicy spending = program.spending();
    int highest =
        program.tiers().stream().mapToInt(t -> t.spendBp(spending)).max().orElse(spending.maxBp());
    for (int i = 0; i < spending.weekdays().size(); i++) {
      SpendPolicy.Weekday day = spending.weekdays().get(i);
      if (day.mode() == SpendPolicy.Weekday.Mode.AT_MOST && day.maxBp() >= highest) {
        warn(
            "/spending/weekdays/" + i + "/maxBp",
            "WEEKDAY_SHARE_UNUSED",
            "Доля этих дней ничего не понижает: она и так не больше ни у кого",
            "The share of these days lowers nothing: nobody has a higher one");
      }
    }
  }
}

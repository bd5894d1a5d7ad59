package io.kartela.rules;

import io.kartela.rules.Trace.Actual;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions and findings in words of one language. */
final class Phrases {
  private final Words w;
  private final Program program;

  Phrases(Words words, Program program) {
    this.w = words;
    this.program = program;
  }

  /** What a condition demands: "the receipt is over 1,000". */
  String condition(Condition c) {
    return switch (c) {
      case Condition.Always _ -> w.of("всегда", "always");
      case Condition.All all -> joined(all.of(), w.of(" и ", " and "));
      case Condition.Any any -> joined(any.of(), w.of(" или ", " or "));
      case Condition.Not not -> w.of("не: ", "not: ") + condition(not.of());
      case Condition.ReceiptTotal t -> w.of("чек ", "the receipt is ") + range(t.range());
      case Condition.BasketContains b ->
          w.of("в чеке есть ", "the receipt has ")
              + goods(b.goods())
              + (b.quantityMilli() > 1000
                  ? w.of(" от ", " from ") + w.quantity(b.quantityMilli())
                  : "")
              + (b.amount() > 0
                  ? w.of(" на сумму от ", " for at least ") + w.money(b.amount())
                  : "");
      case Condition.TimeWindow t ->
          w.of("покупка в ", "the purchase is on ")
              + w.weekdays(t.days())
              + " "
              + w.time(t.from())
              + "–"
              + w.time(t.to());
      case Condition.InStore s -> w.of("магазин ", "the store is ") + w.list(s.stores());
      case Condition.WithCode _ -> w.of("предъявлен промокод", "a promo code is presented");
      case Condition.OfMember of -> member(of);
    };
  }

  private String member(Condition.OfMember c) {
    return switch (c) {
      case Condition.InTier t -> w.of("уровень ", "the tier is ") + tiers(t.tiers());
      case Condition.CardKind k -> w.of("вид карты ", "the card is ") + w.list(k.kinds());
      case Condition.MemberTag t -> w.of("метка ", "the tag is ") + w.list(t.tags());
      case Condition.Birthday b ->
          w.of("день рождения: за ", "birthday: ")
              + w.plural(b.daysBefore(), "день", "дня", "дней", "day", "days")
              + w.of(" до и ", " before to ")
              + w.plural(b.daysAfter(), "день", "дня", "дней", "day", "days")
              + w.of(" после", " after");
      case Condition.QuickReturn q ->
          w.of("новая покупка в течение ", "bought again within ")
              + (w.ru
                  ? w.plural(q.days(), "дня", "дней", "дней", "", "")
                  : w.plural(q.days(), "", "", "", "day", "days"));
      case Condition.FirstPurchase _ -> w.of("первая покупка", "this is the first purchase");
      case Condition.PurchasesSum p ->
          w.of("покупки ", "purchases ") + window(p.window()) + " " + range(p.range());
      case Condition.PurchasesCount p -> {
        Long through = p.through();
        yield w.of("число покупок ", "number of purchases ")
            + window(p.window())
            + w.of(" от ", " from ")
            + p.from()
            + (through == null ? "" : w.of(" до ", " to ") + through);
      }
      case Condition.EveryNthPurchase e ->
          w.of("каждая " + e.n() + "-я покупка", "every purchase no. " + e.n());
    };
  }

  private String joined(List<Condition> of, String by) {
    return of.stream().map(this::condition).collect(Collectors.joining(by));
  }

  String range(Condition.AmountRange r) {
    Long from = r.from();
    Long to = r.to();
    String low =
        from == null || (from == 0 && !r.above())
            ? ""
            : (r.above() ? w.of("больше ", "over ") : w.of("от ", "at least ")) + w.money(from);
    String high =
        to == null
            ? ""
            : (r.including() ? w.of("не больше ", "at most ") : w.of("меньше ", "under "))
                + w.money(to);
    if (low.isEmpty() && high.isEmpty()) {
      return w.of("любой", "any");
    }
    return low.isEmpty() || high.isEmpty() ? low + high : low + w.of(" и ", " and ") + high;
  }

  String window(PurchaseWindow window) {
    int n = window.n();
    return switch (window.unit()) {
      case ALL -> w.of("за всё время", "so far");
      case DAYS -> w.of("за " + w.plural(n, "день", "дня", "дней", "", ""), "in " + n + " days");
      case MONTHS ->
          w.of("за " + w.plural(n, "месяц", "месяца", "месяцев", "", ""), "in " + n + " months");
      case FULL_MONTHS ->
          w.of(
              "за " + w.plural(n, "полный месяц", "полных месяца", "полных месяцев", "", ""),
              "in " + n + " full months");
    };
  }

  String goods(Goods g) {
    String chosen =
        w.list(java.util.stream.Stream.concat(g.skus().stream(), g.categories().stream()).toList());
    return chosen.isEmpty() ? w.of("любой товар", "any goods") : chosen;
  }

  private String tiers(java.util.Set<String> ids) {
    return w.list(ids.stream().map(this::tier).toList());
  }

  String tier(@Nullable String id) {
    Tier t = program.tier(id);
    return t == null ? String.valueOf(id) : w.of(t.name().ru(), t.name().en());
  }

  /** The band reached: "the receipt is over 1,000". */
  String band(Effect e, int band) {
    List<Effect.Band> bands =
        switch (e) {
          case Effect.EarnBands b -> b.bands();
          case Effect.DiscountBands b -> b.bands();
          default -> List.of();
        };
    if (band < 0 || band >= bands.size()) {
      return "";
    }
    Effect.Band low = bands.get(band);
    Effect.Band high = band + 1 < bands.size() ? bands.get(band + 1) : null;
    Condition.AmountRange range =
        low.from() > 0 || high == null
            ? new Condition.AmountRange(low.from(), low.above(), null, false)
            : new Condition.AmountRange(null, false, high.from(), high.above());
    String of =
        Walk.measure(e) instanceof Effect.Measure.Purchases p
            ? w.of("покупки ", "purchases ") + window(p.window()) + " "
            : w.of("чек ", "the receipt is ");
    return of + range(range);
  }

  /** Of a date of birth that was entered too shortly before the receipt. */
  String knownTooLate(Condition.Birthday b, LocalDate entered) {
    return w.of("дата рождения указана ", "the date of birth was entered on ")
        + w.date(entered)
        + w.of(", меньше чем за ", ", less than ")
        + w.plural(b.dobKnownDays(), "день", "дня", "дней", "day", "days")
        + w.of(" до покупки", " before the purchase");
  }

  /** What was found: "Thursday 13:05". */
  String actual(@Nullable Actual actual) {
    return switch (actual) {
      case null -> "";
      case Actual.Amount(long kopecks) -> w.money(kopecks);
      case Actual.Count(long count) -> Long.toString(count);
      case Actual.Key(String key) -> key == null ? w.of("нет", "none") : key;
      case Actual.Moment(var local) ->
          w.weekday(local.getDayOfWeek()) + " " + w.time(local.toLocalTime());
      case Actual.Day(var date) -> w.date(date);
    };
  }
}

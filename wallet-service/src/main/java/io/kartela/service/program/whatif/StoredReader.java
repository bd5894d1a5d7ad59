package io.kartela.service.program.whatif;

import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.service.platform.http.Http;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the documents of stored receipts: a fast way over the bytes for the spelling we write, and
 * the general reader for everything else, so that a member added to the format is slow and never
 * wrong. One thread.
 */
final class StoredReader {
  private final JsonCursor in = new JsonCursor();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<String, Set<String>> singles = new HashMap<>();

  /** The receipt, or nothing when the document cannot be read at all. */
  Optional<StoredReceipt> read(byte[] document) {
    try {
      return Optional.of(fast(document));
    } catch (RuntimeException e) {
      // Whatever the fast way stumbled over, the general reader has the last word.
      return whole(document).map(StoredReceipt::of);
    }
  }

  /** The whole receipt with its trace, by the general reader. */
  static Optional<Receipt> whole(byte[] document) {
    try {
      JsonNode receipt =
          Http.JSON.readTree(new String(document, StandardCharsets.UTF_8)).get("receipt");
      return receipt == null
          ? Optional.empty()
          : Optional.ofNullable(ReceiptJson.read(Receipt.class, receipt.toString()).value());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * Only the fast way.
   *
   * @throws JsonCursor.Surprise when the document is not spelt as expected
   */
  StoredReceipt fast(byte[] document) {
    in.open(document);
    in.beginObject();
    StoredReceipt found = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (name.equals("receipt")) {
        found = receipt();
      } else {
        in.skip();
      }
    }
    if (found == null) {
      throw new JsonCursor.Surprise("no receipt");
    }
    return found;
  }

  /** What of the evaluation is used. */
  private static final class Judged {
    long gross;
    long discount;
    long spent;
    long money;
    long earned;
    long atMost;
    Evaluation.@Nullable Accrual accrual;
    List<Evaluation.Grant> grants = List.of();
    List<Evaluation.CounterMove> counters = List.of();
    @Nullable String tier;
    @Nullable String tierTo;
  }

  private StoredReceipt receipt() {
    Basket basket = null;
    Facts facts = null;
    Instant at = null;
    ZoneId zone = null;
    Judged j = null;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "basket" -> basket = basket();
        case "facts" -> facts = facts();
        case "at" -> at = instant(in.string());
        case "storeZone" -> zone = zones.computeIfAbsent(in.string(), ZoneId::of);
        case "evaluation" -> j = evaluation();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    if (basket == null || facts == null || at == null || zone == null || j == null) {
      throw new JsonCursor.Surprise("an incomplete receipt");
    }
    return new StoredReceipt(
        basket,
        facts,
        at,
        zone,
        j.gross,
        j.discount,
        j.spent,
        j.money,
        j.earned,
        j.atMost,
        j.accrual,
        j.grants,
        j.counters,
        j.tier,
        j.tierTo);
  }

  private Basket basket() {
    List<Line> lines = new ArrayList<>();
    String store = null;
    List<String> codes = List.of();
    Map<String, Set<String>> otherCodes = Map.of();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "lines" -> {
          in.beginArray();
          while (in.nextItem()) {
            lines.add(line());
          }
        }
        case "store" -> store = in.isNull() ? null : in.string();
        case "codes" -> codes = list();
        case "otherCodes" -> {
          otherCodes = new HashMap<>();
          in.beginObject();
          for (String sku = in.nextName(); sku != null; sku = in.nextName()) {
            otherCodes.put(sku, strings());
          }
        }
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Basket(lines, store, codes, otherCodes);
  }

  private Line line() {
    long lineNo = -1;
    String sku = null;
    Set<String> categories = Set.of();
    long quantity = 1000;
    long total = -1;
    Long cost = null;
    Set<String> flags = Set.of();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "lineNo" -> lineNo = in.number();
        case "sku" -> sku = in.string();
        case "categories" -> categories = strings();
        case "quantityMilli" -> quantity = in.number();
        case "total" -> total = in.number();
        case "cost" -> cost = in.isNull() ? null : Long.valueOf(in.number());
        case "flags" -> flags = strings();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    if (sku == null || lineNo < 0 || total < 0) {
      throw new JsonCursor.Surprise("an incomplete line");
    }
    return new Line(Math.toIntExact(lineNo), sku, categories, quantity, total, cost, flags);
  }

  /** In order and with repetitions, unlike {@link #strings}. */
  private List<String> list() {
    List<String> all = new ArrayList<>();
    in.beginArray();
    while (in.nextItem()) {
      all.add(in.string());
    }
    return all;
  }

  /** Most sets have one member and come again and again. */
  private Set<String> strings() {
    in.beginArray();
    if (!in.nextItem()) {
      return Set.of();
    }
    String first = in.string();
    if (!in.nextItem()) {
      return singles.size() < 10_000 ? singles.computeIfAbsent(first, Set::of) : Set.of(first);
    }
    Set<String> more = new HashSet<>();
    more.add(first);
    do {
      more.add(in.string());
    } while (in.nextItem());
    return Set.copyOf(more);
  }

  private Facts facts() {
    Facts.Member member = null;
    Map<String, Facts.Purchases> purchases = Map.of();
    Map<String, Facts.Usage> usage = Map.of();
    Map<String, Long> counters = Map.of();
    Set<String> usedKeys = Set.of();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "member" -> member = in.isNull() ? null : member();
        case "purchases" -> {
          purchases = new HashMap<>();
          in.beginObject();
          for (String key = in.nextName(); key != null; key = in.nextName()) {
            purchases.put(key, purchases());
          }
        }
        case "usage" -> {
          usage = new HashMap<>();
          in.beginObject();
          for (String key = in.nextName(); key != null; key = in.nextName()) {
            usage.put(key, usage());
          }
        }
        case "counters" -> {
          counters = new HashMap<>();
          in.beginObject();
          for (String key = in.nextName(); key != null; key = in.nextName()) {
            counters.put(key, in.number());
          }
        }
        case "usedKeys" -> usedKeys = strings();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Facts(member, purchases, usage, counters, usedKeys);
  }

  private Facts.Member member() {
    String tier = null;
    long available = 0;
    LocalDate born = null;
    Instant entered = null;
    Instant first = null;
    Instant last = null;
    long count = 0;
    String kind = null;
    Set<String> tags = Set.of();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "tier" -> tier = in.string();
        case "available" -> available = in.number();
        case "birthDate" -> born = date(in.string());
        case "dobEnteredAt" -> entered = instant(in.string());
        case "firstPurchaseAt" -> first = instant(in.string());
        case "lastPurchaseAt" -> last = instant(in.string());
        case "purchaseCount" -> count = in.number();
        case "cardKind" -> kind = in.string();
        case "tags" -> tags = strings();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Facts.Member(tier, available, born, entered, first, last, count, kind, tags);
  }

  private Facts.Purchases purchases() {
    long amount = 0;
    long count = 0;
    long largest = 0;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "amount" -> amount = in.number();
        case "count" -> count = in.number();
        case "largest" -> largest = in.number();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Facts.Purchases(amount, count, largest);
  }

  private Facts.Usage usage() {
    long total = 0;
    long member = 0;
    long uses = 0;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "total" -> total = in.number();
        case "toMember" -> member = in.number();
        case "memberUses" -> uses = in.number();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Facts.Usage(total, member, uses);
  }

  private Judged evaluation() {
    Judged j = new Judged();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "gross" -> j.gross = in.number();
        case "discount" -> j.discount = in.number();
        case "bonusPaid" -> j.spent = in.number();
        case "money" -> j.money = in.number();
        case "earned" -> j.earned = in.number();
        case "tier" -> j.tier = in.string();
        case "accrual" -> j.accrual = accrual();
        case "spend" -> j.atMost = member("maximum");
        case "tierAfter" -> j.tierTo = tierTo();
        case "grants" -> {
          j.grants = new ArrayList<>();
          in.beginArray();
          while (in.nextItem()) {
            j.grants.add(grant());
          }
        }
        case "counters" -> {
          j.counters = new ArrayList<>();
          in.beginArray();
          while (in.nextItem()) {
            j.counters.add(counter());
          }
        }
        // The lines, the trace and the hints are long and not needed.
        default -> in.skip();
      }
    }
    return j;
  }

  private long member(String wanted) {
    long value = 0;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (name.equals(wanted)) {
        value = in.number();
      } else {
        in.skip();
      }
    }
    return value;
  }

  private @Nullable String tierTo() {
    String to = null;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (name.equals("to")) {
        to = in.string();
      } else {
        in.skip();
      }
    }
    return to;
  }

  private Evaluation.Accrual accrual() {
    long amount = 0;
    Instant from = null;
    Instant until = null;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "amount" -> amount = in.number();
        case "activeFrom" -> from = instant(in.string());
        case "expiresAt" -> until = instant(in.string());
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Evaluation.Accrual(amount, known(from), until);
  }

  private Evaluation.Grant grant() {
    String rule = null;
    long amount = 0;
    Instant from = null;
    Instant until = null;
    String key = null;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "rule" -> rule = in.string();
        case "amount" -> amount = in.number();
        case "activeFrom" -> from = instant(in.string());
        case "expiresAt" -> until = instant(in.string());
        case "onceKey" -> key = in.string();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Evaluation.Grant(
        Objects.requireNonNullElse(rule, ""), amount, known(from), until, key);
  }

  private Evaluation.CounterMove counter() {
    String counter = "";
    long by = 0;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "counter" -> counter = in.string();
        case "by" -> by = in.number();
        default -> throw new JsonCursor.Surprise(name);
      }
    }
    return new Evaluation.CounterMove(counter, by);
  }

  private static Instant known(@Nullable Instant t) {
    if (t == null) {
      throw new JsonCursor.Surprise("a lot without a beginning");
    }
    return t;
  }

  private static LocalDate date(String s) {
    if (s.length() != 10) {
      throw new JsonCursor.Surprise("not a date");
    }
    return LocalDate.of(digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10));
  }

  /** {@code 2026-11-16T06:19:51.123Z}: thirty times faster than the general formatter. */
  static Instant instant(String s) {
    int n = s.length();
    if (n < 20 || n > 30 || s.charAt(10) != 'T' || s.charAt(n - 1) != 'Z') {
      return Instant.parse(s);
    }
    long day = LocalDate.of(digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10)).toEpochDay();
    long second =
        day * 86_400 + digits(s, 11, 13) * 3_600L + digits(s, 14, 16) * 60L + digits(s, 17, 19);
    int nanos = 0;
    if (n > 20) {
      nanos = digits(s, 20, n - 1);
      for (int i = n - 21; i < 9; i++) {
        nanos *= 10;
      }
    }
    return Instant.ofEpochSecond(second, nanos);
  }

  private static int digits(String s, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int d = s.charAt(i) - '0';
      if (d < 0 || d > 9) {
        throw new JsonCursor.Surprise("not a number: " + s);
      }
      value = value * 10 + d;
    }
    return value;
  }
}

package io.kartela.service.purchase;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.kartela.rules.Basket;
import io.kartela.rules.Line;
import io.kartela.rules.Wish;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.code.PromoCodes;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A receipt as a cash register sends it, for a quote or a commit. A line without a number has that
 * of its place.
 */
record ReceiptRequest(
    @Nullable String memberId,
    @Nullable String number,
    @Nullable Instant at,
    @Nullable List<@Nullable LineRequest> lines,
    @Nullable SpendRequest spend,
    @Nullable String holdId,
    @Nullable String locale,
    @Nullable String cashierId,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> codes,
    @JsonSetter(contentNulls = Nulls.SET)
        @Nullable List<@Nullable CertificateRequest> certificates) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** What is wrong in a list of words is told of the list. */
  record LineRequest(
      @JsonDeserialize(using = LineNoReader.class) @Nullable Integer lineNo,
      @Nullable String sku,
      @Nullable String name,
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> categories,
      @Nullable String quantity,
      @Nullable Long amount,
      @Nullable Long cost,
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> flags) {}

  record CertificateRequest(@Nullable String code, @Nullable Long amount) {}

  record SpendRequest(@Nullable Mode mode, @Nullable Long amount) {
    enum Mode {
      NONE,
      MAX,
      AMOUNT
    }
  }

  /**
   * The goods are gone: what of the spending cannot be honoured is left out instead of refused.
   *
   * @param paid the money that was taken; null when the register does not say
   */
  record Sold(@Nullable Long paid) {}

  /**
   * What a buyer brings along beside the card.
   *
   * @param codes promo codes as they were presented; null: nothing is said of any
   * @param certificates gift certificates to pay with
   */
  record Brought(@Nullable List<String> codes, List<Certificates.Wanted> certificates) {
    boolean nothing() {
      return codes == null && certificates.isEmpty();
    }
  }

  /** The same receipt at another time. */
  ReceiptRequest at(Instant other) {
    return new ReceiptRequest(
        memberId, number, other, lines, spend, holdId, locale, cashierId, codes, certificates);
  }

  /**
   * A request that can be judged.
   *
   * @param memberId 0 = a receipt without a card
   * @param holdId 0 = no hold
   * @param names what the lines are called, by line number
   * @param sold null while the goods are still at the till
   * @param brought what the buyer brings along
   * @param address from where the register speaks; null: not known
   */
  record Checked(
      long memberId,
      @Nullable String number,
      Instant at,
      Basket basket,
      Map<Integer, String> names,
      Wish wish,
      long holdId,
      Lang lang,
      @Nullable Sold sold,
      Brought brought,
      @Nullable String address) {
    /** The same receipt, sent from this address. */
    Checked from(String sender) {
      return new Checked(
          memberId, number, at, basket, names, wish, holdId, lang, sold, brought, sender);
    }

    /** The same receipt of this member. */
    Checked by(long member) {
      return new Checked(
          member, number, at, basket, names, wish, holdId, lang, sold, brought, address);
    }

    /** The same receipt with these lines. */
    Checked of(Basket other) {
      return new Checked(
          memberId, number, at, other, names, wish, holdId, lang, sold, brought, address);
    }

    Checked wishing(Wish other) {
      return new Checked(
          memberId, number, at, basket, names, other, holdId, lang, sold, brought, address);
    }

    Checked withoutHold() {
      return new Checked(
          memberId, number, at, basket, names, wish, 0, lang, sold, brought, address);
    }

    Checked sold(@Nullable Long paid) {
      return new Checked(
          memberId,
          number,
          at,
          basket,
          names,
          wish,
          holdId,
          lang,
          new Sold(paid),
          brought,
          address);
    }

    /** The money that was taken already; null = what the program asks for. */
    @Nullable Long paid() {
      return sold == null ? null : sold.paid;
    }

    /**
     * The same with its hold as the till means it: who pays with as much as there is, means what is
     * held; and once the goods are gone, a promise beyond the hold is kept as far as the hold goes.
     */
    Checked within(long held) {
      boolean beyond = sold != null && wish instanceof Wish.Amount(long wanted) && wanted > held;
      return wish instanceof Wish.Max || beyond ? wishing(Wish.amount(held)) : this;
    }

    /** The most that could be paid with bonuses: the receipt's total. */
    long gross() {
      long sum = 0;
      for (Line line : basket.lines()) {
        long more = sum + Math.max(0, line.total());
        sum = more < 0 ? Long.MAX_VALUE : more;
      }
      return sum;
    }
  }

  /** Checks form and limits; whether the amounts make sense is for the rules to say. */
  Checked check(RegisterPrincipal register, Instant now, Lang accepted) {
    Check check = new Check();
    Instant when = at == null ? now : notAhead(check, at, now);
    check.require(
        !when.isBefore(EARLIEST), "at", "TOO_LONG_AGO", "слишком давно", "is too long ago");
    String checkedNumber = check.optional("number", number, 60);
    Map<Integer, String> names = new LinkedHashMap<>();
    List<Line> checkedLines = lines(check, names);
    Wish wish = wish(check);
    List<String> shown = codes == null ? null : codes(check, codes);
    List<Certificates.Wanted> paying = certificates(check);
    check.require(
        locale == null || locale.equals("ru") || locale.equals("en"),
        "locale",
        "INVALID",
        "ru или en",
        "ru or en");
    check.done();
    long member = memberId == null ? 0 : Http.id(memberId, ProblemCode.MEMBER_NOT_FOUND);
    Holds.HoldId hold = holdId == null ? null : Holds.HoldId.parse(holdId);
    if (hold != null && hold.memberId() != member) {
      throw new Problem(ProblemCode.HOLD_NOT_FOUND);
    }
    return new Checked(
        member,
        checkedNumber,
        when,
        Basket.of(checkedLines).in(Long.toString(register.storeId())),
        names,
        wish,
        hold == null ? 0 : hold.number(),
        locale == null ? accepted : Lang.of(locale),
        null,
        new Brought(shown, paying),
        null);
  }

  private List<Certificates.Wanted> certificates(Check check) {
    List<@Nullable CertificateRequest> given = certificates == null ? List.of() : certificates;
    check.require(
        given.size() <= Certificates.MOST,
        "certificates",
        "TOO_MANY",
        "не больше " + Certificates.MOST,
        "at most " + Certificates.MOST);
    List<Certificates.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < Math.min(Certificates.MOST, given.size()); i++) {
      CertificateRequest one = given.get(i);
      String at = "certificates[" + i + "].";
      Long amount = one == null ? null : one.amount;
      check.require(
          amount == null || amount > 0, at + "amount", "INVALID", "больше нуля", "above zero");
      wanted.add(
          new Certificates.Wanted(
              check.text(at + "code", one == null ? null : one.code, 100), amount));
    }
    return wanted;
  }

  private static List<String> codes(Check check, List<@Nullable String> given) {
    check.require(
        given.size() <= PromoCodes.MOST,
        "codes",
        "TOO_MANY",
        "не больше " + PromoCodes.MOST,
        "at most " + PromoCodes.MOST);
    List<String> shown = new ArrayList<>();
    for (String code : given.subList(0, Math.min(PromoCodes.MOST, given.size()))) {
      shown.add(check.text("codes", code, 100));
    }
    return shown;
  }

  /** A register's clock may run ahead a little: what it says then means now. */
  static Instant notAhead(Check check, Instant at, Instant now) {
    check.require(
        !at.isAfter(now.plus(Age.SKEW)),
        "at",
        "IN_THE_FUTURE",
        "время в будущем",
        "lies in the future");
    return at.isAfter(now) ? now : at;
  }

  private List<Line> lines(Check check, Map<Integer, String> names) {
    List<Line> checked = new ArrayList<>();
    if (lines == null || lines.isEmpty()) {
      check.add("lines", "REQUIRED", "в чеке нет строк", "the receipt has no lines");
      return checked;
    }
    if (lines.size() > Basket.MAX_LINES) {
      check.add(
          "lines",
          "TOO_MANY_LINES",
          "строк больше " + Basket.MAX_LINES,
          "more than " + Basket.MAX_LINES + " lines");
      return checked;
    }
    for (int i = 0; i < lines.size(); i++) {
      LineRequest line = lines.get(i);
      if (line == null) {
        check.add("lines[" + i + "]", "REQUIRED", "пустая строка", "is null");
      } else {
        line(check, i, line, checked, names);
      }
    }
    return checked;
  }

  private static void line(
      Check check, int index, LineRequest line, List<Line> checked, Map<Integer, String> names) {
    String at = "lines[" + index + "].";
    int no = line.lineNo == null ? index + 1 : line.lineNo;
    Long amount = line.amount;
    if (no < 1 || no > 100_000) {
      check.add(at + "lineNo", "OUT_OF_RANGE", "от 1 до 100000", "1 to 100000");
      return;
    }
    if (amount == null) {
      check.add(at + "amount", "REQUIRED", "не заполнено", "is required");
      return;
    }
    long quantity = quantity(check, at, line.quantity);
    String sku =
        line.sku == null || line.sku.isBlank() ? "" : check.text(at + "sku", line.sku, 100);
    String name = check.optional(at + "name", line.name, 300);
    if (name != null) {
      names.put(no, name);
    }
    checked.add(
        new Line(
            no,
            sku,
            keys(check, at + "categories", line.categories, 100),
            quantity,
            amount,
            line.cost,
            keys(check, at + "flags", line.flags, 40)));
  }

  private static Set<String> keys(
      Check check, String field, @Nullable List<@Nullable String> given, int max) {
    Set<String> keys = new HashSet<>();
    if (given == null) {
      return keys;
    }
    check.require(given.size() <= 20, field, "TOO_MANY", "не больше 20", "at most 20");
    for (String key : given.subList(0, Math.min(20, given.size()))) {
      keys.add(check.text(field, key, max));
    }
    return keys;
  }

  private static long quantity(Check check, String at, @Nullable String text) {
    if (text == null) {
      return 1000;
    }
    long milli = Quantity.parse(text);
    check.require(
        milli > 0,
        at + "quantity",
        "INVALID",
        "больше нуля, не больше трёх знаков после точки",
        "above zero, at most three decimal places");
    return milli;
  }

  private Wish wish(Check check) {
    if (spend == null || spend.mode == SpendRequest.Mode.NONE) {
      return Wish.NONE;
    }
    if (spend.mode == null) {
      check.add("spend.mode", "REQUIRED", "не заполнено", "is required");
      return Wish.NONE;
    }
    if (spend.mode == SpendRequest.Mode.MAX) {
      return Wish.MAX;
    }
    Long amount = spend.amount;
    if (amount == null || amount < 0) {
      check.add("spend.amount", "INVALID", "не меньше нуля", "zero or more");
      return Wish.NONE;
    }
    return amount == 0 ? Wish.NONE : Wish.amount(amount);
  }
}

package io.kartela.service.shop.goods;

import io.kartela.service.platform.http.Check;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody says of goods in the cabinet. */
record GoodRequest(
    @Nullable String name,
    @Nullable List<@Nullable String> codes,
    @Nullable List<@Nullable String> categories,
    @Nullable List<@Nullable String> flags,
    @Nullable Long price,
    @Nullable Long cost,
    @Nullable Boolean archived) {
  static final long MOST_MONEY = 100_000_000_000L;
  static final int MOST_CODES = 50;

  Good check() {
    Check check = new Check();
    String called = check.line("name", name, 300);
    List<String> said = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    List<@Nullable String> given = codes == null ? List.of() : codes;
    check.require(
        given.size() <= MOST_CODES,
        "codes",
        "TOO_MANY",
        "не больше " + MOST_CODES,
        "at most " + MOST_CODES);
    for (String code : given) {
      if (code != null && !code.isBlank()) {
        String text = check.line("codes", code, 100);
        check.require(
            keys.add(GoodsStore.codeKey(text)),
            "codes",
            "DUPLICATE",
            "код повторяется",
            "is given twice");
        said.add(text);
      }
    }
    Good good =
        new Good(
            called,
            said,
            texts(check, "categories", categories),
            texts(check, "flags", flags),
            money(check, "price", price),
            money(check, "cost", cost),
            Boolean.TRUE.equals(archived));
    check.done();
    return good;
  }

  static Set<String> texts(Check check, String field, @Nullable List<@Nullable String> given) {
    Set<String> texts = new LinkedHashSet<>();
    if (given == null) {
      return texts;
    }
    check.require(given.size() <= 20, field, "TOO_MANY", "не больше 20", "at most 20");
    for (String one : given.subList(0, Math.min(20, given.size()))) {
      texts.add(check.text(field, one, 100));
    }
    return texts;
  }

  static @Nullable Long money(Check check, String field, @Nullable Long minor) {
    check.require(
        minor == null || (minor >= 0 && minor <= MOST_MONEY),
        field,
        "OUT_OF_RANGE",
        "от 0 до " + MOST_MONEY / 100 + " рублей",
        "0 to " + MOST_MONEY / 100 + " roubles");
    return minor;
  }
}

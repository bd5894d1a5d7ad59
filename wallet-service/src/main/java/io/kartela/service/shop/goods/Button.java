package io.kartela.service.shop.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.Check;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quick button of a till.
 *
 * @param itemId the goods it is made of, which then give name, code and price; null: typed by hand
 * @param code empty: none
 * @param category of goods typed by hand, by its key; null: none
 * @param price minor units; null: the cashier says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Button(
    @Nullable String itemId,
    String name,
    String code,
    @Nullable String category,
    @Nullable Long price) {
  static final int MOST = 60;

  /** The same as the catalogue has it now. */
  static Button of(Good.Kept kept) {
    Good good = kept.good();
    return new Button(
        Long.toString(kept.id()), good.title(), good.codes().getFirst(), null, good.price());
  }

  /** What somebody wants to stand there. */
  record Wanted(
      @Nullable String itemId,
      @Nullable String name,
      @Nullable String code,
      @Nullable String category,
      @Nullable Long price) {}

  record Request(@Nullable List<@Nullable Wanted> items) {
    /** None of them twice. */
    List<Button> check() {
      Check check = new Check();
      List<@Nullable Wanted> given = items == null ? List.of() : items;
      check.require(items != null, "items", "REQUIRED", "не заполнено", "is required");
      check.require(
          given.size() <= MOST, "items", "TOO_MANY", "не больше " + MOST, "at most " + MOST);
      Set<Button> buttons = new LinkedHashSet<>();
      for (int i = 0; i < Math.min(given.size(), MOST); i++) {
        Wanted one = given.get(i);
        String at = "items[" + i + "].";
        if (one == null) {
          check.add("items[" + i + "]", "REQUIRED", "пусто", "is null");
          continue;
        }
        String code = check.optional(at + "code", one.code, 100);
        check.require(
            one.itemId == null || one.itemId.matches("[1-9][0-9]{0,17}"),
            at + "itemId",
            "INVALID",
            "такого товара нет",
            "there are no such goods");
        buttons.add(
            new Button(
                one.itemId,
                check.line(at + "name", one.name, 300),
                code == null ? "" : code,
                check.optional(at + "category", one.category, 100),
                GoodRequest.money(check, at + "price", one.price)));
      }
      check.done();
      return new ArrayList<>(buttons);
    }
  }
}

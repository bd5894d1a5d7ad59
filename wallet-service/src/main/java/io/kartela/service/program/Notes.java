package io.kartela.service.program;

import io.kartela.rules.Condition;
import io.kartela.rules.Goods;
import io.kartela.rules.Overlaps;
import io.kartela.rules.Program;
import io.kartela.rules.Quotes;
import io.kartela.rules.Rule;
import io.kartela.service.platform.http.LocalText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is no mistake and yet good to know beside a rule: what it meets, and what it waits for. */
final class Notes {
  private Notes() {}

  static List<Validation.Remark> of(Connection c, long merchantId, Program program)
      throws SQLException {
    List<Validation.Remark> notes = new ArrayList<>();
    Overlaps.of(program).forEach(flaw -> notes.add(Validation.remark(flaw)));
    Set<String> sold = sold(c, merchantId, program);
    for (int i = 0; i < program.rules().size(); i++) {
      for (String category : categories(program.rules().get(i))) {
        if (!sold.contains(category)) {
          notes.add(unsold("/rules/" + i, category));
        }
      }
    }
    return List.copyOf(notes);
  }

  private static Validation.Remark unsold(String pointer, String category) {
    return new Validation.Remark(
        pointer,
        "CATEGORY_UNSOLD",
        "WARNING",
        new LocalText(
            "Товаров категории " + Quotes.ru(category) + " в каталоге пока нет",
            "The catalogue has no goods of the category " + Quotes.en(category) + " yet"));
  }

  /** Those of the program's categories that some goods have. */
  private static Set<String> sold(Connection c, long merchantId, Program program)
      throws SQLException {
    Set<String> asked = new HashSet<>();
    program.rules().forEach(rule -> asked.addAll(categories(rule)));
    Set<String> found = new HashSet<>();
    if (asked.isEmpty()) {
      return found;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT asked FROM unnest(?) AS asked
            WHERE EXISTS (SELECT FROM kartela.goods WHERE merchant_id = ? AND asked = ANY (categories))
            """)) {
      Array wanted = c.createArrayOf("text", asked.toArray());
      s.setArray(1, wanted);
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(r.getString(1));
        }
      }
    }
    return found;
  }

  /** The categories that a rule which is on asks for. */
  private static Set<String> categories(Rule rule) {
    Set<String> all = new TreeSet<>();
    if (rule.enabled()) {
      all.addAll(rule.then().goods().categories());
      goods(rule.when()).forEach(goods -> all.addAll(goods.categories()));
    }
    return all;
  }

  private static Stream<Goods> goods(Condition condition) {
    return switch (condition) {
      case Condition.BasketContains b -> Stream.of(b.goods());
      case Condition.All all -> all.of().stream().flatMap(Notes::goods);
      case Condition.Any any -> any.of().stream().flatMap(Notes::goods);
      default -> Stream.empty();
    };
  }
}

package io.kartela.service.guide;

import io.kartela.service.shop.goods.Categories;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new shop does first. Nobody ticks anything off: a step is done when the shop has what it
 * brings. Shops that the operator did not open are shown none.
 */
final class FirstSteps {
  /** In the order in which they are best taken; none waits for another. */
  private enum Step {
    DETAILS,
    /** The rules and how data is used: what customers tick on the sign-up page links to both. */
    TEXTS,
    PROGRAM,
    /** Only of a shop whose program gives something for categories of goods. */
    GOODS,
    DESIGN,
    TILL,
    POSTER,
    SALE
  }

  private record Done(Step id, boolean done) {}

  /**
   * As the overview shows it.
   *
   * @param complete nothing is left to do
   */
  record View(boolean hidden, boolean complete, List<?> steps) {}

  private FirstSteps() {}

  static void begin(Connection c, long merchantId, boolean programChosen) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.first_steps (merchant_id, program_chosen) VALUES (?, ?)")) {
      s.setLong(1, merchantId);
      s.setBoolean(2, programChosen);
      s.executeUpdate();
    }
  }

  static void hide(Connection c, long merchantId, boolean hidden) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.first_steps SET hidden = ? WHERE merchant_id = ?")) {
      s.setBoolean(1, hidden);
      s.setLong(2, merchantId);
      s.executeUpdate();
    }
  }

  /**
   * Empty: this shop is shown no first steps.
   *
   * @param named the categories that the program gives something for
   */
  static Optional<View> of(Connection c, long merchantId, Set<String> named) throws SQLException {
    boolean goods = Categories.empty(c, merchantId, named).isEmpty();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT f.hidden,
              m.description_ru <> '' OR m.description_en <> '' AS details,
              (SELECT count(DISTINCT t.kind) FROM kartela.shop_text t
                WHERE t.merchant_id = f.merchant_id AND t.kind IN ('TERMS', 'PRIVACY')) = 2 AS texts,
              f.program_chosen OR EXISTS (SELECT FROM kartela.program_version v
                WHERE v.merchant_id = f.merchant_id AND v.number > 1) AS program,
              EXISTS (SELECT FROM kartela.card_design d WHERE d.merchant_id = f.merchant_id) AS design,
              EXISTS (SELECT FROM kartela.register r
                WHERE r.merchant_id = f.merchant_id AND r.last_seen_at IS NOT NULL) AS till,
              EXISTS (SELECT FROM kartela.member p WHERE p.merchant_id = f.merchant_id) AS poster,
              EXISTS (SELECT FROM kartela.receipt b WHERE b.merchant_id = f.merchant_id) AS sale
            FROM kartela.first_steps f JOIN kartela.merchant m USING (merchant_id)
            WHERE f.merchant_id = ?
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(view(r, named.isEmpty(), goods)) : Optional.empty();
      }
    }
  }

  private static View view(ResultSet r, boolean withoutGoods, boolean goods) throws SQLException {
    List<Done> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      if (step != Step.GOODS) {
        steps.add(new Done(step, r.getBoolean(step.name())));
      } else if (!withoutGoods) {
        steps.add(new Done(step, goods));
      }
    }
    return new View(r.getBoolean("hidden"), steps.stream().allMatch(Done::done), steps);
  }
}

package io.kartela.service.feedback;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.Handouts;
import io.kartela.service.account.Retry;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase is rated by its link: the first score counts, words can be added for a while. The same
 * said again changes nothing. Thread-safe.
 */
final class Rating {
  /** How long a link can be used for a first score. */
  private static final Duration OPEN = Duration.ofDays(30);

  /** How long words can be added to a score. */
  private static final Duration ADDING = Duration.ofDays(7);

  private static final int LONGEST = 4_000;
  private static final LocalText THANKS =
      new LocalText("Спасибо за отзыв", "Thank you for the review");

  private final House house;
  private final Merchants merchants;
  private final Handouts handouts = new Handouts();

  Rating(House house, Merchants merchants) {
    this.house = house;
    this.merchants = merchants;
  }

  /**
   * What the page shows.
   *
   * @param reward promised while there is no score, afterwards what was given; minor units
   * @param mayAdd whether words can be added
   */
  record Page(
      LocalText shop,
      String store,
      @Nullable String cashier,
      Instant boughtAt,
      long reward,
      int rewardDays,
      @Nullable Integer score,
      String comment,
      boolean mayAdd) {}

  /** A link's receipt, with what was said of it. */
  private record Asked(
      long receiptId,
      long memberId,
      long storeId,
      @Nullable Long cashierId,
      boolean undone,
      ReviewPlan.Reward promised,
      Instant askedAt,
      @Nullable Said said,
      Page page) {}

  private record Said(long id, Instant at, String comment, boolean removed) {}

  Page show(ReviewLinks.Name link) {
    Instant now = house.clock().instant();
    Merchant shop = merchants.get(link.merchantId());
    return house.database().inTenant(link.merchantId(), c -> find(c, shop, link, now).page);
  }

  /**
   * What somebody says.
   *
   * @param score null: said before
   * @param comment empty: none
   */
  Page say(ReviewLinks.Name link, @Nullable Integer score, String comment) {
    Instant now = house.clock().instant();
    Merchant shop = merchants.get(link.merchantId());
    merchants.requireOpen(shop.id());
    Page page =
        Retry.transaction(
            () ->
                house
                    .database()
                    .inTenant(
                        link.merchantId(),
                        c -> {
                          said(c, shop, find(c, shop, link, now), score, comment, now);
                          return find(c, shop, link, now).page;
                        }));
    house.wake().run();
    return page;
  }

  private void said(
      Connection c,
      Merchant shop,
      Asked asked,
      @Nullable Integer score,
      String comment,
      Instant now)
      throws SQLException {
    Said said = asked.said;
    if (said == null) {
      if (asked.askedAt.plus(OPEN).isBefore(now)) {
        throw new Problem(ProblemCode.REVIEW_CLOSED);
      }
      if (score == null) {
        throw Problem.fields(
            List.of(
                new Problem.FieldError(
                    "score", "REQUIRED", "сначала поставьте оценку", "give a score first")));
      }
      if (!first(c, shop, asked, score, comment, now)) {
        said = held(c, shop.id(), asked.receiptId);
      }
    }
    if (said != null && !comment.isEmpty() && !said.comment.endsWith(comment)) {
      add(c, shop.id(), said, comment, now);
    }
  }

  /** Takes the score; false when another tap was faster. */
  private boolean first(
      Connection c, Merchant shop, Asked asked, int score, String comment, Instant now)
      throws SQLException {
    ReviewSettings settings =
        ReviewSettings.of(c, shop.id(), "").orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    ReviewPlan plan = settings.plan();
    long id = house.ids().next();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.review (merchant_id, review_id, receipt_id, member_id, store_id, cashier_id, score,
                comment, at, answer_by, bad)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, receipt_id) DO NOTHING
            """)) {
      s.setLong(1, shop.id());
      s.setLong(2, id);
      s.setLong(3, asked.receiptId);
      s.setLong(4, asked.memberId);
      s.setLong(5, asked.storeId);
      s.setObject(6, asked.cashierId, Types.BIGINT);
      s.setInt(7, score);
      s.setString(8, comment);
      s.setTimestamp(9, Timestamp.from(now));
      s.setTimestamp(10, Timestamp.from(now.plus(Duration.ofDays(plan.answerDays()))));
      s.setBoolean(11, score <= plan.badTo());
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    ReviewEvents.add(c, shop.id(), house.ids().next(), id, "RATED", "", "", now);
    // What came back entirely was not bought: nothing is given for it.
    if (asked.promised.amount() > 0 && !asked.undone) {
      reward(c, shop, asked, id, settings.updatedBy(), now);
    }
    return true;
  }

  /** In the transaction of the review, of which there is one: given once. */
  private void reward(Connection c, Merchant shop, Asked asked, long id, String author, Instant now)
      throws SQLException {
    Handouts.Gift gift =
        new Handouts.Gift(
            asked.promised.amount(),
            now.plus(Duration.ofDays(asked.promised.days())),
            THANKS.in(shop.locale()),
            author);
    long lot = handouts.give(c, new AccountId(shop.id(), asked.memberId), gift, now);
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.review SET reward = ?, reward_lot = ? WHERE merchant_id = ? AND"
                + " review_id = ?")) {
      s.setLong(1, gift.amount());
      s.setLong(2, lot);
      s.setLong(3, shop.id());
      s.setLong(4, id);
      s.executeUpdate();
    }
    RoundTrip trip = new RoundTrip();
    Outbox.passChanged(trip, shop.id(), asked.memberId);
    trip.run(c);
  }

  private void add(Connection c, long merchantId, Said said, String comment, Instant now)
      throws SQLException {
    if (said.removed || said.at.plus(ADDING).isBefore(now)) {
      throw new Problem(ProblemCode.REVIEW_CLOSED);
    }
    String all = said.comment.isEmpty() ? comment : said.comment + "\n" + comment;
    if (all.length() > LONGEST) {
      throw new Problem(ProblemCode.REVIEW_FULL, LONGEST);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.review SET comment = ?, status = CASE WHEN status = 'DONE' THEN 'NEW' ELSE status END
            WHERE merchant_id = ? AND review_id = ?
            """)) {
      s.setString(1, all);
      s.setLong(2, merchantId);
      s.setLong(3, said.id);
      s.executeUpdate();
    }
    ReviewEvents.add(c, merchantId, house.ids().next(), said.id, "ADDED", "", "", now);
  }

  private static @Nullable Said held(Connection c, long merchantId, long receiptId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT review_id, at, comment, removed_at IS NOT NULL FROM kartela.review
            WHERE merchant_id = ? AND receipt_id = ? FOR UPDATE
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, receiptId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new Said(r.getLong(1), r.getTimestamp(2).toInstant(), r.getString(3), r.getBoolean(4))
            : null;
      }
    }
  }

  /** By the hash of the secret: how long the look takes tells nothing of it. */
  private static Asked find(Connection c, Merchant shop, ReviewLinks.Name link, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.message_id, a.receipt_id, a.member_id, r.store_id, r.cashier_id, r.undone, a.reward, a.reward_days,
                a.at, r.at, st.name, ca.name, v.score, v.reward
            FROM kartela.review_message a
            JOIN kartela.receipt r ON r.merchant_id = a.merchant_id AND r.receipt_id = a.receipt_id
            JOIN kartela.store st ON st.merchant_id = r.merchant_id AND st.store_id = r.store_id
            LEFT JOIN kartela.cashier ca ON ca.merchant_id = r.merchant_id AND ca.cashier_id = r.cashier_id
            LEFT JOIN kartela.review v ON v.merchant_id = a.merchant_id AND v.receipt_id = a.receipt_id
            WHERE a.merchant_id = ? AND a.token_hash = ?
            """)) {
      s.setLong(1, shop.id());
      s.setBytes(2, Tokens.sha256(link.token()));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.NOT_FOUND);
        }
        Said said = held(c, shop.id(), r.getLong(2));
        Instant askedAt = r.getTimestamp(9).toInstant();
        ReviewPlan.Reward promised = new ReviewPlan.Reward(r.getLong(7), r.getInt(8));
        if (said == null && askedAt.plus(OPEN).isBefore(now)) {
          throw new Problem(ProblemCode.REVIEW_CLOSED);
        }
        return new Asked(
            r.getLong(2),
            r.getLong(3),
            r.getLong(4),
            r.getObject(5, Long.class),
            r.getBoolean(6),
            promised,
            askedAt,
            said,
            page(r, shop, said, promised, now));
      }
    }
  }

  private static Page page(
      ResultSet r, Merchant shop, @Nullable Said said, ReviewPlan.Reward promised, Instant now)
      throws SQLException {
    long reward = said == null ? (r.getBoolean(6) ? 0 : promised.amount()) : r.getLong(14);
    return new Page(
        shop.names(),
        r.getString(11),
        r.getString(12),
        r.getTimestamp(10).toInstant(),
        reward,
        promised.days(),
        said == null ? null : r.getObject(13, Integer.class),
        said == null ? "" : said.comment,
        said != null && !said.removed && !said.at.plus(ADDING).isBefore(now));
  }
}

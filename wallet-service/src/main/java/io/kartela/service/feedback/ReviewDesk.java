package io.kartela.service.feedback;

import io.kartela.service.feedback.ReviewMessages.Fresh;
import io.kartela.service.feedback.ReviewMessages.Kind;
import io.kartela.service.feedback.ReviewMessages.Saying;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Judgement;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Skip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people of a shop do with reviews; audited. Thread-safe. */
final class ReviewDesk {
  private final House house;
  private final Merchants merchants;
  private final Audit audit;

  ReviewDesk(House house, Merchants merchants, Audit audit) {
    this.house = house;
    this.merchants = merchants;
    this.audit = audit;
  }

  /** A review with all that happened to it. */
  record Detail(ReviewList.View review, List<ReviewEvents.View> events) {}

  Detail get(StaffPrincipal staff, long id) {
    Instant now = house.clock().instant();
    return house.database().inTenant(staff.merchantId(), c -> detail(c, staff, id, now));
  }

  private static Detail detail(Connection c, StaffPrincipal staff, long id, Instant now)
      throws SQLException {
    return new Detail(find(c, staff, id, now), ReviewEvents.of(c, staff.merchantId(), id));
  }

  private static ReviewList.View find(Connection c, StaffPrincipal staff, long id, Instant now)
      throws SQLException {
    return ReviewList.one(c, staff, id, now)
        .orElseThrow(() -> new Problem(ProblemCode.REVIEW_NOT_FOUND));
  }

  /**
   * Takes it on, hands it on, closes it.
   *
   * @param assignee null: as it was; whoever takes on what nobody has is its assignee
   */
  Detail set(StaffPrincipal staff, long id, String status, @Nullable Long assignee) {
    Instant now = house.clock().instant();
    return house
        .database()
        .inTenant(
            staff.merchantId(),
            c -> {
              ReviewList.View was = find(c, staff, id, now);
              Long whose = assignee;
              if (whose == null && was.assignee() == null && !status.equals("NEW")) {
                whose = staff.staffId();
              }
              String name = whose == null ? "" : person(c, staff, whose);
              update(c, staff.merchantId(), id, status, whose);
              if (!status.equals(was.status()) || whose != null) {
                ReviewEvents.add(
                    c, staff.merchantId(), house.ids().next(), id, status, staff.name(), name, now);
                audit.record(c, staff, "REVIEW_WORKED", "review:" + id, Map.of("status", status));
              }
              return detail(c, staff, id, now);
            });
  }

  private static String person(Connection c, StaffPrincipal staff, long id) throws SQLException {
    return ReviewList.filters(c, staff).people().stream()
        .filter(one -> one.id().equals(Long.toString(id)))
        .map(ReviewList.Named::name)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.fields(
                    List.of(
                        new Problem.FieldError(
                            "assigneeId",
                            "INVALID",
                            "этот сотрудник не работает с отзывами",
                            "this colleague does not work on reviews"))));
  }

  private static void update(
      Connection c, long merchantId, long id, String status, @Nullable Long assignee)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.review SET status = ?, assignee = coalesce(?, assignee) WHERE"
                + " merchant_id = ? AND review_id = ?")) {
      s.setString(1, status);
      s.setObject(2, assignee, Types.BIGINT);
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /**
   * Writes to the member: by the card, which costs nothing, else by the first way of the shop's
   * that leads to them. The same key says it once.
   */
  Detail answer(StaffPrincipal staff, long id, String text) {
    Instant now = house.clock().instant();
    long merchantId = staff.merchantId();
    Detail detail =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  ReviewList.View review = find(c, staff, id, now);
                  // what a lost answer makes somebody press again is said once
                  if (!saidLast(c, merchantId, id, text)) {
                    say(c, staff, review, text, now);
                  }
                  return detail(c, staff, id, now);
                });
    house.wake().run();
    return detail;
  }

  private static boolean saidLast(Connection c, long merchantId, long id, String text)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.words FROM kartela.review_event e
            JOIN kartela.review_message m ON m.merchant_id = e.merchant_id AND m.message_id = e.message_id
            WHERE e.merchant_id = ? AND e.review_id = ? ORDER BY e.event_id DESC LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getString(1).equals(text);
      }
    }
  }

  private void say(
      Connection c, StaffPrincipal staff, ReviewList.View review, String text, Instant now)
      throws SQLException {
    long merchantId = staff.merchantId();
    long member = Long.parseLong(review.member().id());
    Saying saying =
        new Saying(false, EnumSet.allOf(ChannelKind.class), merchants.get(merchantId).name(), text);
    long message = house.ids().next();
    Skip skip = Judgement.ofCards(c, merchantId, Reason.NOTICE, List.of(member), now).get(member);
    if (review.erased() || (skip != null && skip != Skip.NO_WALLET)) {
      throw new Problem(ProblemCode.REVIEWER_UNREACHABLE);
    }
    Fresh fresh =
        new Fresh(
            message,
            Kind.ANSWER,
            Long.parseLong(review.receipt().id()),
            member,
            saying,
            null,
            ReviewPlan.Reward.NONE,
            null);
    boolean _ = ReviewMessages.add(c, merchantId, fresh, now);
    if (skip == null) {
      Outbox.news(c, merchantId, List.of(Asking.card(member, message, saying)));
    } else if (!ReviewDeliveries.beside(c, merchantId, message, member, saying, true, now)) {
      throw new Problem(ProblemCode.REVIEWER_UNREACHABLE);
    }
    long reviewId = Long.parseLong(review.id());
    ReviewEvents.add(
        c,
        merchantId,
        house.ids().next(),
        reviewId,
        new ReviewEvents.What("ANSWERED", staff.name(), "", message),
        now);
    if (review.status().equals("NEW")) {
      update(c, merchantId, reviewId, "IN_WORK", staff.staffId());
    }
    audit.record(c, staff, "REVIEW_ANSWERED", "review:" + reviewId, Map.of());
  }

  /** Takes its words away; the score was given and stays in the figures. */
  Detail remove(StaffPrincipal staff, long id, String reason) {
    Instant now = house.clock().instant();
    return house
        .database()
        .inTenant(
            staff.merchantId(),
            c -> {
              if (!find(c, staff, id, now).removed()) {
                removed(c, staff.merchantId(), id, now);
                ReviewEvents.add(
                    c,
                    staff.merchantId(),
                    house.ids().next(),
                    id,
                    "REMOVED",
                    staff.name(),
                    reason,
                    now);
                audit.record(c, staff, "REVIEW_REMOVED", "review:" + id, Map.of("reason", reason));
              }
              return detail(c, staff, id, now);
            });
  }

  private static void removed(Connection c, long merchantId, long id, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.review SET comment = '', removed_at = ?, status = 'DONE' WHERE"
                + " merchant_id = ? AND review_id = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }
}

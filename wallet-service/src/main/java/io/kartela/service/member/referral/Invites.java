package io.kartela.service.member.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.db.Database;
import io.kartela.service.shop.merchant.Merchant;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who invites and who was invited. Methods with a connection work in the caller's transaction.
 * Thread-safe.
 */
public final class Invites {
  /** Counting stops here; the screen says "10,000+". */
  public static final int MAX_COUNT = 10_000;

  /** More sign-posts than anybody was ever merged. */
  private static final int MAX_HOPS = 50;

  private final Database database;
  private final String joinPages;

  /** A merchant's secret never changes, so what was read once is true for good. */
  private final Map<Long, InviteCodes> codes = new ConcurrentHashMap<>();

  /**
   * Somebody who may invite now.
   *
   * @param code by which they were found
   */
  public record Inviter(long memberId, String name, String code) {
    /** All that a stranger may learn of them; null: not even that. */
    public @Nullable String firstName() {
      return FirstName.of(name);
    }
  }

  /** Who brought a member in. */
  public record InvitedBy(String memberId, String name, Instant at) {}

  /**
   * Somebody who came by a member's invitation.
   *
   * @param step how far they are
   * @param reward kopecks that the member has got for their purchases, net of returns
   * @param rewardFrom from when all of it can be spent, while it waits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Invited(
      String memberId,
      String name,
      Instant at,
      long purchases,
      @Nullable Instant lastPurchaseAt,
      String step,
      long reward,
      @Nullable Instant rewardFrom) {
    static Invited of(FriendSteps.Friend f) {
      return new Invited(
          Long.toString(f.memberId()),
          f.name(),
          f.at(),
          f.purchases(),
          f.lastPurchaseAt(),
          f.step().name(),
          f.reward(),
          f.until());
    }
  }

  /** A friend as the inviter is told: nothing but the first letter of the name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FriendView(
      String letter, Instant at, String step, long reward, @Nullable Instant rewardFrom) {
    private static FriendView of(FriendSteps.Friend f) {
      String first = FirstName.of(f.name());
      String letter =
          first == null
              ? ""
              : first.substring(0, first.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
      return new FriendView(letter, f.at(), f.step().name(), f.reward(), f.until());
    }
  }

  /** The newest of a member's friends, for the member. */
  public static List<FriendView> friends(
      Connection c, long merchantId, long memberId, int limit, Instant now) throws SQLException {
    return FriendSteps.of(c, merchantId, memberId, Long.MAX_VALUE, limit, now).stream()
        .map(FriendView::of)
        .toList();
  }

  /** Some of a member's invited, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<Invited> items, @Nullable String nextCursor) {}

  public Invites(Database database, URI publicUrl) {
    this.database = database;
    this.joinPages = publicUrl.resolve("/join/").toString();
  }

  /** The member's code and link; asks the database for nothing but, once, the merchant's secret. */
  public Invite of(Merchant merchant, long memberId) {
    String code = codes(merchant.id()).of(memberId);
    return new Invite(code, URI.create(joinPages + merchant.slug() + "?invite=" + code));
  }

  private InviteCodes codes(long merchantId) {
    InviteCodes known = codes.get(merchantId);
    if (known != null) {
      return known;
    }
    InviteCodes read = database.lookUp(merchantId, c -> read(c, merchantId));
    codes.put(merchantId, read);
    return read;
  }

  private static InviteCodes read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT invite_key FROM kartela.merchant WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new IllegalStateException("no such merchant: " + merchantId);
        }
        return new InviteCodes(r.getBytes(1));
      }
    }
  }

  /** Who invites by what was typed; somebody who was merged invites as who they are now. */
  public Optional<Inviter> find(Connection c, long merchantId, String typed) throws SQLException {
    return find(c, merchantId, typed, "");
  }

  /**
   * As {@link #find}, held until the transaction ends: nobody is blocked or merged between the
   * question and the newcomer's row.
   */
  public Optional<Inviter> hold(Connection c, long merchantId, String typed) throws SQLException {
    return find(c, merchantId, typed, " FOR SHARE");
  }

  private Optional<Inviter> find(Connection c, long merchantId, String typed, String lock)
      throws SQLException {
    for (String code : TypedCode.readings(typed)) {
      OptionalLong id = codes(merchantId).memberId(code);
      Optional<Inviter> found =
          id.isEmpty() ? Optional.empty() : living(c, merchantId, id.getAsLong(), code, lock);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Inviter> living(
      Connection c, long merchantId, long memberId, String code, String lock) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT status, name, merged_into FROM kartela.member WHERE merchant_id = ? AND"
                + " member_id = ?"
                + lock)) {
      long id = memberId;
      for (int hop = 0; hop < MAX_HOPS; hop++) {
        s.setLong(1, merchantId);
        s.setLong(2, id);
        try (ResultSet r = s.executeQuery()) {
          if (!r.next()) {
            return Optional.empty();
          }
          String status = r.getString(1);
          if (!status.equals("MERGED")) {
            return status.equals("ACTIVE")
                ? Optional.of(new Inviter(id, r.getString(2), code))
                : Optional.empty();
          }
          id = r.getLong(3);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The answer to somebody who brings a code and is a member already.
   *
   * @param memberId who they are
   */
  public InviteReply late(Connection c, long merchantId, String typed, long memberId)
      throws SQLException {
    Inviter inviter = find(c, merchantId, typed).orElse(null);
    if (inviter == null) {
      return InviteReply.refused(InviteReply.Reason.INVITE_UNKNOWN);
    }
    if (inviter.memberId == memberId) {
      return InviteReply.refused(InviteReply.Reason.INVITE_OWN);
    }
    InvitedBy by = invitedBy(c, merchantId, memberId);
    // Asked once more, after an answer that was lost: the same answer.
    return by != null && by.memberId.equals(Long.toString(inviter.memberId))
        ? InviteReply.accepted()
        : InviteReply.refused(InviteReply.Reason.INVITE_MEMBER_ALREADY);
  }

  /** Null: the member came alone. */
  public static @Nullable InvitedBy invitedBy(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT i.member_id, i.name, m.invited_at FROM kartela.member m
            JOIN kartela.member i ON i.merchant_id = m.merchant_id AND i.member_id = m.invited_by
            WHERE m.merchant_id = ? AND m.member_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new InvitedBy(r.getString(1), r.getString(2), r.getTimestamp(3).toInstant())
            : null;
      }
    }
  }

  /** How many came by this member's invitation, at most {@link #MAX_COUNT}. */
  public static long count(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM kartela.member WHERE merchant_id = ? AND invited_by = ? LIMIT ?) x
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setInt(3, MAX_COUNT);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /**
   * Who came by this member's invitation.
   *
   * @param before the last id of the page before; empty: from the newest
   */
  static Page page(
      Connection c, long merchantId, long memberId, Optional<Long> before, int limit, Instant now)
      throws SQLException {
    List<Invited> found =
        FriendSteps.of(c, merchantId, memberId, before.orElse(Long.MAX_VALUE), limit + 1, now)
            .stream()
            .map(Invited::of)
            .toList();
    boolean more = found.size() > limit;
    List<Invited> shown = more ? found.subList(0, limit) : found;
    return new Page(shown, more ? shown.getLast().memberId() : null);
  }
}

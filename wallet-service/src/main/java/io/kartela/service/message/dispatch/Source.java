package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who has words to say to many: a campaign. All is asked in the transaction in which words leave or
 * end, confined to the merchant. Thread-safe.
 */
public interface Source {
  /** As in the tables. */
  String name();

  /** What holds until the transaction ends. */
  Content content(Connection c, long merchantId, long sourceId) throws SQLException;

  /** The words for these members, with what is their own. */
  Map<Long, Words> words(Connection c, long merchantId, long sourceId, Collection<Long> members)
      throws SQLException;

  /** The same as they are said by one way, where ways have words of their own. */
  default Map<Long, Words> words(
      Connection c, long merchantId, long sourceId, Collection<Long> members, ChannelKind kind)
      throws SQLException {
    return words(c, merchantId, sourceId, members);
  }

  /** Takes from the budget what these will cost; false: it would not last. */
  boolean afford(Connection c, long merchantId, long sourceId, long cost) throws SQLException;

  /** What was taken and did not cost after all. */
  void refund(Connection c, long merchantId, long sourceId, long cost) throws SQLException;

  /** A vendor refuses the text itself. */
  void textRefused(Connection c, long merchantId, long sourceId, String code) throws SQLException;

  /**
   * Called once for each of its recipients.
   *
   * @param reason why it was not delivered; of what was, UNCONFIRMED when nobody told; else empty
   */
  void finished(
      Connection c, long merchantId, long sourceId, int seq, Outcome outcome, String reason)
      throws SQLException;

  /** How it ended. */
  enum Outcome {
    DELIVERED,
    FAILED,
    SKIPPED
  }

  /**
   * What is said to one member.
   *
   * @param subject of a letter
   */
  record Words(String subject, String text) {}

  /** Whether it is still meant. */
  enum Wish {
    SEND,
    HOLD,
    DROP
  }

  /**
   * What holds for all its recipients.
   *
   * @param ways by which kinds it may leave
   */
  record Content(Wish wish, Reason reason, Set<ChannelKind> ways) {}
}

package io.kartela.service.feedback;

import io.kartela.service.feedback.ReviewMessages.Saying;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests and answers where they leave beside the card: each is a source. Stateless. */
final class ReviewTexts implements Source {
  static final String NAME = "REVIEW";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Content content(Connection c, long merchantId, long sourceId) throws SQLException {
    return ReviewMessages.find(c, merchantId, sourceId)
        .map(saying -> new Content(Wish.SEND, saying.reason(), saying.ways()))
        .orElseGet(() -> new Content(Wish.DROP, Reason.NOTICE, Set.of()));
  }

  @Override
  public Map<Long, Words> words(
      Connection c, long merchantId, long sourceId, Collection<Long> members) throws SQLException {
    Map<Long, Words> words = new HashMap<>();
    Optional<Saying> saying = ReviewMessages.find(c, merchantId, sourceId);
    if (saying.isPresent()) {
      Words all = new Words(saying.get().subject(), saying.get().words());
      members.forEach(member -> words.put(member, all));
    }
    return words;
  }

  /** What it costs is seen among what left; requests have no budget of their own. */
  @Override
  public boolean afford(Connection c, long merchantId, long sourceId, long cost) {
    return true;
  }

  @Override
  public void refund(Connection c, long merchantId, long sourceId, long cost) {}

  /** The verdict says so. */
  @Override
  public void textRefused(Connection c, long merchantId, long sourceId, String code) {}

  @Override
  public void finished(
      Connection c, long merchantId, long sourceId, int seq, Outcome outcome, String reason)
      throws SQLException {
    ReviewMessages.over(c, merchantId, sourceId, outcome.name(), reason);
  }
}

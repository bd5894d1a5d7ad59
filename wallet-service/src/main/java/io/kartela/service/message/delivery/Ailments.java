package io.kartela.service.message.delivery;

import io.kartela.service.platform.work.Silences;
import io.kartela.service.platform.work.Troubles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What one merchant's cards and jobs suffer from. */
record Ailments(List<Cards> undelivered, List<Work> work) {
  record Cards(
      Undelivered.Channel channel,
      Undelivered.Reason reason,
      long cards,
      Instant since,
      String detail) {}

  record Work(String work, int cases, Instant since) {}

  /** Everybody's trouble: who answers nobody. */
  record Silent(Silences.Vendor vendor, Instant since) {
    static List<Silent> of(List<Silences.Silence> silences) {
      return silences.stream().map(s -> new Silent(s.vendor(), s.since())).toList();
    }
  }

  /** In a transaction confined to the merchant. */
  static Ailments of(Connection c, long merchantId) throws SQLException {
    return new Ailments(
        LetterKinds.of(c, merchantId).stream()
            .map(u -> new Cards(u.channel(), u.reason(), u.cards(), u.since(), u.detail()))
            .toList(),
        Troubles.of(c, merchantId).stream()
            .map(t -> new Work(t.work(), t.cases(), t.since()))
            .toList());
  }
}

package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.WantedWays;
import io.kartela.service.platform.http.Check;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which ways a campaign goes beside the card, and what that may cost.
 *
 * @param subject of letters
 * @param budget minor units; null: no bound
 */
record Ways(Set<ChannelKind> kinds, String subject, @Nullable Long budget) {
  static final int MOST_SUBJECT = 150;

  private static final long MOST_BUDGET = 100_000_000_000L;

  /** What became of those who were written to by one way: people, however often it was tried. */
  record Told(ChannelKind kind, long sent, long delivered, long seen, long failed, long cost) {}

  /**
   * As the shop sees it.
   *
   * @param cost minor units so far
   * @param pausedWhy TEXT_REFUSED: vendors do not take the text
   */
  record View(
      Set<ChannelKind> kinds,
      String subject,
      @Nullable Long budget,
      long cost,
      @Nullable String pausedWhy,
      List<Told> told) {}

  static Ways check(
      Check check,
      List<Channel> channels,
      @Nullable List<String> wanted,
      @Nullable String subject,
      @Nullable Long budget) {
    Set<ChannelKind> kinds = WantedWays.check(check, channels, wanted, true);
    String line =
        kinds.contains(ChannelKind.MAIL)
            ? check.line("subject", subject, MOST_SUBJECT)
            : check.optional("subject", subject, MOST_SUBJECT);
    check.require(
        budget == null || (budget >= 0 && budget <= MOST_BUDGET),
        "budget",
        "INVALID",
        "от нуля до миллиарда",
        "zero to a billion");
    return new Ways(kinds, line == null ? "" : line, budget);
  }

  boolean began(CampaignEntity e) {
    return CampaignTexts.ways(e.ways).equals(kinds) && e.subject.equals(subject);
  }

  void into(CampaignEntity e) {
    e.ways = kinds.stream().map(ChannelKind::name).collect(Collectors.joining(","));
    e.subject = subject;
    e.budget = budget;
  }

  static View view(Connection c, CampaignEntity e, boolean withTold) throws SQLException {
    Set<ChannelKind> kinds = CampaignTexts.ways(e.ways);
    return new View(
        kinds,
        e.subject,
        e.budget,
        cost(c, e),
        e.pausedWhy,
        withTold && !kinds.isEmpty() ? told(c, e) : List.of());
  }

  private static long cost(Connection c, CampaignEntity e) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT cost FROM kartela.campaign WHERE merchant_id = ? AND campaign_id = ?")) {
      s.setLong(1, e.merchantId);
      s.setLong(2, e.id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }

  private static List<Told> told(Connection c, CampaignEntity e) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT kind, count(*), count(*) FILTER (WHERE state IN ('DELIVERED', 'SEEN')),
                count(*) FILTER (WHERE state = 'SEEN'),
                count(*) FILTER (WHERE state IN ('FAILED', 'REFUSED', 'EXPIRED', 'UNKNOWN')), sum(paid)
            FROM (SELECT DISTINCT ON (kind, seq) kind, state, sum(cost) OVER (PARTITION BY kind, seq) AS paid
                FROM kartela.sent t WHERE merchant_id = ? AND source = ? AND source_id = ? AND NOT (state = 'REFUSED' AND EXISTS (
                    SELECT 1 FROM kartela.dispatch d WHERE d.merchant_id = t.merchant_id AND d.source = t.source
                        AND d.source_id = t.source_id AND d.seq = t.seq AND d.kind = t.kind))
                ORDER BY kind, seq, sent_id DESC) people
            GROUP BY kind ORDER BY kind
            """)) {
      s.setLong(1, e.merchantId);
      s.setString(2, CampaignTexts.NAME);
      s.setLong(3, e.id);
      List<Told> told = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          told.add(
              new Told(
                  ChannelKind.valueOf(r.getString(1)),
                  r.getLong(2),
                  r.getLong(3),
                  r.getLong(4),
                  r.getLong(5),
                  r.getLong(6)));
        }
      }
      return told;
    }
  }
}

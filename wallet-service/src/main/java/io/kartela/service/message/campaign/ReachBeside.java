package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whom a campaign would reach beside the card, each by the first way that leads there. */
final class ReachBeside {
  /** Members who are reached by a way, and what that costs at most; minor units. */
  record Way(ChannelKind kind, int members, long cost) {}

  private ReachBeside() {}

  /**
   * @param by in the shop's order
   * @param parts that a text message is paid for
   * @param bornAfter of whom it is a day of birth is a child
   */
  static List<Way> of(
      Connection c,
      long merchantId,
      Audience audience,
      List<Channel> by,
      int parts,
      LocalDate bornAfter)
      throws SQLException {
    List<Way> ways = new ArrayList<>();
    if (by.isEmpty()) {
      return ways;
    }
    String first =
        by.stream()
            .map(channel -> "WHEN " + leads(channel.kind()) + " THEN '" + channel.kind() + "'")
            .collect(Collectors.joining(" ", "CASE ", " END"));
    String sql =
        """
        WITH audience AS (%s)
        SELECT way, count(*) FROM (
            SELECT %s AS way FROM kartela.member m
            WHERE m.merchant_id = ? AND m.member_id IN (SELECT member_id FROM audience) AND m.member_id IN (%s)
                AND m.member_id NOT IN (SELECT held.member_id FROM (%s) held)) reached
        WHERE way IS NOT NULL GROUP BY way
        """
            .formatted(audience.sql(), first, Members.reachableSql(), WalletHolders.heldSql());
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int at = audience.bind(s, 0);
      s.setLong(++at, merchantId);
      s.setLong(++at, merchantId);
      s.setObject(++at, bornAfter);
      s.setLong(++at, merchantId);
      s.setLong(++at, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ChannelKind kind = ChannelKind.valueOf(r.getString(1));
          long price =
              by.stream()
                  .filter(channel -> channel.kind() == kind)
                  .mapToLong(Channel::price)
                  .findFirst()
                  .orElse(0);
          int paid = kind == ChannelKind.SMS ? parts : 1;
          ways.add(new Way(kind, r.getInt(2), r.getLong(2) * paid * price));
        }
      }
    }
    ways.sort((a, b) -> Integer.compare(rank(by, a), rank(by, b)));
    return ways;
  }

  private static int rank(List<Channel> by, Way way) {
    return by.stream().map(Channel::kind).toList().indexOf(way.kind);
  }

  /** Whether a way leads to member {@code m}. */
  private static String leads(ChannelKind kind) {
    String state =
        """
        EXISTS (SELECT 1 FROM kartela.member_address x WHERE x.merchant_id = m.merchant_id AND x.member_id = m.member_id
            AND x.kind = '%s' AND %s)\
        """;
    return switch (kind) {
      case SMS ->
          "NOT "
              + state.formatted(kind, "(x.address = m.phone OR x.state = 'REFUSED') AND " + SHUT);
      case MAIL ->
          "m.email IS NOT NULL AND NOT "
              + state.formatted(kind, "(x.address = m.email OR x.state = 'REFUSED') AND " + SHUT);
      case MAX, TELEGRAM, VK, WEB -> state.formatted(kind, "NOT (" + SHUT + ")");
    };
  }

  private static final String SHUT = "x.state <> 'ALIVE' AND (x.until IS NULL OR x.until > now())";
}

package io.kartela.service.member.profile;

import io.kartela.service.member.profile.MemberOrder.Place;
import io.kartela.service.member.segment.Audience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of the list for whom a condition holds, a search beside it or none. A condition knows
 * no order and most have no index: where it holds for few, they are found and sorted; where it
 * holds for many, the list is gone along in its order and asked part by part, which soon meets
 * enough of them, unless they all stand at its end.
 */
record FilteredMembers(long merchantId, Audience audience, @Nullable MemberSearch search) {
  /** So many are asked about at once. */
  private static final int MOST_AT_ONCE = 2_000;

  /** Having met too few among so many times a page, all are sorted: that costs one pass. */
  private static final int PATIENCE = 100;

  /** Whom it holds for, in no order. */
  Set<Long> find(Connection c, @Nullable String tier, int most) throws SQLException {
    if (search == null) {
      Planning.FREE.in(c);
      return audience.some(c, most);
    }
    Planning.INDEXED.in(c);
    Set<Long> searched = search.find(c, merchantId, tier, most);
    Planning.FREE.in(c);
    return searched.size() < most ? audience.among(c, searched) : met(c, search, most);
  }

  /** The same for a search that finds many; cards are left out, as along the list. */
  private Set<Long> met(Connection c, MemberSearch found, int most) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId));
    String searched = found.condition(values);
    values.addAll(audience.values());
    values.add(most);
    Set<Long> ids = new LinkedHashSet<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT l.member_id FROM kartela.member_list l WHERE l.merchant_id = ?%s AND l.member_id IN (%s) LIMIT ?"
                .formatted(searched, audience.sql()))) {
      MemberOrder.bind(s, values);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ids.add(r.getLong(1));
        }
      }
    }
    return ids;
  }

  /** The next ones in an order, when there are many. */
  List<Place> along(Connection c, MemberOrder order, List<String> tiers) throws SQLException {
    int atOnce = Math.min(order.limit() * 8, Math.max(MOST_AT_ONCE, order.limit()));
    List<Place> met = new ArrayList<>();
    MemberOrder from = order.by(atOnce);
    for (int asked = 0; asked < order.limit() * PATIENCE; asked += atOnce) {
      Planning.INDEXED.in(c);
      List<Place> next = from.along(c, tiers, search);
      Planning.FREE.in(c);
      Set<Long> in = audience.among(c, next.stream().map(Place::memberId).toList());
      next.stream().filter(place -> in.contains(place.memberId())).forEach(met::add);
      if (met.size() >= order.limit() || next.size() < atOnce) {
        return met.subList(0, Math.min(met.size(), order.limit()));
      }
      from = from.after(next.getLast());
    }
    return order.whole(c, audience, search);
  }
}

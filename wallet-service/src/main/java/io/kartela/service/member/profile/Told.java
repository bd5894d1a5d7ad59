package io.kartela.service.member.profile;

import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.service.account.Between;
import io.kartela.service.account.OperationView;
import io.kartela.service.account.ReceiptMarks;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of an account as the shop's people read them: with what the ledger does not know. */
final class Told {
  private Told() {}

  /** With the other's name of transfers, and which receipts were given to the card later. */
  static List<OperationView> of(
      Connection c, long merchantId, long memberId, List<AccountStatement.Line> lines)
      throws SQLException {
    Map<Long, Long> others = new HashMap<>();
    for (AccountStatement.Line line : lines) {
      Between.of(line.entry().note().ref())
          .filter(b -> !b.merge())
          .ifPresent(b -> others.put(line.entry().seq(), b.other(memberId)));
    }
    Map<Long, String> names = names(c, merchantId, new HashSet<>(others.values()));
    List<OperationView> views =
        ReceiptMarks.on(c, merchantId, lines.stream().map(OperationView::of).toList());
    return views.stream()
        .map(
            view -> {
              String name = names.get(others.get(view.seq()));
              return name != null ? view.with(name) : view;
            })
        .toList();
  }

  /** What they are called now, by who they were then. */
  private static Map<Long, String> names(Connection c, long merchantId, Collection<Long> ids)
      throws SQLException {
    Map<Long, String> names = new HashMap<>();
    if (ids.isEmpty()) {
      return names;
    }
    Map<Long, Long> heirs = Members.heirs(c, merchantId, ids);
    Map<Long, String> known = new HashMap<>();
    Set<Long> today = new HashSet<>();
    ids.forEach(id -> today.add(heirs.getOrDefault(id, id)));
    for (MemberRef member : new Members().all(c, merchantId, today)) {
      if (!member.name().isBlank()) {
        known.put(member.id(), member.name());
      }
    }
    for (long id : ids) {
      String name = known.get(heirs.getOrDefault(id, id));
      if (name != null) {
        names.put(id, name);
      }
    }
    return names;
  }
}

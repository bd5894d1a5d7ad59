package io.kartela.service.purchase;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts as they are read again: by number, and a register's own. Thread-safe. */
final class Receipts {
  private final Database database;
  private final Programs programs;
  private final Members members;
  private final ReceiptStore store;
  private final InstantSource clock;

  Receipts(
      Database database,
      Programs programs,
      Members members,
      ReceiptStore store,
      InstantSource clock) {
    this.database = database;
    this.programs = programs;
    this.members = members;
    this.store = store;
    this.clock = clock;
  }

  /** One receipt with its returns. */
  Views.ReceiptView get(long merchantId, long receiptId) {
    return database.inTenant(
        merchantId,
        c -> {
          ReceiptStore.Stored stored =
              store
                  .find(c, merchantId, receiptId, false)
                  .orElseThrow(() -> new Problem(ProblemCode.RECEIPT_NOT_FOUND));
          return view(c, merchantId, stored);
        });
  }

  private Views.ReceiptView view(Connection c, long merchantId, ReceiptStore.Stored stored)
      throws SQLException {
    MemberRef member =
        stored.memberId() == 0 ? null : members.find(c, merchantId, stored.memberId()).orElse(null);
    return ReceiptViews.stored(
        programs.version(merchantId, stored.programNumber()),
        stored,
        member,
        store.returnsOf(c, merchantId, stored.id()));
  }

  /** This register's receipts, newest first, with the totals of its store's day. */
  Views.ReceiptPage page(RegisterPrincipal register, int limit, @Nullable Long before) {
    Instant dayStart =
        clock
            .instant()
            .atZone(register.storeZone())
            .toLocalDate()
            .atStartOfDay(register.storeZone())
            .toInstant();
    return database.inTenant(
        register.merchantId(),
        c -> {
          List<ReceiptStore.Stored> rows = store.page(c, register, limit + 1, before);
          boolean more = rows.size() > limit;
          List<ReceiptStore.Stored> shown = more ? rows.subList(0, limit) : rows;
          List<Views.ReceiptView> items = new ArrayList<>();
          for (ReceiptStore.Stored stored : shown) {
            items.add(view(c, register.merchantId(), stored));
          }
          return new Views.ReceiptPage(
              items,
              more ? Long.toString(shown.getLast().id()) : null,
              DayTotals.of(c, register, dayStart));
        });
  }
}

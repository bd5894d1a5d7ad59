package io.kartela.service.purchase;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts as they are read again: by number, and a register's own. Thread-safe. */
final class Receipts {
  private final Database database;
  private final Programs programs;
  private final Members members = new Members();
  private final ReceiptStore store = new ReceiptStore();
  private final InstantSource clock;

  Receipts(House house, Programs programs) {
    this.database = house.database();
    this.programs = programs;
    this.clock = house.clock();
  }

  void requireMember(long merchantId, long memberId) {
    if (database.inTenant(merchantId, c -> members.find(c, merchantId, memberId)).isEmpty()) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
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
          Views.PlaceView place = store.places(c, merchantId, List.of(receiptId)).get(receiptId);
          Views.LateCardView late =
              LateCardLog.of(c, merchantId, List.of(receiptId)).get(receiptId);
          Map<Long, List<Certificates.Spent>> paid =
              Certificates.spent(c, merchantId, List.of(receiptId));
          return view(c, merchantId, stored, place, late, paid);
        });
  }

  private Views.ReceiptView view(
      Connection c,
      long merchantId,
      ReceiptStore.Stored stored,
      Views.@Nullable PlaceView place,
      Views.@Nullable LateCardView late,
      Map<Long, List<Certificates.Spent>> certificates)
      throws SQLException {
    MemberRef member =
        stored.memberId() == 0 ? null : members.find(c, merchantId, stored.memberId()).orElse(null);
    return ReceiptViews.stored(
        programs.version(merchantId, stored.programNumber()),
        stored,
        member,
        place,
        late,
        store.returnsOf(c, merchantId, stored.id()),
        Vouched.of(certificates.getOrDefault(stored.id(), List.of())));
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
          return page(c, register.merchantId(), rows, limit, DayTotals.of(c, register, dayStart));
        });
  }

  /** What the whole shop's registers sold that fits, newest first. */
  Views.ReceiptPage found(long merchantId, ReceiptSearch wanted, int limit, @Nullable Long before) {
    return database.inTenant(
        merchantId,
        c -> {
          ReceiptStore.Which which = wanted.which(c, merchantId, clock.instant());
          List<ReceiptStore.Stored> rows = store.page(c, merchantId, which, limit + 1, before);
          return page(c, merchantId, rows, limit, null);
        });
  }

  private Views.ReceiptPage page(
      Connection c,
      long merchantId,
      List<ReceiptStore.Stored> rows,
      int limit,
      Views.@Nullable Today today)
      throws SQLException {
    boolean more = rows.size() > limit;
    List<ReceiptStore.Stored> shown = more ? rows.subList(0, limit) : rows;
    List<Long> ids = shown.stream().map(ReceiptStore.Stored::id).toList();
    // A register knows where its own were made.
    Map<Long, Views.PlaceView> places = today == null ? store.places(c, merchantId, ids) : Map.of();
    Map<Long, Views.LateCardView> late = LateCardLog.of(c, merchantId, ids);
    Map<Long, List<Certificates.Spent>> paid = Certificates.spent(c, merchantId, ids);
    List<Views.ReceiptView> items = new ArrayList<>();
    for (ReceiptStore.Stored stored : shown) {
      items.add(view(c, merchantId, stored, places.get(stored.id()), late.get(stored.id()), paid));
    }
    return new Views.ReceiptPage(items, more ? Long.toString(shown.getLast().id()) : null, today);
  }
}

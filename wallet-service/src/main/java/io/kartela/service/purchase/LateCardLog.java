package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.ReceiptJson;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which receipts were given to a card after the purchase, by whom: each once, so many a day, and
 * read by the owner. Thread-safe.
 */
final class LateCardLog {
  private final Audit audit;

  LateCardLog(Audit audit) {
    this.audit = audit;
  }

  /**
   * A problem when enough of them were given today: by this cashier and by the register without
   * one, or, when nobody says who works there, at the register by anybody.
   */
  void requireFree(Connection c, RegisterPrincipal register, TillSettings settings, Instant now)
      throws SQLException {
    CashierRef cashier = register.cashier();
    long id = cashier == null ? register.registerId() : cashier.id();
    String whose =
        cashier == null
            ? "register_id = ?"
            : "(cashier_id = ? OR cashier_id IS NULL AND register_id = ?)";
    // Rare enough for one of a shop at a time.
    NamedLock.alone(c, "late-card " + register.merchantId());
    Instant day =
        now.atZone(register.storeZone())
            .toLocalDate()
            .atStartOfDay(register.storeZone())
            .toInstant();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM kartela.receipt_late_card WHERE merchant_id = ? AND "
                + whose
                + " AND at >= ?")) {
      int at = 1;
      s.setLong(at++, register.merchantId());
      s.setLong(at++, id);
      if (cashier != null) {
        s.setLong(at++, register.registerId());
      }
      s.setTimestamp(at, Timestamp.from(day));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getLong(1) >= settings.lateCardsPerDay()) {
          throw new Problem(ProblemCode.LATE_CARD_LIMIT, settings.lateCardsPerDay());
        }
      }
    }
  }

  /** Keeps how the receipt had been judged, and tells the owner. */
  void record(
      RoundTrip trip,
      LateCards.Asked asked,
      ReceiptStore.Stored stored,
      Evaluation evaluation,
      Instant now) {
    RegisterPrincipal register = asked.register();
    CashierRef cashier = register.cashier();
    trip.update(
        """
        INSERT INTO kartela.receipt_late_card (merchant_id, receipt_id, at, register_id, cashier_id, document)
        VALUES (?, ?, ?, ?, ?, ?::json)
        """,
        p ->
            p.set(register.merchantId())
                .set(stored.id())
                .set(now)
                .set(register.registerId())
                .setObject(register.cashierId())
                .set(ReceiptJson.compact(stored.receipt())));
    Map<String, Object> detail = new LinkedHashMap<>();
    String number = stored.number();
    if (number != null) {
      detail.put("receipt", number);
    }
    detail.put("sum", evaluation.money());
    detail.put("amount", EarnedParts.total(evaluation));
    detail.put("register", register.registerName());
    detail.put("store", register.storeName());
    audit.add(
        trip,
        register.merchantId(),
        cashier == null ? register.registerName() : cashier.name(),
        "RECEIPT_GIVEN_TO_CARD",
        "member:" + asked.memberId(),
        detail);
  }

  /** When and by whom those of these receipts were given to a card that were. */
  static Map<Long, Views.LateCardView> of(
      Connection c, long merchantId, Collection<Long> receiptIds) throws SQLException {
    Map<Long, Views.LateCardView> given = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT l.receipt_id, l.at, g.name, k.cashier_id, k.name FROM kartela.receipt_late_card l
            JOIN kartela.register g ON g.merchant_id = l.merchant_id AND g.register_id = l.register_id
            LEFT JOIN kartela.cashier k ON k.merchant_id = l.merchant_id AND k.cashier_id = l.cashier_id
            WHERE l.merchant_id = ? AND l.receipt_id = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", receiptIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          long cashier = r.getLong(4);
          given.put(
              r.getLong(1),
              new Views.LateCardView(
                  r.getTimestamp(2).toInstant(),
                  r.getString(3),
                  cashier == 0
                      ? null
                      : new Views.CashierView(Long.toString(cashier), r.getString(5))));
        }
      }
    }
    return given;
  }
}

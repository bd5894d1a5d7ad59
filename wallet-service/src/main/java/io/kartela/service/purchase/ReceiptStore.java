package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.ReturnEffects;
import io.kartela.service.platform.http.Http;
import io.kartela.service.program.Published;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Receipts, their returns and the word to the phones, in the caller's transaction. Stateless. */
public final class ReceiptStore {
  private static final String COLUMNS =
      """
      SELECT receipt_id, register_id, member_id, number, at, program_number, redemption_seq, accrual_lot, grant_lots,
             counted, counted_back, returned, document, returned_sofar, account_id, cashier_id,
             (SELECT k.name FROM kartela.cashier k WHERE k.merchant_id = receipt.merchant_id
                 AND k.cashier_id = receipt.cashier_id) AS cashier_name
      FROM kartela.receipt
      """;

  /**
   * A receipt as it was judged and booked.
   *
   * @param memberId whose purchase it is; 0 = nobody's
   * @param accountId where its bonuses were booked: the member's account, unless the buyer was
   *     merged into this member later
   */
  record Stored(
      long id,
      long registerId,
      long memberId,
      long accountId,
      @Nullable CashierRef cashier,
      @Nullable String number,
      Instant at,
      int programNumber,
      @Nullable Long redemptionSeq,
      @Nullable Long accrualLot,
      Map<String, Long> grantLots,
      long counted,
      long countedBack,
      long returnedMoney,
      Map<Integer, String> names,
      Receipt receipt,
      ReturnEffects.Sofar sofar) {}

  void insert(
      RoundTrip trip,
      RegisterPrincipal register,
      long receiptId,
      ReceiptRequest.Checked request,
      Published program,
      Receipt receipt,
      @Nullable Booking booking,
      Instant now) {
    Evaluation e = receipt.evaluation();
    String document = document(request, receipt);
    long counted = Counted.of(program.program(), e);
    trip.update(
        """
        INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id, number, at, recorded_at,
            gross, discount, spent, net, earned, counted, program_number, redemption_seq, accrual_lot, grant_lots, document, cashier_id)
        VALUES (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
        """,
        p ->
            p.set(register.merchantId())
                .set(receiptId)
                .set(register.registerId())
                .set(register.storeId())
                .set(request.memberId())
                .set(request.number())
                .set(request.at())
                .set(now)
                .set(e.gross())
                .set(e.discount())
                .set(e.bonusPaid())
                .set(e.money())
                .set(EarnedParts.total(e))
                .set(counted)
                .set((long) program.number())
                .setObject(booking == null ? null : booking.redemptionSeq())
                .setObject(booking == null ? null : booking.accrualLot())
                .set(grantLots(booking))
                .set(document)
                .setObject(register.cashierId()));
  }

  private static String document(ReceiptRequest.Checked request, Receipt receipt) {
    return "{\"names\":"
        + Http.JSON.writeValueAsString(request.names())
        + ",\"receipt\":"
        + ReceiptJson.compact(receipt)
        + "}";
  }

  private static @Nullable String grantLots(@Nullable Booking booking) {
    return booking == null || booking.grantLots().isEmpty()
        ? null
        : Http.JSON.writeValueAsString(booking.grantLots());
  }

  /** A receipt of nobody becomes this member's, judged anew; its money stays what it was. */
  void give(
      RoundTrip trip,
      long merchantId,
      long receiptId,
      ReceiptRequest.Checked request,
      Published program,
      Receipt receipt,
      Booking booking) {
    Evaluation e = receipt.evaluation();
    trip.update(
        """
        UPDATE kartela.receipt SET member_id = ?, discount = ?, earned = ?, counted = ?, accrual_lot = ?,
            grant_lots = ?::json, document = ?::json
        WHERE merchant_id = ? AND receipt_id = ?
        """,
        p ->
            p.set(request.memberId())
                .set(e.discount())
                .set(EarnedParts.total(e))
                .set(Counted.of(program.program(), e))
                .setObject(booking.accrualLot())
                .set(grantLots(booking))
                .set(document(request, receipt))
                .set(merchantId)
                .set(receiptId));
  }

  Optional<Stored> find(Connection c, long merchantId, long receiptId, boolean lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            COLUMNS + " WHERE merchant_id = ? AND receipt_id = ?" + (lock ? " FOR UPDATE" : ""))) {
      s.setLong(1, merchantId);
      s.setLong(2, receiptId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  /** The store and the register of each of these receipts, by their names of today. */
  Map<Long, Views.PlaceView> places(Connection c, long merchantId, Collection<Long> receiptIds)
      throws SQLException {
    Map<Long, Views.PlaceView> places = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT r.receipt_id, s.store_id, s.name, g.register_id, g.name FROM kartela.receipt r
            JOIN kartela.store s ON s.merchant_id = r.merchant_id AND s.store_id = r.store_id
            JOIN kartela.register g ON g.merchant_id = r.merchant_id AND g.register_id = r.register_id
            WHERE r.merchant_id = ? AND r.receipt_id = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", receiptIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          places.put(
              r.getLong(1),
              new Views.PlaceView(r.getString(2), r.getString(3), r.getString(4), r.getString(5)));
        }
      }
    }
    return places;
  }

  /** A register's receipts, the latest first. */
  List<Stored> page(Connection c, RegisterPrincipal register, int limit, @Nullable Long before)
      throws SQLException {
    return page(
        c,
        register.merchantId(),
        new Which("register_id = ?", List.of(register.registerId())),
        limit,
        before);
  }

  /** Receipts that fit, the latest first. */
  List<Stored> page(Connection c, long merchantId, Which which, int limit, @Nullable Long before)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            COLUMNS
                + " WHERE merchant_id = ? AND "
                + which.sql()
                + (before == null
                    ? ""
                    : " AND (at, receipt_id) < (coalesce((SELECT b.at FROM kartela.receipt b"
                        + " WHERE b.merchant_id = ? AND b.receipt_id = ?), 'infinity'), ?)")
                + " ORDER BY at DESC, receipt_id DESC LIMIT ?")) {
      int next = 1;
      s.setLong(next++, merchantId);
      for (Object value : which.values()) {
        s.setObject(next++, value);
      }
      if (before != null) {
        s.setLong(next++, merchantId);
        s.setLong(next++, before);
        s.setLong(next++, before);
      }
      s.setInt(next, limit);
      List<Stored> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(read(r));
        }
      }
      return rows;
    }
  }

  /** A condition on receipts with the values of its places. */
  record Which(String sql, List<Object> values) {}

  private static Stored read(ResultSet r) throws SQLException {
    JsonNode document = Http.JSON.readTree(r.getString("document"));
    Map<Integer, String> names = new HashMap<>();
    document
        .get("names")
        .properties()
        .forEach(e -> names.put(Integer.valueOf(e.getKey()), e.getValue().asString()));
    Map<String, Long> grants = new HashMap<>();
    String grantLots = r.getString("grant_lots");
    if (grantLots != null) {
      Http.JSON
          .readTree(grantLots)
          .properties()
          .forEach(e -> grants.put(e.getKey(), e.getValue().asLong()));
    }
    String sofar = r.getString("returned_sofar");
    Long account = r.getObject("account_id", Long.class);
    Long cashier = r.getObject("cashier_id", Long.class);
    return new Stored(
        r.getLong("receipt_id"),
        r.getLong("register_id"),
        r.getLong("member_id"),
        account == null ? r.getLong("member_id") : account,
        cashier == null ? null : new CashierRef(cashier, r.getString("cashier_name")),
        r.getString("number"),
        r.getTimestamp("at").toInstant(),
        r.getInt("program_number"),
        r.getObject("redemption_seq", Long.class),
        r.getObject("accrual_lot", Long.class),
        grants,
        r.getLong("counted"),
        r.getLong("counted_back"),
        r.getLong("returned"),
        names,
        decode(Receipt.class, document.get("receipt").toString()),
        sofar == null ? ReturnEffects.Sofar.NOTHING : decode(ReturnEffects.Sofar.class, sofar));
  }

  private static <T> T decode(Class<T> type, String json) {
    var decoded = ReceiptJson.read(type, json);
    T value = decoded.value();
    if (value == null) {
      throw new IllegalStateException("a stored receipt cannot be read: " + decoded.problems());
    }
    return value;
  }

  void insertReturn(
      RoundTrip trip,
      Returns.Asked asked,
      Views.ReturnView view,
      ReturnEffects.Sofar sofar,
      long countedBack,
      boolean complete,
      long recovered) {
    String document = Http.JSON.writeValueAsString(view);
    trip.update(
        """
        INSERT INTO kartela.receipt_return (merchant_id, return_id, receipt_id, at, money, bonuses_back, earn_reversed, document,
            register_id, cashier_id, shortfall, completes, recovered, tier_before)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?,
            (SELECT tier FROM kartela.receipt JOIN kartela.member_standing USING (merchant_id, member_id)
                WHERE merchant_id = ? AND receipt_id = ?))
        """,
        p ->
            p.set(asked.merchantId())
                .set(Long.parseLong(view.id()))
                .set(asked.receiptId())
                .set(view.at())
                .set(view.money() + view.moneyOntoCertificates())
                .set(view.bonusesBack())
                .set(view.earnReversed())
                .set(document)
                .set(asked.register().registerId())
                .setObject(asked.register().cashierId())
                .set(view.shortfall())
                .set(complete)
                .set(recovered)
                .set(asked.merchantId())
                .set(asked.receiptId()));
    trip.update(
        "UPDATE kartela.receipt SET returned = returned + ?, counted_back = counted_back + ?,"
            + " returned_sofar = ?::json, undone = ? WHERE merchant_id = ? AND receipt_id = ?",
        p ->
            p.set(view.money() + view.moneyOntoCertificates())
                .set(countedBack)
                .set(ReceiptJson.compact(sofar))
                .set(complete)
                .set(asked.merchantId())
                .set(asked.receiptId()));
  }

  List<Views.ReturnView> returnsOf(Connection c, long merchantId, long receiptId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT document FROM kartela.receipt_return WHERE merchant_id = ? AND receipt_id = ?"
                + " ORDER BY return_id")) {
      s.setLong(1, merchantId);
      s.setLong(2, receiptId);
      List<Views.ReturnView> views = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          views.add(Http.JSON.readValue(r.getString(1), Views.ReturnView.class));
        }
      }
      return views;
    }
  }
}

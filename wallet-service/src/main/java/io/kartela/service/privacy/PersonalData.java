package io.kartela.service.privacy;

import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.OperationView;
import io.kartela.service.account.ReceiptMarks;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Everything that is kept of one person, in one JSON file; read in parts. Thread-safe. */
final class PersonalData {
  private static final int PART = 500;

  /** What is asked of each table: the merchant and the member. Each answers rows of JSON. */
  private record Part(String name, String sql) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "profile",
              """
              SELECT json_build_object('id', member_id::text, 'name', name, 'phone', phone, 'email', email,
                  'birthDate', birth_date, 'language', locale, 'status', status, 'joinedAt', created_at)
              FROM kartela.member WHERE merchant_id = ? AND member_id = ?
              """),
          new Part(
              "standing",
              """
              SELECT json_build_object('tier', tier, 'since', tier_since, 'purchases', purchases, 'spentTotal', spent_total,
                  'firstPurchaseAt', first_purchase_at, 'lastPurchaseAt', last_purchase_at)
              FROM kartela.member_standing WHERE merchant_id = ? AND member_id = ?
              """),
          new Part(
              "tags",
              "SELECT to_json(tag) FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ?"
                  + " ORDER BY tag"),
          new Part(
              "cards",
              """
              SELECT json_build_object('number', code, 'kind', kind, 'status', status, 'since', created_at)
              FROM kartela.card WHERE merchant_id = ? AND member_id = ? ORDER BY created_at, code
              """),
          new Part(
              "consents",
              """
              SELECT json_build_object('purpose', purpose, 'channel', channel, 'granted', granted, 'at', at, 'source', source,
                  'textVersion', text_version, 'network', address)
              FROM kartela.consent WHERE merchant_id = ? AND member_id = ? ORDER BY consent_id
              """),
          new Part(
              "ways",
              """
              SELECT json_build_object('by', kind, 'to', address, 'stands', state, 'until', until, 'why', why, 'at', at)
              FROM kartela.member_address WHERE merchant_id = ? AND member_id = ? ORDER BY kind
              """),
          new Part(
              "browsers",
              """
              SELECT json_build_object('service', split_part(endpoint, '/', 3), 'language', lang, 'since', made_at)
              FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ? ORDER BY made_at
              """),
          new Part(
              "messages",
              """
              SELECT json_build_object('at', at, 'about', reason, 'to', address, 'became', verdict)
              FROM kartela.message WHERE merchant_id = ? AND member_id = ? ORDER BY at
              """),
          new Part(
              "promoCodes",
              """
              SELECT json_build_object('at', u.at, 'offer', s.name_ru, 'receipt', u.receipt_id::text, 'discount', u.discount,
                  'bonuses', u.granted)
              FROM kartela.promo_use u JOIN kartela.promo_set s USING (merchant_id, set_id)
              WHERE u.merchant_id = ? AND u.member_id = ? ORDER BY u.at
              """),
          new Part(
              "certificates",
              """
              SELECT json_build_object('kind', k.name_ru, 'number', t.tail, 'for', t.recipient, 'issued', t.issued_at,
                  'until', t.ends_at, 'left', t.rest)
              FROM kartela.certificate t JOIN kartela.certificate_kind k USING (merchant_id, kind_id)
              WHERE t.merchant_id = ? AND t.member_id = ? ORDER BY t.certificate_id
              """),
          new Part(
              "reviews",
              """
              SELECT json_build_object('receipt', receipt_id::text, 'at', at, 'score', score, 'comment', comment,
                  'bonuses', reward)
              FROM kartela.review WHERE merchant_id = ? AND member_id = ? ORDER BY review_id
              """),
          new Part(
              "answers",
              """
              SELECT json_build_object('receipt', receipt_id::text, 'at', at, 'text', words, 'became', outcome)
              FROM kartela.review_message WHERE merchant_id = ? AND member_id = ? AND kind = 'ANSWER' ORDER BY message_id
              """),
          new Part(
              "invited",
              """
              SELECT json_build_object('id', member_id::text, 'at', invited_at)
              FROM kartela.member WHERE merchant_id = ? AND invited_by = ? ORDER BY invited_at
              """));

  private static final String RECEIPTS =
      """
      SELECT receipt_id, json_build_object('id', receipt_id::text, 'number', number, 'at', at, 'store', store_id::text,
          'total', gross, 'discount', discount, 'paidWithBonuses', spent, 'paidWithMoney', net, 'earned', earned,
          'returned', returned, 'names', document -> 'names', 'lines', document #> '{receipt,basket,lines}')
      FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND receipt_id > ? ORDER BY receipt_id LIMIT ?
      """;

  private final Database database;
  private final Accounts accounts = new Accounts(new PostgresLedger());

  PersonalData(Database database) {
    this.database = database;
  }

  void write(OutputStream out, long merchantId, long memberId) {
    try (JsonGenerator json = Http.JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Part part : PARTS) {
        List<String> rows =
            database.inTenant(merchantId, c -> rows(c, part.sql, merchantId, memberId));
        json.writeArrayPropertyStart(part.name);
        rows.forEach(json::writeRawValue);
        json.writeEndArray();
      }
      json.writeArrayPropertyStart("receipts");
      receipts(json, merchantId, memberId);
      json.writeEndArray();
      json.writeArrayPropertyStart("operations");
      operations(json, merchantId, memberId);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static List<String> rows(Connection c, String sql, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      List<String> rows = new java.util.ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(r.getString(1));
        }
      }
      return rows;
    }
  }

  private record Read(long id, String json) {}

  private void receipts(JsonGenerator json, long merchantId, long memberId) {
    long after = 0;
    List<Read> part;
    do {
      long from = after;
      part = database.inTenant(merchantId, c -> receipts(c, merchantId, memberId, from));
      part.forEach(one -> json.writeRawValue(one.json));
      after = part.isEmpty() ? after : part.getLast().id;
    } while (part.size() == PART);
  }

  private static List<Read> receipts(Connection c, long merchantId, long memberId, long after)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(RECEIPTS)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setLong(3, after);
      s.setInt(4, PART);
      List<Read> rows = new java.util.ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Read(r.getLong(1), r.getString(2)));
        }
      }
      return rows;
    }
  }

  private record Lines(List<OperationView> lines, long next) {}

  private void operations(JsonGenerator json, long merchantId, long memberId) {
    long before = AccountStatement.NEWEST;
    do {
      long from = before;
      Lines part =
          database.inTenant(
              merchantId,
              c -> {
                AccountStatement.Page page =
                    accounts.statement(c, merchantId, memberId, from, PART);
                return new Lines(
                    ReceiptMarks.on(
                        c,
                        merchantId,
                        page.lines().stream().map(OperationView::forMember).toList()),
                    page.next());
              });
      for (OperationView line : part.lines) {
        JsonNode view = Http.JSON.valueToTree(line);
        json.writeRawValue(view.toString());
      }
      before = part.next;
    } while (before != 0);
  }
}

package io.kartela.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A receipt that a test puts together, amounts in roubles. */
final class Bill {
  private final Map<String, Object> body = new LinkedHashMap<>();
  private final List<Map<String, Object>> lines = new ArrayList<>();

  private Bill() {
    body.put("lines", lines);
  }

  /** One line of one piece for each price, of category "goods". */
  static Bill of(String... prices) {
    Bill bill = new Bill();
    for (String price : prices) {
      bill.line("goods", 1, price);
    }
    return bill;
  }

  Bill line(String category, int pieces, String total) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("lineNo", lines.size() + 1);
    line.put("sku", "g" + (lines.size() + 1));
    line.put("categories", List.of(category));
    line.put("quantity", Integer.toString(pieces));
    line.put("amount", rub(total));
    lines.add(line);
    return this;
  }

  Bill by(String memberId) {
    body.put("memberId", memberId);
    return this;
  }

  /** When it happened, such as {@code 2026-11-21T12:00:00+03:00}. */
  Bill at(String offsetDateTime) {
    body.put("at", java.time.OffsetDateTime.parse(offsetDateTime).toInstant().toString());
    return this;
  }

  Bill spending(String bonuses) {
    body.put("spend", Map.of("mode", "AMOUNT", "amount", rub(bonuses)));
    return this;
  }

  Bill spendingMost() {
    body.put("spend", Map.of("mode", "MAX"));
    return this;
  }

  /** With these promo codes. */
  Bill showing(String... codes) {
    body.put("codes", List.of(codes));
    return this;
  }

  /** Paid with these certificates as far as they go. */
  Bill paying(String... certificates) {
    body.put(
        "certificates",
        java.util.Arrays.stream(certificates).map(code -> Map.of("code", code)).toList());
    return this;
  }

  /** Paid with so much of this certificate. */
  Bill payingPart(String certificate, String amount) {
    body.put("certificates", List.of(Map.of("code", certificate, "amount", rub(amount))));
    return this;
  }

  Bill from(String holdId) {
    body.put("holdId", holdId);
    return this;
  }

  Map<String, Object> json() {
    return body;
  }

  /** Kopecks of "1234.56". */
  static long rub(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }

  /** Kopecks of several. */
  static List<Long> rubs(String... amounts) {
    return java.util.Arrays.stream(amounts).map(Bill::rub).toList();
  }
}

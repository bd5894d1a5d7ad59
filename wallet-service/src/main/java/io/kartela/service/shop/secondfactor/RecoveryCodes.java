package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Codes that are noted for the day when phone or passkey is lost; each counts once. */
final class RecoveryCodes {
  static final int COUNT = 10;

  /** Nothing that is mistaken for something else: sixteen of these are 79 random bits. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /** Other codes; those before count no more. */
  static List<String> renew(Connection c, StaffPrincipal staff) throws SQLException {
    Factors.remove(c, "recovery_code", staff.merchantId(), staff.staffId());
    List<String> codes = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.recovery_code (merchant_id, staff_id, code_hash) VALUES (?, ?,"
                + " ?)")) {
      for (int i = 0; i < COUNT; i++) {
        String code = random();
        codes.add(code);
        s.setLong(1, staff.merchantId());
        s.setLong(2, staff.staffId());
        s.setBytes(3, hash(code));
        s.addBatch();
      }
      s.executeBatch();
    }
    return codes;
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** However it was typed. */
  private static byte[] hash(String code) {
    return Tokens.sha256(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }

  static boolean use(Connection c, StaffPrincipal staff, String code) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.recovery_code WHERE merchant_id = ? AND staff_id = ? AND"
                + " code_hash = ?")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setBytes(3, hash(code));
      return s.executeUpdate() == 1;
    }
  }
}

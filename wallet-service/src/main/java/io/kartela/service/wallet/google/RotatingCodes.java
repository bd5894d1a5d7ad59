package io.kartela.service.wallet.google;

import java.sql.Connection;
import java.sql.SQLException;

/** Barcodes that change with time, by member. Called in a transaction confined to the merchant. */
@FunctionalInterface
public interface RotatingCodes {
  /** The member's, made when there is none yet; it stays the same until somebody replaces it. */
  Code of(Connection c, long merchantId, long memberId) throws SQLException;

  /**
   * How the phone makes the codes (RFC 6238 with SHA-1).
   *
   * @param valuePattern with Google's names for time and password in braces
   * @param keyHex the secret
   * @param valueLength digits of the password
   */
  record Code(String valuePattern, String keyHex, int periodMillis, int valueLength) {
    @Override
    public String toString() {
      return "Code[" + valuePattern + ", key=[REDACTED]]";
    }
  }
}

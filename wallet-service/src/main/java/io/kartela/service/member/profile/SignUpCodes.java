package io.kartela.service.member.profile;

import io.kartela.service.code.Phone;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Codes that prove a newcomer's phone, as signing up needs them; whoever sends them counts them,
 * and refuses with a problem what is too much. Phones in E.164. Thread-safe.
 */
public interface SignUpCodes {
  /**
   * A code on its way to one who is no member yet.
   *
   * @param occasion names this code among all; it goes out once
   * @param deadline from when on it is of no use
   */
  record Text(Phone phone, Lang lang, LocalText words, String occasion, Instant deadline) {}

  /** Counts a text that {@link #send} will send once the caller's transaction is committed. */
  void permit(Connection c, long merchantId, String phone) throws SQLException;

  /** Sends what was permitted; a problem that the person understands when it did not go. */
  void send(long merchantId, Text text);

  /** A problem when this phone's codes are not listened to for a while. */
  void mayTry(Connection c, long merchantId, String phone) throws SQLException;

  /** Counts a wrong code, in the transaction that counts it for the code itself. */
  void wrong(Connection c, long merchantId, String phone) throws SQLException;

  /** After how long another text may be asked for. */
  int resendSeconds();
}

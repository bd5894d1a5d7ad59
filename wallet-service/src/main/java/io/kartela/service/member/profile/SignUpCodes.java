package io.kartela.service.member.profile;

import io.kartela.push.sms.TextMessage;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Codes that prove a newcomer's phone, as signing up needs them; whoever sends them counts them,
 * and refuses with a problem what is too much. Phones in E.164. Thread-safe.
 */
public interface SignUpCodes {
  /** Counts a text that {@link #send} will send once the caller's transaction is committed. */
  void permit(Connection c, long merchantId, String phone) throws SQLException;

  /** Sends what was permitted; a problem that the person understands when it did not go. */
  void send(long merchantId, TextMessage message);

  /** A problem when this phone's codes are not listened to for a while. */
  void mayTry(Connection c, long merchantId, String phone) throws SQLException;

  /** Counts a wrong code, in the transaction that counts it for the code itself. */
  void wrong(Connection c, long merchantId, String phone) throws SQLException;

  /** After how long another text may be asked for. */
  int resendSeconds();
}

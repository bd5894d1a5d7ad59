package io.kartela.service.member.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One word of a member, and what shows it. */
public record ConsentView(
    String purpose, String channel, boolean granted, Instant at, String source, Proof proof) {
  /** Nobody says yes and no so often; what is older is left to whoever asks the database. */
  private static final int MOST = 100;

  /**
   * What is known of how it was said.
   *
   * @param textVersion names the words; null when they were spoken
   * @param shopText which version of the shop's own terms or privacy text stood behind them; null
   *     when it had none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Proof(
      @Nullable String textVersion,
      @Nullable LocalText text,
      @Nullable Integer shopText,
      @Nullable String network,
      @Nullable String register,
      @Nullable String cashier,
      @Nullable String staff,
      @Nullable String site) {}

  /** As the member may read it: which of the shop's people wrote it down is the shop's affair. */
  public ConsentView forMember() {
    return new ConsentView(
        purpose,
        channel,
        granted,
        at,
        source,
        new Proof(
            proof.textVersion,
            proof.text,
            proof.shopText,
            null,
            proof.register,
            null,
            null,
            proof.site));
  }

  /** What somebody says yes to who wants offers. */
  public static LocalText offersText() {
    return SignUpWords.of(Purpose.MARKETING).words();
  }

  /** The newest first. */
  public static List<ConsentView> of(Connection c, long merchantId, long memberId)
      throws SQLException {
    List<ConsentView> views = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT k.purpose, k.channel, k.granted, k.at, k.source, k.text_version, k.address, r.name, w.name, s.name,
                k.shop_text,
              CASE WHEN k.source = 'SITE' THEN k.evidence END
            FROM kartela.consent k
            LEFT JOIN kartela.register r ON r.merchant_id = k.merchant_id AND r.register_id = k.register_id
            LEFT JOIN kartela.cashier w ON w.merchant_id = k.merchant_id AND w.cashier_id = k.cashier_id
            LEFT JOIN kartela.staff s ON s.merchant_id = k.merchant_id AND s.staff_id = k.staff_id
            WHERE k.merchant_id = ? AND k.member_id = ? ORDER BY k.consent_id DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setInt(3, MOST);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String version = r.getString(6);
          views.add(
              new ConsentView(
                  r.getString(1),
                  r.getString(2),
                  r.getBoolean(3),
                  r.getTimestamp(4).toInstant(),
                  r.getString(5),
                  new Proof(
                      version,
                      SignUpWords.read(version).orElse(null),
                      r.getObject(11, Integer.class),
                      r.getString(7),
                      r.getString(8),
                      r.getString(9),
                      r.getString(10),
                      r.getString(12))));
        }
      }
    }
    return views;
  }
}

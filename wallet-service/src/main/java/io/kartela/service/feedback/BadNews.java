package io.kartela.service.feedback;

import io.kartela.push.mail.Mail;
import io.kartela.push.mail.MailSender;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Letters about bad reviews, to owners and whom they named. A letter is taken up once; one that
 * certainly did not leave is tried again. Thread-safe.
 */
final class BadNews {
  /** In which somebody may still write why. */
  private static final Duration WRITING = Duration.ofSeconds(20);

  private static final Duration NEWS = Duration.ofDays(1);
  private static final int BATCH = 20;

  private final House house;
  private final Merchants merchants;
  private final Optional<MailSender> sender;

  BadNews(House house, Merchants merchants, Optional<MailSender> sender) {
    this.house = house;
    this.merchants = merchants;
    this.sender = sender;
  }

  private record Bad(long id, int score, String comment, String store, @Nullable String cashier) {}

  private record Taken(List<Bad> reviews, Map<String, Lang> readers) {}

  void run(long merchantId) {
    if (sender.isEmpty()) {
      return;
    }
    Instant now = house.clock().instant();
    Taken taken = house.database().inTenant(merchantId, c -> take(c, merchantId, now));
    Merchant shop = merchants.get(merchantId);
    for (Bad bad : taken.reviews) {
      boolean left = false;
      for (Map.Entry<String, Lang> reader : taken.readers.entrySet()) {
        left |=
            sender.get().send(letter(shop, bad, reader.getKey(), reader.getValue())).mayArrive();
      }
      boolean told = left || taken.readers.isEmpty();
      boolean _ =
          house
              .database()
              .inTenant(
                  merchantId,
                  c -> {
                    settle(c, merchantId, bad.id, told, now);
                    return true;
                  });
    }
  }

  private static Taken take(Connection c, long merchantId, Instant now) throws SQLException {
    List<Bad> bad = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.review v SET told_at = ? FROM kartela.store st
            WHERE v.merchant_id = ? AND v.bad AND v.told_at IS NULL AND v.at <= ? AND v.at > ?
                AND st.merchant_id = v.merchant_id AND st.store_id = v.store_id
                AND v.review_id IN (SELECT review_id FROM kartela.review WHERE merchant_id = ? AND bad AND told_at IS NULL
                    ORDER BY review_id LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING v.review_id, v.score, v.comment, st.name, (SELECT name FROM kartela.cashier k
                WHERE k.merchant_id = v.merchant_id AND k.cashier_id = v.cashier_id)
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(WRITING)));
      s.setTimestamp(4, Timestamp.from(now.minus(NEWS)));
      s.setLong(5, merchantId);
      s.setInt(6, BATCH);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          bad.add(
              new Bad(r.getLong(1), r.getInt(2), r.getString(3), r.getString(4), r.getString(5)));
        }
      }
    }
    return new Taken(bad, bad.isEmpty() ? Map.of() : readers(c, merchantId));
  }

  private static Map<String, Lang> readers(Connection c, long merchantId) throws SQLException {
    Map<String, Lang> readers = new LinkedHashMap<>();
    Lang first = Lang.RU;
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT email, locale FROM kartela.staff WHERE merchant_id = ? AND role = 'OWNER' AND"
                + " ended_at IS NULL ORDER BY staff_id")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Lang lang = Lang.of(r.getString(2));
          first = readers.isEmpty() ? lang : first;
          readers.put(r.getString(1), lang);
        }
      }
    }
    Lang others = first;
    ReviewSettings.of(c, merchantId, "")
        .ifPresent(all -> all.plan().tell().forEach(to -> readers.putIfAbsent(to, others)));
    return readers;
  }

  private Mail letter(Merchant shop, Bad bad, String to, Lang lang) {
    boolean ru = lang == Lang.RU;
    String where = bad.cashier == null ? bad.store : bad.store + ", " + bad.cashier;
    String said =
        bad.comment.isEmpty()
            ? (ru ? "Без комментария." : "No comment.")
            : (ru ? "«" + bad.comment + "»" : "“" + bad.comment + "”");
    String link = house.publicUrl().resolve("/cabinet/reviews/" + bad.id).toString();
    return ru
        ? new Mail(
            to,
            oneLine("Плохая оценка: " + bad.score + " из 10, " + bad.store),
            """
            %s: покупатель поставил %d из 10.
            %s

            %s

            Ответить покупателю: %s
            """
                .formatted(shop.names().in(lang), bad.score, where, said, link))
        : new Mail(
            to,
            oneLine("Bad score: " + bad.score + " of 10, " + bad.store),
            """
            %s: a customer gave %d of 10.
            %s

            %s

            Answer the customer: %s
            """
                .formatted(shop.names().in(lang), bad.score, where, said, link));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private void settle(Connection c, long merchantId, long id, boolean told, Instant now)
      throws SQLException {
    if (told) {
      ReviewEvents.add(c, merchantId, house.ids().next(), id, "TOLD", "", "", now);
      return;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.review SET told_at = NULL WHERE merchant_id = ? AND review_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }
}

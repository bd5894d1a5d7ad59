package io.kartela.service.message.dispatch;

import io.kartela.push.Report;
import io.kartela.push.TextChannel;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.message.channel.SentLog.Asked;
import io.kartela.service.platform.House;
import io.kartela.service.platform.work.PerMerchant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How words fared that vendors took: asked of them, or told by them unasked. Thread-safe. */
final class Reports {
  private static final String ASK = "ask vendors";

  private final House house;
  private final Carriers carriers;
  private final Arrival arrival;
  private final Map<String, Source> sources;
  private final PerMerchant perMerchant;

  private record Due(long merchantId, ChannelKind kind) {}

  Reports(House house, Carriers carriers, Arrival arrival, Map<String, Source> sources) {
    this.house = house;
    this.carriers = carriers;
    this.arrival = arrival;
    this.sources = sources;
    this.perMerchant = new PerMerchant(house.database());
  }

  /** Asks vendors how the words fared that they took. */
  void ask() {
    Instant now = house.clock().instant();
    List<Due> due =
        house
            .database()
            .asWorker(
                c -> {
                  List<Due> list = new ArrayList<>();
                  try (PreparedStatement s =
                      c.prepareStatement(
                          "SELECT DISTINCT merchant_id, kind FROM kartela.sent WHERE ask_at <="
                              + " ?")) {
                    s.setTimestamp(1, Timestamp.from(now));
                    try (ResultSet r = s.executeQuery()) {
                      while (r.next()) {
                        list.add(new Due(r.getLong(1), ChannelKind.valueOf(r.getString(2))));
                      }
                    }
                  }
                  return list;
                });
    perMerchant.each(ASK, due, Due::merchantId, one -> ask(one, now));
  }

  private void ask(Due due, Instant now) {
    record Question(TextChannel<Parcel> carrier, List<Asked> asked) {}
    Optional<Question> question =
        house
            .database()
            .inTenant(
                due.merchantId,
                c -> {
                  List<Asked> asked = SentLog.due(c, due.merchantId, due.kind, now);
                  Optional<Channel> channel = ChannelStore.one(c, due.merchantId, due.kind);
                  return channel.isEmpty() || asked.isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          new Question(carriers.of(c, due.merchantId, channel.get()), asked));
                });
    if (question.isEmpty()) {
      return;
    }
    Map<String, Asked> byId = new LinkedHashMap<>();
    question.get().asked.forEach(asked -> byId.put(asked.vendorId(), asked));
    List<Report> reports =
        question
            .get()
            .carrier
            .reports(
                byId.values().stream()
                    .map(a -> new TextChannel.Sent(a.vendorId(), a.to().address()))
                    .toList());
    for (Report report : reports) {
      Asked asked = byId.get(report.vendorId());
      if (asked != null) {
        boolean _ =
            house
                .database()
                .inTenant(
                    due.merchantId,
                    c -> {
                      told(c, due.merchantId, asked, report);
                      return true;
                    });
      }
    }
  }

  /**
   * What a vendor tells unasked. False: nobody knows these words yet, while some are just leaving:
   * to be told again.
   */
  boolean told(long merchantId, ChannelKind kind, Report report) {
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Optional<Asked> asked = SentLog.byVendorId(c, merchantId, kind, report.vendorId());
              if (asked.isEmpty()) {
                return !SentLog.someLeave(c, merchantId, kind);
              }
              told(c, merchantId, asked.get(), report);
              return true;
            });
  }

  private void told(Connection c, long merchantId, Asked asked, Report report) throws SQLException {
    Source source = sources.get(asked.origin().source());
    if (source != null) {
      arrival.told(c, source, merchantId, asked, report, house.clock().instant());
    }
  }
}

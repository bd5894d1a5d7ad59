package io.kartela.service.message.proof;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.platform.House;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One-time codes that go into a member's chat with the shop's bot, where they cost nothing.
 * Thread-safe.
 */
public final class ChatCodes {
  private static final String SOURCE = "CODE";

  private final House house;
  private final Carriers carriers;
  private final PhoneProofs proofs;

  private record Ready(SentLog.Leaving leaving, TextChannel<Parcel> carrier) {}

  public ChatCodes(House house, Carriers carriers, PhoneProofs proofs) {
    this.house = house;
    this.carriers = carriers;
    this.proofs = proofs;
  }

  /**
   * Sends words by the first chat of the member's that takes them, of those that the shop wants
   * before texts. Call it outside a transaction.
   *
   * @return the way; empty: a text has to be sent
   */
  public Optional<ProofWay> send(long merchantId, long memberId, String words, Duration life) {
    for (ProofWay way : house.database().inTenant(merchantId, c -> chats(c, merchantId))) {
      Optional<Ready> ready =
          house.database().inTenant(merchantId, c -> ready(c, merchantId, memberId, way));
      if (ready.isPresent()) {
        SentLog.Leaving leaving = ready.get().leaving;
        Answer answer =
            ready
                .get()
                .carrier
                .send(
                    new Parcel(
                        leaving.to().address(), "", words, "code-" + leaving.sentId(), life, null));
        boolean _ =
            house
                .database()
                .inTenant(
                    merchantId,
                    c -> {
                      SentLog.settled(c, merchantId, leaving, answer, house.clock().instant());
                      return true;
                    });
        // Of what may have arrived the person is told to look.
        if (answer instanceof Answer.Accepted || answer instanceof Answer.Unknown) {
          return Optional.of(way);
        }
      }
    }
    return Optional.empty();
  }

  private List<ProofWay> chats(Connection c, long merchantId) throws SQLException {
    List<ProofWay> chats = new ArrayList<>();
    for (ProofWay way : proofs.ways(c, merchantId)) {
      if (way == ProofWay.SMS) {
        break;
      }
      if (PhoneProofs.messenger(way).isPresent()) {
        chats.add(way);
      }
    }
    return chats;
  }

  private Optional<Ready> ready(Connection c, long merchantId, long memberId, ProofWay way)
      throws SQLException {
    Instant now = house.clock().instant();
    ChannelKind kind = PhoneProofs.messenger(way).orElseThrow();
    Map<ChannelKind, String> ways =
        Addresses.alive(c, merchantId, List.of(memberId), now).getOrDefault(memberId, Map.of());
    String chat = ways.getOrDefault(kind, "");
    Optional<Channel> channel = ChannelStore.one(c, merchantId, kind);
    if (chat.isEmpty() || channel.isEmpty()) {
      return Optional.empty();
    }
    long id = house.ids().next();
    SentLog.Leaving leaving =
        new SentLog.Leaving(
            id,
            channel.get(),
            new Addresses.Reach(memberId, kind, chat),
            new SentLog.Origin(SOURCE, id, 0),
            1,
            channel.get().price());
    SentLog.leaving(c, merchantId, List.of(leaving), now);
    return Optional.of(new Ready(leaving, carriers.of(c, merchantId, channel.get())));
  }
}

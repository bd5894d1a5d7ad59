package io.kartela.service.message.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Addresses.Standing;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.wallet.pass.OpenCards;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By which messengers a member may hear the shop, on the card's own page. */
public final class CardChatRoutes implements Routes {
  private static final String PATH = "/api/v1/public/cards/{token}/chats";

  private final House house;
  private final OpenCards cards;
  private final Carriers carriers;

  private enum State {
    /** Not connected, or stopped by the member. */
    OFF,
    ON,
    MUTED
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Chat(ChannelKind kind, State state, @Nullable Instant until) {}

  private record Wanted(@Nullable String kind) {}

  private record Link(URI link) {}

  public CardChatRoutes(House house, OpenCards cards, Carriers carriers) {
    this.house = house;
    this.cards = cards;
    this.carriers = carriers;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::list);
    routing.post(PATH, this::invite);
  }

  private static List<Channel> messengers(Connection c, long merchantId) throws SQLException {
    return ChannelStore.all(c, merchantId).stream()
        .filter(channel -> channel.kind().isChat() && channel.use().active())
        .toList();
  }

  private void list(ServerRequest req, ServerResponse res) {
    List<Chat> chats =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) -> {
              Map<ChannelKind, Standing> known = Addresses.standing(c, merchantId, memberId);
              return messengers(c, merchantId).stream()
                  .map(channel -> chat(channel.kind(), known.get(channel.kind())))
                  .toList();
            });
    Http.send(res, 200, Map.of("items", chats));
  }

  private Chat chat(ChannelKind kind, @Nullable Standing standing) {
    if (standing == null || standing.closed()) {
      return new Chat(kind, State.OFF, null);
    }
    return standing.muted(house.clock().instant())
        ? new Chat(kind, State.MUTED, standing.until())
        : new Chat(kind, State.ON, null);
  }

  private void invite(ServerRequest req, ServerResponse res) {
    String kind = Http.json(req, Wanted.class).kind;
    Link link =
        cards.in(
            Http.pathParam(req, "token"),
            (c, merchantId, memberId) -> {
              Channel channel =
                  messengers(c, merchantId).stream()
                      .filter(one -> one.kind().name().equals(kind))
                      .findFirst()
                      .orElseThrow(() -> new Problem(ProblemCode.CHANNEL_NOT_FOUND));
              String token =
                  Invitations.make(
                      c, merchantId, memberId, channel.kind(), house.clock().instant());
              return new Link(carriers.invitation(c, merchantId, channel, token));
            });
    Http.send(res, 201, link);
  }
}

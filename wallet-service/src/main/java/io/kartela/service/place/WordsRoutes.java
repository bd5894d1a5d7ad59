package io.kartela.service.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.consent.ConsentView;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member lets the shop say, and by which ways: said at their own place, with the same proof
 * as at signing up.
 */
final class WordsRoutes implements Routes {
  private static final Duration LONGEST_MUTE = Duration.ofDays(366);

  private final PlaceGate gate;
  private final Members members = new Members();
  private final InstantSource clock;

  private enum State {
    OPEN,
    /** Quiet until a moment, or until they say otherwise. */
    MUTED,
    CLOSED
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Way(ChannelKind kind, State state, @Nullable Instant until) {}

  /** Whether offers are wanted, in the words that are agreed to. */
  private record Offers(boolean wanted, LocalText text) {}

  private record View(Offers offers, List<Way> ways, List<ConsentView> history) {}

  private record OffersRequest(@Nullable Boolean wanted) {}

  private record WayRequest(
      @Nullable String kind, @Nullable String state, @Nullable Instant until) {}

  WordsRoutes(House house, PlaceGate gate) {
    this.gate = gate;
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PlaceGate.PATH + "/consents", this::show);
    routing.put(PlaceGate.PATH + "/consents", this::offers);
    routing.put(PlaceGate.PATH + "/ways", this::way);
  }

  private void show(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, gate.signedIn(req, this::view));
  }

  private View view(PlaceGate.Visit v) throws SQLException {
    MemberRef member = member(v);
    return new View(
        new Offers(member.consentMessages(), ConsentView.offersText()),
        ways(v),
        ConsentView.of(v.c(), v.merchantId(), v.memberId()).stream()
            .map(ConsentView::forMember)
            .toList());
  }

  private MemberRef member(PlaceGate.Visit v) throws SQLException {
    return members
        .find(v.c(), v.merchantId(), v.memberId())
        .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
  }

  /** Of the shop's ways those that lead to the member, or did until they were closed. */
  private List<Way> ways(PlaceGate.Visit v) throws SQLException {
    Instant now = clock.instant();
    Map<ChannelKind, String> alive = alive(v, now);
    Map<ChannelKind, Addresses.Standing> known =
        Addresses.standing(v.c(), v.merchantId(), v.memberId());
    List<Way> ways = new ArrayList<>();
    for (ChannelKind kind : active(v.c(), v.merchantId())) {
      Addresses.Standing standing = known.get(kind);
      if (standing != null && standing.muted(now)) {
        ways.add(new Way(kind, State.MUTED, standing.until()));
      } else if (alive.containsKey(kind)) {
        ways.add(new Way(kind, State.OPEN, null));
      } else if (standing != null && standing.state().equals("REFUSED")) {
        ways.add(new Way(kind, State.CLOSED, null));
      }
    }
    return ways;
  }

  /** Browsers are told one by one, on the card's page. */
  private static List<ChannelKind> active(Connection c, long merchantId) throws SQLException {
    return ChannelStore.all(c, merchantId).stream()
        .filter(channel -> channel.use().active() && channel.kind() != ChannelKind.WEB)
        .map(channel -> channel.kind())
        .toList();
  }

  private static Map<ChannelKind, String> alive(PlaceGate.Visit v, Instant now)
      throws SQLException {
    return Addresses.alive(v.c(), v.merchantId(), List.of(v.memberId()), now)
        .getOrDefault(v.memberId(), Map.of());
  }

  private void offers(ServerRequest req, ServerResponse res) {
    Boolean wanted = Http.json(req, OffersRequest.class).wanted;
    Check check = new Check();
    check.require(wanted != null, "wanted", "REQUIRED", "не заполнено", "is required");
    check.done();
    Evidence by = new Evidence.AtPlace(Http.client(req));
    Http.send(
        res,
        200,
        gate.signedIn(
            req,
            v -> {
              boolean _ =
                  Consents.change(
                      v.c(),
                      v.merchantId(),
                      v.memberId(),
                      Boolean.TRUE.equals(wanted),
                      by,
                      clock.instant());
              return view(v);
            }));
  }

  private void way(ServerRequest req, ServerResponse res) {
    WayRequest body = Http.json(req, WayRequest.class);
    Instant now = clock.instant();
    Check check = new Check();
    String name = check.text("state", body.state, 20);
    check.oneOf("state", name.isEmpty() ? null : name, "OPEN", "MUTED", "CLOSED");
    Instant until = body.until;
    check.require(
        until == null || (until.isAfter(now) && until.isBefore(now.plus(LONGEST_MUTE))),
        "until",
        "INVALID",
        "не дальше года вперёд",
        "within a year from now");
    check.done();
    Evidence by = new Evidence.AtPlace(Http.client(req));
    Http.send(
        res,
        200,
        gate.signedIn(
            req,
            v -> {
              ChannelKind kind =
                  active(v.c(), v.merchantId()).stream()
                      .filter(one -> one.name().equals(body.kind))
                      .findFirst()
                      .orElseThrow(() -> new Problem(ProblemCode.CHANNEL_NOT_FOUND));
              set(v, kind, new Way(kind, State.valueOf(name), until), by);
              return view(v);
            }));
  }

  private void set(PlaceGate.Visit v, ChannelKind kind, Way wanted, Evidence by)
      throws SQLException {
    Instant now = clock.instant();
    Addresses.Standing standing = Addresses.standing(v.c(), v.merchantId(), v.memberId()).get(kind);
    String alive = alive(v, now).get(kind);
    String address = alive != null ? alive : standing == null ? null : standing.address();
    if (address == null) {
      throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
    }
    boolean closed = standing != null && standing.state().equals("REFUSED");
    Addresses.Reach reach =
        new Addresses.Reach(v.memberId(), kind, closed ? usual(v, kind, address) : address);
    if (closed && wanted.state != State.CLOSED) {
      Consents.reopened(v.c(), v.merchantId(), v.memberId(), kind.name(), by, now);
    }
    switch (wanted.state) {
      case OPEN -> Addresses.opened(v.c(), v.merchantId(), reach, "PLACE", now);
      case MUTED -> Addresses.muted(v.c(), v.merchantId(), reach, wanted.until, now);
      case CLOSED -> {
        if (!closed) {
          Addresses.closed(v.c(), v.merchantId(), reach, "PLACE", now);
          Consents.closed(v.c(), v.merchantId(), v.memberId(), kind.name(), by, now);
        }
      }
    }
  }

  /** A letter's link closes a way without naming its address; the profile knows it. */
  private String usual(PlaceGate.Visit v, ChannelKind kind, String address) throws SQLException {
    return kind == ChannelKind.SMS && address.isEmpty() ? member(v).phone() : address;
  }
}

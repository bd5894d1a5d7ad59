package io.kartela.service.message.proof;

import io.kartela.push.Answer;
import io.kartela.push.sms.InboundCalls;
import io.kartela.service.code.Phone;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.member.profile.SignUpProofs;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.proof.ProofTable.Row;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves phones by what costs nothing: the button of a messenger that gives the own phone, and a
 * call to a free number. Each proof is for one attempt, whoever began it shows a secret, and a call
 * is waited for by one attempt at a time. Thread-safe.
 */
public final class PhoneProofs implements SignUpProofs {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneProofs.class);
  private static final Duration CHAT_LIFE = Duration.ofMinutes(10);

  /** Short: another attempt for the same phone has to wait for it. */
  private static final Duration CALL_LIFE = Duration.ofMinutes(3);

  private static final Duration DAY = Duration.ofHours(24);
  private static final int PER_PHONE = 15;

  private final House house;
  private final Carriers carriers;
  private final Gateway gateway;

  /**
   * What the operator offers to all shops.
   *
   * @param calls empty: no calls
   * @param texts whether codes go out as texts
   * @param perShop calls of a shop in a day
   */
  public record Gateway(Optional<InboundCalls> calls, boolean texts, int perShop) {}

  public PhoneProofs(House house, Carriers carriers, Gateway gateway) {
    this.house = house;
    this.carriers = carriers;
    this.gateway = gateway;
  }

  @Override
  public List<ProofWay> ways(long merchantId) {
    return house.database().inTenant(merchantId, c -> ways(c, merchantId));
  }

  /** In the caller's transaction, confined to the merchant. */
  public List<ProofWay> ways(Connection c, long merchantId) throws SQLException {
    List<ProofWay> possible = possible(c, merchantId);
    List<ProofWay> order = new ArrayList<>();
    Optional<List<ProofWay>> chosen = ProofOrder.chosen(c, merchantId);
    order.addAll(chosen.orElse(ProofOrder.USUAL));
    if (chosen.isEmpty() && !possible.contains(ProofWay.SMS)) {
      order.add(ProofWay.CALL); // better than that nobody can sign up
    }
    order.retainAll(possible);
    return List.copyOf(order);
  }

  /** All that could be chosen. */
  List<ProofWay> possible(Connection c, long merchantId) throws SQLException {
    List<ProofWay> possible = new ArrayList<>();
    for (Channel channel : ChannelStore.all(c, merchantId)) {
      if (works(channel)) {
        way(channel.kind()).ifPresent(possible::add);
      }
    }
    if (calls(c, merchantId).isPresent()) {
      possible.add(ProofWay.CALL);
    }
    if (gateway.texts) {
      possible.add(ProofWay.SMS);
    }
    return possible;
  }

  private static boolean works(Channel channel) {
    return channel.use().active() && channel.stopped() == null;
  }

  static Optional<ProofWay> way(ChannelKind kind) {
    return switch (kind) {
      case MAX -> Optional.of(ProofWay.MAX);
      case TELEGRAM -> Optional.of(ProofWay.TELEGRAM);
      // VK has no button for the phone.
      case VK, SMS, MAIL, WEB -> Optional.empty();
    };
  }

  /** The messenger by which a phone is proven this way; empty: by none. */
  public static Optional<ChannelKind> messenger(ProofWay way) {
    return switch (way) {
      case MAX -> Optional.of(ChannelKind.MAX);
      case TELEGRAM -> Optional.of(ChannelKind.TELEGRAM);
      case CALL, SMS -> Optional.empty();
    };
  }

  /** The shop's own gateway first: who pays for it is asked. */
  private Optional<InboundCalls> calls(Connection c, long merchantId) throws SQLException {
    Optional<Channel> own =
        ChannelStore.one(c, merchantId, ChannelKind.SMS).filter(PhoneProofs::works);
    Optional<InboundCalls> calls =
        own.isPresent() ? carriers.calls(c, merchantId, own.get()) : Optional.empty();
    return calls.isPresent() ? calls : gateway.calls;
  }

  @Override
  public Opened open(long merchantId, long id, Phone phone, Lang lang, ProofWay way) {
    return open(merchantId, CodePurpose.SIGN_UP, id, phone, lang, way);
  }

  /** The same for any purpose. */
  public Opened open(
      long merchantId, CodePurpose purpose, long id, Phone phone, Lang lang, ProofWay way) {
    Instant now = house.clock().instant();
    String secret = Tokens.random();
    Instant until = now.plus(way == ProofWay.CALL ? CALL_LIFE : CHAT_LIFE);
    if (way == ProofWay.CALL) {
      return call(merchantId, purpose, id, phone, lang, secret, until);
    }
    ChannelKind kind = messenger(way).orElseThrow(PhoneProofs::unavailable);
    String token = Tokens.random();
    URI link =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  limit(c, merchantId, phone, way, now);
                  Channel channel =
                      ChannelStore.one(c, merchantId, kind).orElseThrow(PhoneProofs::unavailable);
                  ProofTable.insert(
                      c,
                      merchantId,
                      new ProofTable.Begun(
                          id, purpose, phone.e164(), lang, way, secret, token, null, until),
                      now);
                  return carriers.invitation(c, merchantId, channel, token);
                });
    return new Opened(secret, link, null, until);
  }

  private Opened call(
      long merchantId,
      CodePurpose purpose,
      long id,
      Phone phone,
      Lang lang,
      String secret,
      Instant until) {
    Instant now = house.clock().instant();
    InboundCalls calls =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  limit(c, merchantId, phone, ProofWay.CALL, now);
                  if (!AwaitedCalls.take(c, phone.e164(), now, until)) {
                    throw new Problem(ProblemCode.CALL_AWAITED);
                  }
                  return calls(c, merchantId).orElseThrow(PhoneProofs::unavailable);
                });
    return switch (calls.open(phone.e164())) {
      case InboundCalls.Opened.Waiting(String check, String number) -> {
        boolean _ =
            house
                .database()
                .inTenant(
                    merchantId,
                    c -> {
                      ProofTable.insert(
                          c,
                          merchantId,
                          new ProofTable.Begun(
                              id,
                              purpose,
                              phone.e164(),
                              lang,
                              ProofWay.CALL,
                              secret,
                              null,
                              check,
                              until),
                          now);
                      return true;
                    });
        yield new Opened(secret, null, number, until);
      }
      case InboundCalls.Opened.Refused(Answer answer) -> throw refused(merchantId, phone, answer);
    };
  }

  private Problem refused(long merchantId, Phone phone, Answer answer) {
    boolean _ =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  AwaitedCalls.release(c, phone.e164());
                  return true;
                });
    LOG.warn("Merchant {}: no call is waited for: {}", merchantId, answer.word());
    return answer instanceof Answer.AddressRefused
        ? new Problem(ProblemCode.PHONE_UNREACHABLE)
        : unavailable();
  }

  private static Problem unavailable() {
    return new Problem(ProblemCode.PROOF_WAY_UNAVAILABLE);
  }

  private void limit(Connection c, long merchantId, Phone phone, ProofWay way, Instant now)
      throws SQLException {
    if (!ways(c, merchantId).contains(way)) {
      throw unavailable();
    }
    ProofTable.forgetOld(c, merchantId, now);
    Instant since = now.minus(DAY);
    boolean much =
        ProofTable.begun(c, merchantId, phone.e164(), null, since) >= PER_PHONE
            || (way == ProofWay.CALL
                && ProofTable.begun(c, merchantId, null, way, since) >= gateway.perShop);
    if (much) {
      throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, Duration.ofHours(1).toSeconds());
    }
  }

  @Override
  public State state(long merchantId, long id, String secret) {
    Instant now = house.clock().instant();
    record Look(Row row, Optional<InboundCalls> asked) {}
    Look look =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  Row row = own(c, merchantId, id, secret);
                  boolean ask =
                      row.checkId() != null
                          && row.isWaiting(now)
                          && ProofTable.mayAsk(c, merchantId, id, now);
                  return new Look(row, ask ? calls(c, merchantId) : Optional.empty());
                });
    String check = look.row.checkId();
    if (look.asked.isEmpty() || check == null) {
      return stateOf(look.row, now);
    }
    State heard =
        switch (look.asked.get().state(check)) {
          case CONFIRMED -> State.PROVEN;
          case ELAPSED -> State.ELAPSED;
          case WAITING, UNKNOWN -> State.WAITING;
        };
    return heard == State.WAITING ? heard : called(merchantId, id, heard);
  }

  /** What the vendor said counts only for as long as nobody else may wait for the same phone. */
  private State called(long merchantId, long id, State heard) {
    Instant now = house.clock().instant();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Row row = ProofTable.held(c, merchantId, id).orElseThrow();
              if (!row.isWaiting(now)) {
                return stateOf(row, now);
              }
              ProofTable.becomes(c, merchantId, id, heard, now);
              AwaitedCalls.release(c, row.phone());
              return heard;
            });
  }

  private static State stateOf(Row row, Instant now) {
    return now.isBefore(row.expires()) || row.state() == State.OTHER_PHONE
        ? row.state()
        : State.ELAPSED;
  }

  private static Row own(Connection c, long merchantId, long id, String secret)
      throws SQLException {
    return ProofTable.held(c, merchantId, id)
        .filter(row -> row.isOf(secret))
        .orElseThrow(() -> new Problem(ProblemCode.SIGN_UP_NOT_FOUND));
  }

  @Override
  public void require(Connection c, long merchantId, long id, String secret) throws SQLException {
    State state = stateOf(own(c, merchantId, id, secret), house.clock().instant());
    switch (state) {
      case PROVEN -> {}
      case ELAPSED -> throw new Problem(ProblemCode.CODE_EXPIRED);
      case WAITING, OTHER_PHONE -> throw new Problem(ProblemCode.PROOF_MISSING);
    }
  }

  @Override
  public void joined(Connection c, long merchantId, long id, long memberId) throws SQLException {
    Optional<Row> row = ProofTable.held(c, merchantId, id);
    if (row.isEmpty()) {
      return;
    }
    String chat = row.get().chat();
    Optional<ChannelKind> kind = messenger(row.get().way());
    if (chat != null && kind.isPresent()) {
      var known = Addresses.standing(c, merchantId, memberId).get(kind.get());
      if (known == null || !known.closed()) {
        Addresses.opened(
            c,
            merchantId,
            new Addresses.Reach(memberId, kind.get(), chat),
            "STARTED",
            house.clock().instant());
      }
    }
    ProofTable.use(c, merchantId, id);
  }
}

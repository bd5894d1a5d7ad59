package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.service.code.Phone;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries a channel out: a word to somebody of the shop, and what the vendor's answer says of the
 * channel. Thread-safe.
 */
public final class ChannelTrial {
  /** Tests in an hour: they cost money and reach somebody. */
  private static final int TESTS = 20;

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final LocalText SUBJECT = new LocalText("Проверка связи", "A test");

  private final House house;
  private final Carriers carriers;
  private final Merchants merchants;
  private final ChannelDesk.Released released;

  /**
   * What came of a test.
   *
   * @param result how the answer is called, such as {@code Accepted}
   * @param detail the vendor's own word
   */
  public record Tested(String result, String detail) {}

  public ChannelTrial(
      House house, Carriers carriers, Merchants merchants, ChannelDesk.Released released) {
    this.house = house;
    this.carriers = carriers;
    this.merchants = merchants;
    this.released = released;
  }

  /** Sends a word to somebody of the shop, and says what the vendor said. */
  Tested test(long merchantId, ChannelKind kind, @Nullable String address, Lang lang) {
    return send(merchantId, kind, address, SUBJECT.in(lang), words(merchantId).in(lang));
  }

  /**
   * The same with words of the caller's. It is nobody's message: no member's, no campaign's;
   * whether it may leave is a question of the hour's number only.
   *
   * @param address an e-mail address, or a phone: for a messenger that of a member
   */
  public Tested send(
      long merchantId, ChannelKind kind, @Nullable String address, String subject, String text) {
    String to = address(kind, address);
    Instant now = house.clock().instant();
    record Ready(
        Channel channel, SentLog.Leaving leaving, TextChannel<Parcel> carrier, String to) {}
    Ready ready =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  NamedLock.alone(c, "channel tests:" + merchantId);
                  Channel channel = ChannelStore.require(c, merchantId, kind);
                  if (SentLog.tests(c, merchantId, now.minus(Duration.ofHours(1))) >= TESTS) {
                    throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, 3_600);
                  }
                  String chat = kind.ofProfile() ? to : chatOf(c, merchantId, kind, to, now);
                  SentLog.Leaving leaving =
                      SentLog.test(c, merchantId, house.ids().next(), channel, now);
                  return new Ready(channel, leaving, carriers.of(c, merchantId, channel), chat);
                });
    Parcel parcel = new Parcel(ready.to, subject, text, "test-" + now, LIFE, null);
    Answer answer = ready.carrier.send(parcel);
    boolean _ =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  SentLog.settled(c, merchantId, ready.leaving, answer, now);
                  heard(c, merchantId, ready.channel, answer, now);
                  return true;
                });
    house.wake().run();
    return new Tested(answer.getClass().getSimpleName(), answer.word());
  }

  /** A channel that works goes on; one whose vendor refuses us stands still. */
  void heard(Connection c, long merchantId, Channel channel, Answer answer, Instant now)
      throws SQLException {
    Optional<Channel.Stop> stop = Stops.of(answer, now);
    if (stop.isPresent()) {
      boolean _ = ChannelStore.stop(c, merchantId, channel, stop.get());
    } else if (answer instanceof Answer.Accepted) {
      ChannelStore.go(c, merchantId, channel.kind());
      released.release(c, merchantId, channel.kind());
    }
  }

  private LocalText words(long merchantId) {
    LocalText name = merchants.get(merchantId).names();
    return new LocalText(
        "Проверка связи: сообщения магазина «" + name.ru() + "» доходят.",
        "A test: messages of " + name.en() + " arrive.");
  }

  /** In a messenger one is reached as the member that one is. */
  private static String chatOf(
      Connection c, long merchantId, ChannelKind kind, String phone, Instant now)
      throws SQLException {
    String chat = Addresses.chatOf(c, merchantId, kind, phone, now);
    Check check = new Check();
    check.require(
        !chat.isEmpty(),
        "address",
        "NOT_CONNECTED",
        "участник с этим телефоном ещё не подключил " + kind.title().ru(),
        "the member with this phone has not connected " + kind.title().en());
    check.done();
    return chat;
  }

  private static String address(ChannelKind kind, @Nullable String address) {
    Check check = new Check();
    String text =
        kind == ChannelKind.MAIL
            ? check.email("address", address)
            : check.line("address", address, 100);
    if (kind != ChannelKind.MAIL && !text.isEmpty()) {
      Optional<Phone> phone = Phone.parse(text);
      check.require(
          phone.isPresent(), "address", "INVALID", "это не номер телефона", "not a phone number");
      text = phone.map(Phone::e164).orElse("");
    }
    check.done();
    return text;
  }
}

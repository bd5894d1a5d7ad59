package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.service.code.Phone;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an owner sets the shop's channels and tries them out. Thread-safe. */
public final class ChannelDesk {
  /** Tests in an hour: they cost money and reach somebody. */
  private static final int TESTS = 20;

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final House house;
  private final ChannelStore store;
  private final Hooks hooks;
  private final Carriers carriers;
  private final Merchants merchants;
  private final Audit audit;
  private final Released released;

  /** Told when what waits for a channel may go on. */
  @FunctionalInterface
  public interface Released {
    void release(Connection c, long merchantId, ChannelKind kind) throws SQLException;
  }

  /**
   * What came of a test.
   *
   * @param result how the answer is called, such as {@code Accepted}
   * @param detail the vendor's own word
   */
  record Tested(String result, String detail) {}

  /** A channel, and where its vendor posts. */
  record Hooked(Channel channel, Hooks.Hook hook) {}

  public ChannelDesk(
      House house,
      ChannelStore store,
      Hooks hooks,
      Carriers carriers,
      Merchants merchants,
      Audit audit,
      Released released) {
    this.house = house;
    this.store = store;
    this.hooks = hooks;
    this.carriers = carriers;
    this.merchants = merchants;
    this.audit = audit;
    this.released = released;
  }

  List<Hooked> channels(long merchantId) {
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              List<Hooked> all = new ArrayList<>();
              for (Channel channel : ChannelStore.all(c, merchantId)) {
                all.add(new Hooked(channel, hooks.of(c, merchantId, channel.kind())));
              }
              return all;
            });
  }

  MessageRules rules(long merchantId) {
    return house.database().inTenant(merchantId, c -> MessageRules.of(c, merchantId));
  }

  Hooked keep(StaffPrincipal owner, ChannelKind kind, ChannelCheck.Request body) {
    long merchantId = owner.merchantId();
    Account kept =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  Channel before = ChannelStore.one(c, merchantId, kind).orElse(null);
                  // A secret of one vendor says nothing to another.
                  boolean known = before != null && before.vendor().name().equals(body.vendor());
                  Channel wanted = ChannelCheck.of(kind, body, known);
                  String secret = body.secret() == null ? "" : body.secret().strip();
                  store.keep(c, merchantId, wanted, secret.isEmpty() && known ? null : secret);
                  if (before == null) {
                    MessageRules.begin(c, merchantId);
                  }
                  audit.record(
                      c,
                      owner,
                      before == null ? "CHANNEL_ADDED" : "CHANNEL_CHANGED",
                      "channel:" + kind,
                      changes(before, wanted, !secret.isEmpty()).detail());
                  released.release(c, merchantId, kind);
                  return carriers.account(
                      c, merchantId, ChannelStore.one(c, merchantId, kind).orElseThrow());
                });
    house.wake().run();
    return listen(kept);
  }

  /** A messenger is told where to post, whenever something about it may have changed. */
  private Hooked listen(Account account) {
    long merchantId = account.merchantId();
    ChannelKind kind = account.channel().kind();
    Hooks.Hook hook = house.database().inTenant(merchantId, c -> hooks.of(c, merchantId, kind));
    Optional<Answer> answer =
        kind.ofProfile() ? Optional.empty() : carriers.listen(account, hook.secret());
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              if (answer.isPresent()) {
                boolean listening = answer.get() instanceof Answer.Accepted;
                Hooks.listening(c, merchantId, kind, listening);
                heard(c, merchantId, account.channel(), answer.get(), house.clock().instant());
              }
              return new Hooked(
                  ChannelStore.one(c, merchantId, kind).orElse(account.channel()),
                  hooks.of(c, merchantId, kind));
            });
  }

  private static Changes changes(@Nullable Channel before, Channel now, boolean secret) {
    Changes changes = new Changes();
    changes.of("vendor", before == null ? "" : before.vendor().name(), now.vendor().name());
    changes.of("active", before == null ? "" : before.use().active(), now.use().active());
    changes.of("marketing", before == null ? "" : before.use().marketing(), now.use().marketing());
    changes.of("price", before == null ? "" : before.price(), now.price());
    if (secret) {
      changes.of("secret", "", "…");
    }
    return changes;
  }

  void remove(StaffPrincipal owner, ChannelKind kind) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  if (!ChannelStore.remove(c, owner.merchantId(), kind)) {
                    throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
                  }
                  Hooks.forget(c, owner.merchantId(), kind);
                  // What waited for it goes another way, or ends.
                  released.release(c, owner.merchantId(), kind);
                  audit.record(c, owner, "CHANNEL_REMOVED", "channel:" + kind, Map.of());
                  return true;
                });
    house.wake().run();
  }

  void order(StaffPrincipal owner, List<ChannelKind> kinds) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  Check check = new Check();
                  check.require(
                      ChannelStore.all(c, owner.merchantId()).stream()
                          .map(Channel::kind)
                          .collect(Collectors.toSet())
                          .equals(Set.copyOf(kinds)),
                      "kinds",
                      "INVALID",
                      "все подключённые каналы и никакие другие",
                      "all channels that are set up and no others");
                  check.done();
                  ChannelStore.order(c, owner.merchantId(), kinds);
                  audit.record(
                      c, owner, "CHANNELS_ORDERED", "channels", Map.of("order", kinds.toString()));
                  return true;
                });
  }

  void rules(StaffPrincipal owner, MessageRules rules) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  rules.keep(c, owner.merchantId());
                  audit.record(c, owner, "MESSAGE_RULES_CHANGED", "message-rules", Map.of());
                  return true;
                });
  }

  /** Sends a word to somebody of the shop, and says what the vendor said. */
  Tested test(StaffPrincipal owner, ChannelKind kind, @Nullable String address, Lang lang) {
    long merchantId = owner.merchantId();
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
                  Channel channel = require(c, merchantId, kind);
                  if (SentLog.tests(c, merchantId, now.minus(Duration.ofHours(1))) >= TESTS) {
                    throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, 3_600);
                  }
                  String chat = kind.ofProfile() ? to : chatOf(c, merchantId, kind, to, now);
                  SentLog.Leaving leaving =
                      SentLog.test(c, merchantId, house.ids().next(), channel, now);
                  return new Ready(channel, leaving, carriers.of(c, merchantId, channel), chat);
                });
    Parcel parcel =
        new Parcel(
            ready.to, SUBJECT.in(lang), words(merchantId).in(lang), "test-" + now, LIFE, null);
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
  private void heard(Connection c, long merchantId, Channel channel, Answer answer, Instant now)
      throws SQLException {
    Optional<Channel.Stop> stop = Stops.of(answer, now);
    if (stop.isPresent()) {
      boolean _ = ChannelStore.stop(c, merchantId, channel, stop.get());
    } else if (answer instanceof Answer.Accepted) {
      ChannelStore.go(c, merchantId, channel.kind());
      released.release(c, merchantId, channel.kind());
    }
  }

  private static final LocalText SUBJECT = new LocalText("Проверка связи", "A test");

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

  Optional<BigDecimal> balance(long merchantId, ChannelKind kind) {
    return house
        .database()
        .inTenant(merchantId, c -> carriers.of(c, merchantId, require(c, merchantId, kind)))
        .balance();
  }

  private static Channel require(Connection c, long merchantId, ChannelKind kind)
      throws SQLException {
    return ChannelStore.one(c, merchantId, kind)
        .orElseThrow(() -> new Problem(ProblemCode.CHANNEL_NOT_FOUND));
  }
}

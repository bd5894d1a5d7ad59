package io.kartela.service;

import io.kartela.push.Answer;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.push.smpp.FakeSmpp;
import io.kartela.push.sms.FakeExolve;
import io.kartela.push.sms.FakeSmsAero;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.push.sms.FakeSmsc;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.message.channel.Account;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.Vendor;
import io.kartela.service.simulator.ChatBots;
import io.kartela.service.simulator.DemoCalls;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where vendors are. With the simulator these are stand-ins, which know the login and the key
 * {@code demo} (a Telegram bot's token is {@code 1:demo}); what they take ends in the demo's
 * mailbox and chats. Thread-safe.
 */
final class VendorPlaces {
  /** Login and key at the vendors' stand-ins. */
  static final String DEMO = "demo";

  /** What looks like a token of a Telegram bot. */
  static final String DEMO_TOKEN = "1:demo";

  private static final Map<Vendor, URI> ADDRESSES =
      Map.of(
          Vendor.SMSC, URI.create("https://smsc.ru"),
          Vendor.SMSAERO, URI.create("https://gate.smsaero.ru"),
          Vendor.EXOLVE, URI.create("https://api.exolve.ru"),
          Vendor.MAX, URI.create("https://platform-api2.max.ru"),
          Vendor.TELEGRAM, URI.create("https://api.telegram.org"),
          Vendor.VK, URI.create("https://api.vk.com"));

  private final boolean simulated;
  private final ChatBots bots;
  private final URI publicUrl;
  private final URI here;
  private final Map<Vendor, URI> addresses;

  VendorPlaces(PlatformWing platform, Mailbox mailbox, ChatBots bots, DemoCalls calls) {
    this.simulated = platform.config.simulator();
    this.bots = bots;
    this.publicUrl = platform.house.publicUrl();
    this.here = platform.here();
    this.addresses =
        simulated
            ? standIns(platform, mailbox, calls)
            : real(platform.config.sms().address(), platform.config.vendors());
  }

  /** Where the operator says that a vendor is, there it is for shops, too. */
  private static Map<Vendor, URI> real(URI smsRu, Map<String, URI> others) {
    Map<Vendor, URI> real = new EnumMap<>(ADDRESSES);
    real.put(Vendor.SMSRU, smsRu);
    others.forEach(
        (name, address) -> real.put(Vendor.valueOf(name.toUpperCase(Locale.ROOT)), address));
    return real;
  }

  private static Map<Vendor, URI> standIns(
      PlatformWing platform, Mailbox mailbox, DemoCalls calls) {
    InstantSource clock = platform.house.clock();
    Closing closing = platform.closing;
    Consumer<TextMessage> phones =
        text -> {
          Answer _ = mailbox.sms().send(text);
        };
    Map<Vendor, URI> fakes = new EnumMap<>(Vendor.class);
    FakeSmsRu smsRu = closing.add(new FakeSmsRu(DEMO, clock, phones));
    calls.add(smsRu);
    fakes.put(Vendor.SMSRU, smsRu.address());
    fakes.put(Vendor.SMSC, closing.add(new FakeSmsc(DEMO, DEMO, clock, phones)).address());
    fakes.put(Vendor.SMSAERO, closing.add(new FakeSmsAero(DEMO, DEMO, clock, phones)).address());
    fakes.put(Vendor.EXOLVE, closing.add(new FakeExolve(DEMO, clock, phones)).address());
    int port = closing.add(new FakeSmpp(DEMO, DEMO, clock, phones)).port();
    fakes.put(Vendor.SMPP, URI.create("smpp://127.0.0.1:" + port));
    return fakes;
  }

  boolean simulated() {
    return simulated;
  }

  /** Of a message centre of the shop's own: smpp or smpps, host and port. */
  URI of(Account account) {
    Vendor vendor = account.channel().vendor();
    if (simulated && isChat(account.channel().kind())) {
      return bots.address(bot(account), token(account));
    }
    URI known = addresses.get(vendor);
    if (known != null) {
      return known;
    }
    Map<String, String> s = account.channel().settings();
    return vendor == Vendor.SMPP
        ? URI.create(
            (s.getOrDefault("security", "TLS").equals("TLS") ? "smpps://" : "smpp://")
                + s.getOrDefault("host", "localhost")
                + ":"
                + s.getOrDefault("port", "2775"))
        : URI.create("https://localhost");
  }

  /** The operator's own relay, through which all shops' words of this kind go. */
  Optional<URI> relay(Vendor vendor) {
    return Optional.ofNullable(simulated ? null : addresses.get(vendor));
  }

  /** A hook as the vendor reaches it: stand-ins know this machine only. */
  URI reachable(URI hook) {
    return simulated ? here.resolve(hook.getRawPath()) : hook;
  }

  /** With the simulator, what an owner does in VK's own settings is done at once. */
  void pasted(Account account, URI hook, String secret) {
    if (simulated) {
      bots.listen(bot(account), token(account), hook, secret);
    }
  }

  /** The link that opens the chat with a shop's bot; the demo's chats are a page of ours. */
  URI invitation(Account account, String token) {
    ChatBots.Bot bot = bot(account);
    if (simulated) {
      String shop = Long.toString(bot.merchantId(), Character.MAX_RADIX);
      return publicUrl.resolve(
          "/mailbox?chat=%s&shop=%s&bot=%s&start=%s"
              .formatted(bot.kind(), shop, bot.name(), token));
    }
    return switch (account.channel().vendor()) {
      case MAX -> URI.create("https://max.ru/" + bot.name() + "?start=" + token);
      case TELEGRAM -> URI.create("https://t.me/" + bot.name() + "?start=" + token);
      case VK -> URI.create("https://vk.me/club" + bot.name() + "?ref=" + token);
      case SMSRU, SMSC, SMSAERO, EXOLVE, SMPP, SMTP, WEBPUSH ->
          throw new IllegalArgumentException("no messenger");
    };
  }

  /** More certificates to trust, in PEM, where a vendor's are issued by nobody whom Java knows. */
  String authorities() {
    return "";
  }

  private static ChatBots.Bot bot(Account account) {
    Map<String, String> s = account.channel().settings();
    return new ChatBots.Bot(
        account.merchantId(),
        account.channel().kind(),
        s.getOrDefault("bot", s.getOrDefault("group", "1")));
  }

  private static String token(Account account) {
    return account.channel().kind() == ChannelKind.TELEGRAM ? DEMO_TOKEN : DEMO;
  }

  private static boolean isChat(ChannelKind kind) {
    return kind.isChat();
  }
}

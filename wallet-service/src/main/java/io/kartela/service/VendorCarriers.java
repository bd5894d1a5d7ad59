package io.kartela.service;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.TextChannel;
import io.kartela.push.mail.Mail;
import io.kartela.push.mail.SmtpMail;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.push.sms.Exolve;
import io.kartela.push.sms.FakeExolve;
import io.kartela.push.sms.FakeSmsAero;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.push.sms.FakeSmsc;
import io.kartela.push.sms.SmsAero;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.SmsRu;
import io.kartela.push.sms.Smsc;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.message.channel.CarrierMaker;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.Vendor;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Speaks to the vendors of shops' own channels. With the simulator, over real HTTP, to their
 * stand-ins, which know the login and the key {@code demo}; what they take ends in the demo's
 * mailbox. Thread-safe.
 */
final class VendorCarriers implements CarrierMaker {
  /** Login and key at the vendors' stand-ins. */
  static final String DEMO = "demo";

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Map<Vendor, URI> ADDRESSES =
      Map.of(
          Vendor.SMSC, URI.create("https://smsc.ru"),
          Vendor.SMSAERO, URI.create("https://gate.smsaero.ru"),
          Vendor.EXOLVE, URI.create("https://api.exolve.ru"));

  private final boolean simulated;
  private final Mailbox mailbox;
  private final Map<Vendor, URI> addresses;

  VendorCarriers(PlatformWing platform, Mailbox mailbox) {
    this.mailbox = mailbox;
    this.simulated = platform.config.simulator();
    this.addresses = simulated ? standIns(platform) : real(platform.config.sms().address());
  }

  /** Where the operator says that SMS.RU is, there it is for shops, too. */
  private static Map<Vendor, URI> real(URI smsRu) {
    Map<Vendor, URI> real = new EnumMap<>(ADDRESSES);
    real.put(Vendor.SMSRU, smsRu);
    return real;
  }

  private Map<Vendor, URI> standIns(PlatformWing platform) {
    InstantSource clock = platform.house.clock();
    Closing closing = platform.closing;
    Consumer<TextMessage> phones =
        text -> {
          Answer _ = mailbox.sms().send(text);
        };
    Map<Vendor, URI> fakes = new EnumMap<>(Vendor.class);
    fakes.put(Vendor.SMSRU, closing.add(new FakeSmsRu(DEMO, clock, phones)).address());
    fakes.put(Vendor.SMSC, closing.add(new FakeSmsc(DEMO, DEMO, clock, phones)).address());
    fakes.put(Vendor.SMSAERO, closing.add(new FakeSmsAero(DEMO, DEMO, clock, phones)).address());
    fakes.put(Vendor.EXOLVE, closing.add(new FakeExolve(DEMO, clock, phones)).address());
    return fakes;
  }

  @Override
  public TextChannel<Parcel> make(Channel channel, String secret) {
    Map<String, String> s = channel.settings();
    String sender = s.getOrDefault("sender", "");
    String login = s.getOrDefault("login", "");
    URI at = addresses.getOrDefault(channel.vendor(), URI.create("https://localhost"));
    return switch (channel.vendor()) {
      case SMSRU -> sms(new SmsRu(new SmsRu.Settings(at, secret, sender, PATIENCE)));
      case SMSC -> sms(new Smsc(new Smsc.Settings(at, login, secret, sender, PATIENCE)));
      case SMSAERO ->
          sms(new SmsAero(new SmsAero.Settings(at, login, secret, sender, null, PATIENCE)));
      case EXOLVE -> sms(new Exolve(new Exolve.Settings(at, secret, sender, PATIENCE)));
      case SMTP -> simulated ? mail(mailbox.mail()) : smtp(s, login, secret);
      case MAX, TELEGRAM, VK -> parcel -> new Answer.NotSent("NOT_YET");
    };
  }

  private static TextChannel<Parcel> sms(SmsGateway gateway) {
    return new Mapped<>(gateway, p -> new TextMessage(p.address(), p.text(), p.id(), p.life()));
  }

  private static TextChannel<Parcel> mail(TextChannel<Mail> sender) {
    return new Mapped<>(sender, VendorCarriers::letter);
  }

  private static Mail letter(Parcel p) {
    URI page = p.unsubscribe();
    return page == null
        ? new Mail(p.address(), p.subject(), p.text(), null, p.id(), null)
        : new Mail(
            p.address(),
            p.subject(),
            p.text() + "\n\n—\nОтписаться / Unsubscribe: " + page,
            null,
            p.id(),
            new Mail.Unsubscribe(page, ""));
  }

  private static TextChannel<Parcel> smtp(Map<String, String> s, String login, String secret) {
    TextChannel<Parcel> letters =
        mail(
            new SmtpMail(
                new SmtpMail.Settings(
                    s.getOrDefault("host", ""),
                    Integer.parseInt(s.getOrDefault("port", "465")),
                    SmtpMail.Security.valueOf(s.getOrDefault("security", "TLS")),
                    login,
                    secret,
                    s.getOrDefault("from", ""))));
    String host = s.getOrDefault("host", "");
    return new TextChannel<>() {
      @Override
      public Answer send(Parcel parcel) {
        return isOutside(host)
            ? letters.send(parcel)
            : new Answer.CredentialRefused("HOST_NOT_PUBLIC");
      }

      @Override
      public void close() {
        letters.close();
      }
    };
  }

  /**
   * An owner's server is somewhere on the Internet: nobody looks into the operator's own network.
   */
  private static boolean isOutside(String host) {
    try {
      for (InetAddress one : InetAddress.getAllByName(host)) {
        if (one.isLoopbackAddress()
            || one.isAnyLocalAddress()
            || one.isLinkLocalAddress()
            || one.isSiteLocalAddress()
            || one.isMulticastAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return true; // then nobody is asked
    }
  }

  /** A vendor's channel that takes parcels. */
  private record Mapped<M>(TextChannel<M> to, Function<Parcel, M> as)
      implements TextChannel<Parcel> {
    @Override
    public Answer send(Parcel parcel) {
      return to.send(as.apply(parcel));
    }

    @Override
    public List<Report> reports(Collection<Sent> sent) {
      return to.reports(sent);
    }

    @Override
    public Optional<BigDecimal> balance() {
      return to.balance();
    }

    @Override
    public boolean knowsIds() {
      return to.knowsIds();
    }

    @Override
    public void close() {
      to.close();
    }
  }
}

package io.kartela.service;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.TextChannel;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.mail.Mail;
import io.kartela.push.mail.SmtpMail;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.push.max.Max;
import io.kartela.push.smpp.Smpp;
import io.kartela.push.smpp.SmppSettings;
import io.kartela.push.sms.Exolve;
import io.kartela.push.sms.InboundCalls;
import io.kartela.push.sms.SmsAero;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.SmsRu;
import io.kartela.push.sms.Smsc;
import io.kartela.push.sms.TextMessage;
import io.kartela.push.telegram.Telegram;
import io.kartela.push.vk.Vk;
import io.kartela.service.message.channel.Account;
import io.kartela.service.message.channel.CarrierMaker;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.Vendor;
import io.kartela.service.message.web.WebNotices;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Speaks to the vendors of shops' own channels. With the simulator, over real HTTP and SMPP, to
 * their stand-ins. Thread-safe.
 */
final class VendorCarriers implements CarrierMaker {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Texts that wait for the answer of a message centre at once. */
  private static final int WINDOW = 10;

  private final VendorPlaces places;
  private final Mailbox mailbox;
  private final WebNotices web;
  private final Receipts receipts;

  /** Who hears what message centres tell unasked. */
  @FunctionalInterface
  interface Receipts {
    /** False: not now. */
    boolean told(long merchantId, Report report);
  }

  VendorCarriers(VendorPlaces places, Mailbox mailbox, WebNotices web, Receipts receipts) {
    this.places = places;
    this.mailbox = mailbox;
    this.web = web;
    this.receipts = receipts;
  }

  @Override
  public TextChannel<Parcel> make(Account account) {
    Map<String, String> s = account.channel().settings();
    String secret = account.secret();
    String sender = s.getOrDefault("sender", "");
    String login = s.getOrDefault("login", "");
    URI at = places.of(account);
    return switch (account.channel().vendor()) {
      case SMSRU -> sms(new SmsRu(new SmsRu.Settings(at, secret, sender, PATIENCE)));
      case SMSC -> sms(new Smsc(new Smsc.Settings(at, login, secret, sender, PATIENCE)));
      case SMSAERO ->
          sms(
              new SmsAero(
                  new SmsAero.Settings(at, login, secret, sender, account.hook(), PATIENCE)));
      case EXOLVE -> sms(new Exolve(new Exolve.Settings(at, secret, sender, PATIENCE)));
      case SMPP -> smpp(account, at);
      case SMTP -> places.simulated() ? mail(mailbox.mail()) : smtp(account);
      case MAX -> chat(new Max(new Max.Settings(at, secret, places.authorities(), PATIENCE)));
      case TELEGRAM -> chat(new Telegram(new Telegram.Settings(at, secret, PATIENCE)));
      case VK -> chat(new Vk(new Vk.Settings(at, secret, PATIENCE)));
      case WEBPUSH -> web.carrier(account.merchantId());
    };
  }

  @Override
  public Optional<Answer> listen(Account account, String secret) {
    URI at = places.of(account);
    URI to = places.reachable(account.hook());
    return switch (account.channel().vendor()) {
      case MAX -> {
        try (Max max =
            new Max(new Max.Settings(at, account.secret(), places.authorities(), PATIENCE))) {
          yield Optional.of(max.listen(to, secret));
        }
      }
      case TELEGRAM -> {
        try (Telegram telegram =
            new Telegram(new Telegram.Settings(at, account.secret(), PATIENCE))) {
          yield Optional.of(telegram.listen(to, secret));
        }
      }
      case VK -> {
        places.pasted(account, to, secret);
        yield Optional.empty();
      }
      case SMSRU, SMSC, SMSAERO, EXOLVE, SMPP, SMTP, WEBPUSH -> Optional.empty();
    };
  }

  @Override
  public Optional<InboundCalls> calls(Account account) {
    return account.channel().vendor() == Vendor.SMSRU
        ? Optional.of(
            new SmsRu(new SmsRu.Settings(places.of(account), account.secret(), "", PATIENCE)))
        : Optional.empty();
  }

  @Override
  public URI invitation(Account account, String token) {
    return places.invitation(account, token);
  }

  private static TextChannel<Parcel> chat(TextChannel<ChatMessage> messenger) {
    return new Mapped<>(
        messenger, p -> new ChatMessage(p.address(), p.text(), p.id(), null, p.askPhone()));
  }

  private TextChannel<Parcel> smpp(Account account, URI at) {
    Map<String, String> s = account.channel().settings();
    TextChannel<Parcel> texts =
        sms(
            new Smpp(
                new SmppSettings(
                    new SmppSettings.Centre(
                        at.getHost(), at.getPort(), at.getScheme().equals("smpps")),
                    s.getOrDefault("login", ""),
                    account.secret(),
                    s.getOrDefault("sender", ""),
                    SmppSettings.Ids.valueOf(s.getOrDefault("ids", "SAME")),
                    WINDOW,
                    PATIENCE),
                report -> receipts.told(account.merchantId(), report)));
    return places.simulated() || places.relay(Vendor.SMPP).isPresent()
        ? texts
        : outside(at.getHost(), texts);
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

  private TextChannel<Parcel> smtp(Account account) {
    Map<String, String> s = account.channel().settings();
    Optional<URI> relay = places.relay(Vendor.SMTP);
    String host = relay.map(URI::getHost).orElse(s.getOrDefault("host", ""));
    TextChannel<Parcel> letters =
        mail(
            new SmtpMail(
                new SmtpMail.Settings(
                    host,
                    relay.map(URI::getPort).orElse(Integer.parseInt(s.getOrDefault("port", "465"))),
                    relay.isPresent()
                        ? SmtpMail.Security.NONE
                        : SmtpMail.Security.valueOf(s.getOrDefault("security", "TLS")),
                    s.getOrDefault("login", ""),
                    account.secret(),
                    s.getOrDefault("from", ""))));
    return relay.isPresent() ? letters : outside(host, letters);
  }

  /** The same, but that it asks nobody inside. */
  private static TextChannel<Parcel> outside(String host, TextChannel<Parcel> to) {
    return new Mapped<>(to, Function.identity(), () -> isOutside(host) ? "" : "HOST_NOT_PUBLIC");
  }

  @Override
  public boolean mayBe(Vendor vendor, String host) {
    return places.simulated() || places.relay(vendor).isPresent() || isOutside(host);
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

  /**
   * A vendor's channel that takes parcels.
   *
   * @param refusal why none is handed on; empty: none
   */
  private record Mapped<M>(TextChannel<M> to, Function<Parcel, M> as, Supplier<String> refusal)
      implements TextChannel<Parcel> {
    Mapped(TextChannel<M> to, Function<Parcel, M> as) {
      this(to, as, () -> "");
    }

    @Override
    public Answer send(Parcel parcel) {
      String why = refusal.get();
      return why.isEmpty() ? to.send(as.apply(parcel)) : new Answer.CredentialRefused(why);
    }

    @Override
    public boolean knowsIds() {
      return to.knowsIds();
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
    public void close() {
      to.close();
    }
  }
}

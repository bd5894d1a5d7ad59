package io.kartela.service;

import io.kartela.push.mailbox.Mailbox;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.push.sms.InboundCalls;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.SmsRu;
import io.kartela.service.message.CodeLimits;
import io.kartela.service.message.HeardGateway;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.SmsBalance;
import io.kartela.service.message.post.Post;
import io.kartela.service.message.proof.PhoneProofs;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.config.Sms;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.simulator.DemoCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway that the settings name, and the door in front of it. */
final class SmsGateways {
  private static final Logger LOG = LoggerFactory.getLogger(SmsGateways.class);

  private final Config config;
  private final Mailbox mailbox;
  private final Silences silences;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Closing closing;
  private final DemoCalls ringing;

  SmsGateways(PlatformWing platform, Mailbox mailbox, Silences silences, DemoCalls ringing) {
    this.ringing = ringing;
    this.config = platform.config;
    this.mailbox = mailbox;
    this.silences = silences;
    this.meters = platform.meters;
    this.clock = platform.house.clock();
    this.closing = platform.closing;
  }

  OneTimeTexts texts(io.kartela.service.platform.db.Database database) {
    Config.Codes codes = config.codes();
    return new OneTimeTexts(
        database,
        new Post(database, gateway(), clock),
        new CodeLimits(codes.perPhone(), codes.perShop(), codes.home(), codes.perForeignCountry()),
        meters,
        clock);
  }

  /** By what else phones are proven, for every shop. */
  PhoneProofs.Gateway proofs() {
    return new PhoneProofs.Gateway(
        calls(), config.sms().gateway() != Sms.Gateway.NONE, config.codes().perShop());
  }

  private Optional<InboundCalls> calls() {
    Sms sms = config.sms();
    return switch (sms.gateway()) {
      case SIMULATOR -> Optional.of(new SmsRu(simulated("")));
      case SMSRU ->
          Optional.of(
              new SmsRu(
                  config.simulator()
                      ? simulated(sms.sender())
                      : SmsRu.Settings.of(
                          sms.address(),
                          sms.key().map(Secret::reveal).orElseThrow(),
                          sms.sender())));
      case NONE -> Optional.empty();
    };
  }

  private SmsGateway gateway() {
    return switch (config.sms().gateway()) {
      case SIMULATOR -> mailbox.sms();
      case SMSRU -> smsRu();
      case NONE -> {
        if (config.mode() == Config.Mode.PRODUCTION) {
          LOG.warn(
              "sms.gateway is none: no codes go out; people sign up where the shop has a"
                  + " messenger's bot or a gateway of its own that is rung");
        }
        yield new NoSms();
      }
    };
  }

  private SmsGateway smsRu() {
    Sms sms = config.sms();
    SmsRu.Settings settings =
        config.simulator()
            ? simulated(sms.sender())
            : SmsRu.Settings.of(
                sms.address(), sms.key().map(Secret::reveal).orElseThrow(), sms.sender());
    SmsGateway gateway = closing.add(new HeardGateway(new SmsRu(settings), silences));
    new SmsBalance(gateway, meters, clock).start();
    return gateway;
  }

  /** The same client over real HTTP, whose texts end in the demo's mailbox. */
  private SmsRu.Settings simulated(String sender) {
    String key = Tokens.random();
    FakeSmsRu fake =
        closing.add(
            new FakeSmsRu(
                key,
                clock,
                text -> {
                  var _ = mailbox.sms().send(text);
                }));
    ringing.add(fake);
    return SmsRu.Settings.of(fake.address(), key, sender);
  }
}

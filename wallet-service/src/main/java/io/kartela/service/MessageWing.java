package io.kartela.service;

import io.kartela.push.Report;
import io.kartela.push.mail.MailSender;
import io.kartela.push.mail.SmtpMail;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.push.webpush.PushServices;
import io.kartela.service.feedback.FeedbackFeature;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentFeature;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.automation.AutomationFeature;
import io.kartela.service.message.campaign.CampaignFeature;
import io.kartela.service.message.campaign.MemberMessageRoutes;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.ChannelDesk;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelRoutes;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.ChannelTrial;
import io.kartela.service.message.channel.Hooks;
import io.kartela.service.message.channel.UnsubscribeRoutes;
import io.kartela.service.message.chat.CardChatRoutes;
import io.kartela.service.message.chat.HookRoutes;
import io.kartela.service.message.delivery.BySender;
import io.kartela.service.message.delivery.DeliverySettings;
import io.kartela.service.message.delivery.DeliveryWorker;
import io.kartela.service.message.delivery.OperatorAttentionRoutes;
import io.kartela.service.message.delivery.UndeliveredRoutes;
import io.kartela.service.message.dispatch.DispatchTable;
import io.kartela.service.message.dispatch.DispatchWorker;
import io.kartela.service.message.holdout.ResultSettingsRoutes;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.message.proof.PhoneProofs;
import io.kartela.service.message.proof.ProofRoutes;
import io.kartela.service.message.web.WebKeyRoutes;
import io.kartela.service.message.web.WebKeys;
import io.kartela.service.message.web.WebNoticeRoutes;
import io.kartela.service.message.web.WebNotices;
import io.kartela.service.platform.House;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Mail;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.code.CodeFeature;
import io.kartela.service.shop.operator.OperatorAudit;
import io.kartela.service.shop.operator.OperatorSessions;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.simulator.ChatBots;
import io.kartela.service.simulator.DemoBrowsers;
import io.kartela.service.simulator.DemoCalls;
import io.kartela.service.wallet.pass.OpenCards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What is said to people, and what is brought to their phones. */
final class MessageWing {
  final Mailbox mailbox;
  final ChatBots bots;
  final DemoBrowsers browsers;
  final DemoCalls calls = new DemoCalls();
  final PhoneProofs proofs;
  final ChatCodes codes;
  final OneTimeTexts texts;
  final PasswordLetters letters;
  final DeliveryWorker delivery;

  /** Carries letters to people of shops; empty: nobody does. */
  final Optional<MailSender> mail;

  final AutomationFeature automations;
  private final WebKeys webKeys;
  private final DispatchWorker dispatch;
  private final ChannelRoutes channels;
  private final List<Routes> chats;
  private final Silences texting;
  private final House house;
  private final ShopWing shop;
  private final Audiences audiences;
  private final CampaignFeature campaigns;

  MessageWing(
      PlatformWing platform,
      ShopWing shop,
      MemberWing members,
      WalletWing wallet,
      PhonesWing phones,
      Programs programs) {
    this.house = platform.house;
    this.shop = shop;
    this.mailbox = new Mailbox(house.clock());
    this.bots = platform.closing.add(new ChatBots(house.clock()));
    this.browsers = platform.closing.add(new DemoBrowsers(house.clock()));
    this.texting = new Silences(house.clock());
    SmsGateways gateways = new SmsGateways(platform, mailbox, texting, calls);
    this.texts = gateways.texts(house.database());
    var saying = new CampaignFeature.Sayings(members.accounts, shop.merchants, house.clock());
    ChannelStore store = new ChannelStore(platform.vault);
    this.webKeys = new WebKeys(house, platform.vault);
    WebNotices web =
        new WebNotices(house, webKeys, wallet.passes, shop.merchants, services(platform));
    OpenCards cards = new OpenCards(house.database(), wallet.passes);
    Hooks hooks = new Hooks(platform.vault, house.publicUrl());
    Carriers carriers =
        platform.closing.add(
            new Carriers(
                store,
                hooks,
                new VendorCarriers(
                    new VendorPlaces(platform, mailbox, bots, calls),
                    mailbox,
                    web,
                    this::smsReport)));
    this.proofs = new PhoneProofs(house, carriers, gateways.proofs());
    this.codes = new ChatCodes(house, carriers, proofs);
    this.dispatch = platform.closing.add(dispatch(carriers, saying, members));
    ChannelTrial trial = new ChannelTrial(house, carriers, shop.merchants, this::release);
    this.channels =
        new ChannelRoutes(
            shop.sessions,
            new ChannelDesk(house, store, hooks, carriers, trial, shop.audit, this::release));
    this.chats =
        List.of(
            new CardChatRoutes(house, cards, carriers),
            new WebNoticeRoutes(house, cards, web),
            new HookRoutes(house, store, hooks, carriers, dispatch, shop.merchants));
    this.mail = mail(platform.config);
    this.letters = platform.closing.add(new PasswordLetters(mail));
    this.delivery =
        platform.closing.add(
            new DeliveryWorker(
                house,
                wallet.passes,
                phones.push,
                phones.google,
                heard(saying),
                platform.meters,
                DeliverySettings.usual()));
    this.audiences = members.audiences;
    this.automations =
        new AutomationFeature(house, members.accounts, audiences, shop.merchants, programs);
    this.campaigns =
        platform.closing.add(
            new CampaignFeature(
                house, platform.jpa, audiences, shop.sessions, shop.audit, saying, trial));
  }

  private DispatchWorker dispatch(
      Carriers carriers, CampaignFeature.Sayings saying, MemberWing members) {
    LongFunction<ZoneId> zones = merchantId -> shop.merchants.get(merchantId).zone();
    return new DispatchWorker(
        house,
        carriers,
        zones,
        List.of(
            CampaignFeature.source(saying),
            AutomationFeature.source(members.accounts, shop.merchants, house.clock()),
            FeedbackFeature.source()));
  }

  /** What waited for a channel that stood still goes. */
  private void release(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    DispatchTable.releaseKind(c, merchantId, kind, house.clock().instant());
  }

  /** With the simulator its own push service is one, too. */
  private static PushServices services(PlatformWing platform) {
    return platform.config.simulator() ? PushServices.KNOWN.andLoopback() : PushServices.KNOWN;
  }

  private BySender heard(CampaignFeature.Sayings saying) {
    return new BySender(
        Map.of(
            CampaignFeature.WORD,
            CampaignFeature.listener(saying),
            AutomationFeature.WORD,
            AutomationFeature.listener(house.clock()),
            FeedbackFeature.WORD,
            FeedbackFeature.listener(house.clock())));
  }

  /** What a message centre tells unasked. */
  private boolean smsReport(long merchantId, Report report) {
    return dispatch.told(merchantId, ChannelKind.SMS, report);
  }

  private Optional<MailSender> mail(Config config) {
    Optional<MailSender> demo = config.simulator() ? Optional.of(mailbox.mail()) : Optional.empty();
    return config.mail().server().<MailSender>map(MessageWing::smtp).or(() -> demo);
  }

  private static SmtpMail smtp(Mail.Server server) {
    return new SmtpMail(
        new SmtpMail.Settings(
            server.host(),
            server.port(),
            switch (server.security()) {
              case TLS -> SmtpMail.Security.TLS;
              case STARTTLS -> SmtpMail.Security.STARTTLS;
              case NONE -> SmtpMail.Security.NONE;
            },
            server.login().map(Config.Login::user).orElse(""),
            server.login().flatMap(Config.Login::password).map(Secret::reveal).orElse(""),
            server.from()));
  }

  List<Routes> routes(OperatorSessions operators) {
    return List.of(
        campaigns.routes(),
        automations.routes(shop.sessions, shop.audit),
        channels,
        new ProofRoutes(house.database(), shop.sessions, shop.audit, proofs),
        chats.getFirst(),
        chats.get(1),
        chats.getLast(),
        new UnsubscribeRoutes(house, shop.merchants),
        new ResultSettingsRoutes(house.database(), shop.sessions, shop.audit, house.clock()),
        new MemberMessageRoutes(house.database(), shop.sessions, house.clock()),
        SegmentFeature.routes(
            house.database(),
            house.ids(),
            shop.sessions,
            shop.audit,
            house.clock(),
            audiences,
            CampaignFeature.segmentUse().neededBy(MessageWing::needsSegment)),
        new UndeliveredRoutes(
            house.database(), shop.sessions, this::silences, delivery::wakeLetters),
        new WebKeyRoutes(
            house, operators, webKeys, new OperatorAudit(shop.audit, house.ids(), house.clock())),
        new OperatorAttentionRoutes(
            house.database(), operators, shop.merchants, this::silences, delivery::wakeLetters));
  }

  private static boolean needsSegment(Connection c, long merchantId, long segmentId)
      throws SQLException {
    return AutomationFeature.names(c, merchantId, segmentId)
        || CampaignFeature.plans(c, merchantId, segmentId)
        || CodeFeature.names(c, merchantId, segmentId);
  }

  /** Who answers nobody: to whom cards are brought, and by whom codes are sent. */
  List<Silences.Silence> silences() {
    return Stream.of(delivery.silences(), texting).flatMap(s -> s.all().stream()).toList();
  }

  void start() {
    webKeys.reseal();
    delivery.start();
    dispatch.start();
    campaigns.start();
  }
}

package io.kartela.service;

import io.kartela.push.Report;
import io.kartela.push.mail.MailSender;
import io.kartela.push.mail.SmtpMail;
import io.kartela.push.mailbox.Mailbox;
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
import io.kartela.service.platform.House;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Mail;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.code.CodeFeature;
import io.kartela.service.shop.operator.OperatorSessions;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.simulator.ChatBots;
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
  final OneTimeTexts texts;
  final PasswordLetters letters;
  final DeliveryWorker delivery;
  final AutomationFeature automations;
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
    this.texting = new Silences(house.clock());
    this.texts = new SmsGateways(platform, mailbox, texting).texts(house.database());
    LongFunction<ZoneId> zones = merchantId -> shop.merchants.get(merchantId).zone();
    var saying = new CampaignFeature.Saying(members.accounts, zones, house.clock());
    ChannelStore store = new ChannelStore(platform.vault);
    Hooks hooks = new Hooks(platform.vault, house.publicUrl());
    Carriers carriers =
        platform.closing.add(
            new Carriers(
                store,
                hooks,
                new VendorCarriers(
                    new VendorPlaces(platform, mailbox, bots), mailbox, this::smsReport)));
    this.dispatch =
        platform.closing.add(
            new DispatchWorker(
                house,
                carriers,
                zones,
                List.of(
                    CampaignFeature.source(saying),
                    AutomationFeature.source(members.accounts, shop.merchants, house.clock()))));
    this.channels =
        new ChannelRoutes(
            shop.sessions,
            new ChannelDesk(
                house,
                store,
                hooks,
                carriers,
                shop.merchants,
                shop.audit,
                (c, merchantId, kind) ->
                    DispatchTable.releaseKind(c, merchantId, kind, house.clock().instant())));
    this.chats =
        List.of(
            new CardChatRoutes(house, wallet.passes, carriers),
            new HookRoutes(house, store, hooks, carriers, dispatch, shop.merchants));
    this.letters = platform.closing.add(new PasswordLetters(mail(platform.config)));
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
            new CampaignFeature(house, platform.jpa, audiences, shop.sessions, shop.audit, saying));
  }

  private BySender heard(CampaignFeature.Saying saying) {
    return new BySender(
        Map.of(
            CampaignFeature.WORD,
            CampaignFeature.listener(saying),
            AutomationFeature.WORD,
            AutomationFeature.listener(house.clock())));
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
        chats.getFirst(),
        chats.getLast(),
        new UnsubscribeRoutes(house, shop.merchants),
        new ResultSettingsRoutes(house.database(), shop.sessions, shop.audit, house.clock()),
        new MemberMessageRoutes(house.database(), shop.sessions),
        SegmentFeature.routes(
            house.database(),
            house.ids(),
            shop.sessions,
            shop.audit,
            house.clock(),
            audiences,
            CampaignFeature.segmentUse()
                .neededBy(
                    (c, merchantId, segmentId) ->
                        AutomationFeature.names(c, merchantId, segmentId)
                            || CodeFeature.names(c, merchantId, segmentId))),
        new UndeliveredRoutes(
            house.database(), shop.sessions, this::silences, delivery::wakeLetters),
        new OperatorAttentionRoutes(
            house.database(), operators, shop.merchants, this::silences, delivery::wakeLetters));
  }

  /** Who answers nobody: to whom cards are brought, and by whom codes are sent. */
  List<Silences.Silence> silences() {
    return Stream.of(delivery.silences(), texting).flatMap(s -> s.all().stream()).toList();
  }

  void start() {
    delivery.start();
    dispatch.start();
    campaigns.start();
  }
}

package io.kartela.service.message.chat;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.message.proof.ProofChats;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's bot answers by itself: a bot that says nothing looks broken. It is written down as
 * all that leaves; whether it arrives changes nothing. Thread-safe.
 */
final class BotTalk {
  private static final String SOURCE = "BOT";
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final LocalText BUTTON = new LocalText("Поделиться номером", "Share my number");

  private final House house;
  private final Carriers carriers;
  private final Merchants merchants;

  /** Where it is said. */
  record Place(long merchantId, Channel channel, String chat) {}

  BotTalk(House house, Carriers carriers, Merchants merchants) {
    this.house = house;
    this.carriers = carriers;
    this.merchants = merchants;
  }

  /** The chat has become a member's. */
  void greet(Place place) {
    Merchant shop = merchants.get(place.merchantId);
    LocalText words =
        new LocalText(
            "Готово: сюда будут приходить сообщения магазина «" + shop.names().ru() + "».",
            "Done: messages of " + shop.names().en() + " will come here.");
    say(place, words.in(shop.locale()), null);
  }

  /** The link that was followed is nobody's, or nobody's any more. */
  void stale(Place place) {
    answer(place, new ProofChats.Said(ProofChats.Say.STALE, null));
  }

  void answer(Place place, ProofChats.Said said) {
    Merchant shop = merchants.get(place.merchantId);
    Lang lang = said.lang() == null ? shop.locale() : said.lang();
    boolean asks = said.say() == ProofChats.Say.ASK || said.say() == ProofChats.Say.FOREIGN;
    say(place, words(said.say(), shop.names()).in(lang), asks ? BUTTON.in(lang) : null);
  }

  private static LocalText words(ProofChats.Say say, LocalText shop) {
    return switch (say) {
      case ASK ->
          new LocalText(
              "«"
                  + shop.ru()
                  + "»: подтвердите номер, который вы только что указали на странице магазина."
                  + " Нажмите кнопку «Поделиться номером». Если вы ничего не указывали, просто"
                  + " закройте этот чат.",
              shop.en()
                  + ": confirm the number that you have just given on the shop's page. Press"
                  + " \"Share my number\". If you gave none, just close this chat.");
      case PROVEN ->
          new LocalText(
              "Номер подтверждён. Вернитесь на страницу магазина.",
              "The number is confirmed. Go back to the shop's page.");
      case OTHER_PHONE ->
          new LocalText(
              "На странице магазина указан другой номер. Вернитесь туда и проверьте его.",
              "Another number was given on the shop's page. Go back and check it.");
      case FOREIGN ->
          new LocalText(
              "Это чужой контакт. Нажмите кнопку «Поделиться номером», чтобы подтвердить свой.",
              "This is somebody else's contact. Press \"Share my number\" to confirm your own.");
      case STALE ->
          new LocalText(
              "Эта ссылка больше не действует. Откройте страницу магазина и начните ещё раз.",
              "This link is no longer good. Open the shop's page and begin again.");
    };
  }

  private void say(Place place, String words, @Nullable String askPhone) {
    long id = house.ids().next();
    Instant now = house.clock().instant();
    record Ready(SentLog.Leaving leaving, TextChannel<Parcel> carrier) {}
    Ready ready =
        house
            .database()
            .inTenant(
                place.merchantId,
                c -> {
                  Channel channel = place.channel;
                  long member =
                      Addresses.whose(c, place.merchantId, channel.kind(), place.chat).orElse(0L);
                  SentLog.Leaving one =
                      new SentLog.Leaving(
                          id,
                          channel,
                          new Addresses.Reach(member, channel.kind(), place.chat),
                          new SentLog.Origin(SOURCE, id, 0),
                          1,
                          channel.price());
                  SentLog.leaving(c, place.merchantId, java.util.List.of(one), now);
                  return new Ready(one, carriers.of(c, place.merchantId, channel));
                });
    Parcel parcel = new Parcel(place.chat, "", words, "bot-" + id, LIFE, null, askPhone);
    Thread _ =
        Thread.ofVirtual()
            .name("bot-talk")
            .start(() -> settle(place, ready.leaving, ready.carrier.send(parcel)));
  }

  private void settle(Place place, SentLog.Leaving one, Answer answer) {
    boolean _ =
        house
            .database()
            .inTenant(
                place.merchantId,
                c -> {
                  SentLog.settled(c, place.merchantId, one, answer, house.clock().instant());
                  return true;
                });
  }
}

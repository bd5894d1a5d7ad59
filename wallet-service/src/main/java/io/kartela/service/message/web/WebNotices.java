package io.kartela.service.message.web;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.webpush.PushServices;
import io.kartela.push.webpush.VapidKeys;
import io.kartela.push.webpush.WebMessage;
import io.kartela.push.webpush.WebPush;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words to browsers, for all shops: what speaks to push services by each of our keys. Thread-safe.
 */
public final class WebNotices {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final House house;
  private final WebKeys keys;
  private final Passes passes;
  private final Merchants merchants;
  private final PushServices services;
  private final Map<String, WebPush> pushes = new ConcurrentHashMap<>();

  /**
   * @param services to whom anything is sent at all
   */
  public WebNotices(
      House house, WebKeys keys, Passes passes, Merchants merchants, PushServices services) {
    this.house = house;
    this.keys = keys;
    this.passes = passes;
    this.merchants = merchants;
    this.services = services;
  }

  /** By what a shop's words go to browsers. */
  public TextChannel<Parcel> carrier(long merchantId) {
    return new WebCarrier(this, merchantId);
  }

  Answer push(String key, WebMessage message) {
    Optional<WebPush> push = Optional.ofNullable(pushes.get(key));
    if (push.isEmpty()) {
      push = keys.of(key).map(pair -> pushes.computeIfAbsent(key, _ -> made(pair)));
    }
    return push.isPresent()
        ? push.get().send(message)
        : new Answer.AddressRefused("KEY_GONE", AddressFate.DEAD);
  }

  private WebPush made(VapidKeys pair) {
    return new WebPush(
        new WebPush.Settings(pair, contact(house.publicUrl()), services, PATIENCE), house.clock());
  }

  /** Where push services find us; a page that is not on the Internet is no place to complain. */
  private static String contact(URI publicUrl) {
    return "https".equals(publicUrl.getScheme())
        ? publicUrl.toString()
        : "mailto:postmaster@" + publicUrl.getHost();
  }

  Database database() {
    return house.database();
  }

  Passes passes() {
    return passes;
  }

  WebKeys keys() {
    return keys;
  }

  PushServices services() {
    return services;
  }

  LocalText shop(long merchantId) {
    return merchants.get(merchantId).names();
  }
}

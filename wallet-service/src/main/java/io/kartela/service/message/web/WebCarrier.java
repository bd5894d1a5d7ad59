package io.kartela.service.message.web;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.webpush.WebMessage;
import io.kartela.push.webpush.WebMessage.Urgency;
import io.kartela.service.message.channel.Parcel;
import io.kartela.service.message.web.Browsers.Browser;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.wallet.pass.PassRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Carries a shop's words to all browsers of a member, whose number is the parcel's address. It has
 * arrived when one of them is served. A browser that is gone is retired. Thread-safe.
 */
final class WebCarrier implements TextChannel<Parcel> {
  /** Push services keep nothing for longer. */
  private static final Duration LONGEST = Duration.ofDays(28);

  private static final int TOPIC = 32;

  private final WebNotices notices;
  private final long merchantId;

  WebCarrier(WebNotices notices, long merchantId) {
    this.notices = notices;
    this.merchantId = merchantId;
  }

  private record Known(List<Browser> browsers, String page) {}

  @Override
  public Answer send(Parcel parcel) {
    long memberId = Long.parseLong(parcel.address());
    Known known =
        notices
            .database()
            .inTenant(
                merchantId,
                c ->
                    new Known(
                        Browsers.of(c, merchantId, memberId),
                        notices
                            .passes()
                            .byMember(c, merchantId, memberId)
                            .map(PassRef::token)
                            .map(token -> "/c/" + token)
                            .orElse("/c/mine")));
    List<Answer> answers = new ArrayList<>();
    for (Browser browser : known.browsers) {
      Answer answer = notices.push(browser.key(), message(parcel, browser, known.page));
      if (answer instanceof Answer.AddressRefused(var _, AddressFate fate)
          && fate == AddressFate.DEAD) {
        boolean _ =
            notices
                .database()
                .inTenant(
                    merchantId, c -> Browsers.retire(c, merchantId, memberId, browser.name()));
      }
      answers.add(answer);
    }
    return together(answers);
  }

  private WebMessage message(Parcel parcel, Browser browser, String page) {
    // The same words have the same name: a browser that gets them twice shows them once.
    String topic =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Tokens.sha256(parcel.id()))
            .substring(0, TOPIC);
    String payload =
        Http.JSON.writeValueAsString(
            Map.of(
                "title",
                notices.shop(merchantId).in(browser.lang()),
                "text",
                parcel.text(),
                "page",
                page,
                "tag",
                topic,
                "lang",
                browser.lang().tag()));
    Duration life = parcel.life().compareTo(LONGEST) > 0 ? LONGEST : parcel.life();
    return new WebMessage(
        browser.at(), payload, life.isNegative() ? Duration.ZERO : life, Urgency.NORMAL, topic);
  }

  /**
   * What all answers say of the member. A browser names its push service and the key itself, so
   * that one which refuses us says nothing of the shop's other members: nobody stops a channel by
   * it.
   */
  private static Answer together(List<Answer> answers) {
    Answer best = new Answer.AddressRefused("NO_BROWSER", AddressFate.DEAD);
    for (Answer answer : answers) {
      Answer of =
          answer instanceof Answer.CredentialRefused(String code)
              ? new Answer.AddressRefused(code, AddressFate.QUARANTINE)
              : answer;
      if (weight(of) > weight(best)) {
        best = of;
      }
    }
    return best;
  }

  private static int weight(Answer answer) {
    return switch (answer) {
      case Answer.Accepted _ -> 5;
      case Answer.Unknown _ -> 4;
      case Answer.Throttled _, Answer.NotSent _ -> 3;
      case Answer.TextRefused _ -> 2;
      case Answer.AddressRefused(var _, AddressFate fate) -> fate == AddressFate.DEAD ? 0 : 1;
      case Answer.Withdrawn _, Answer.CredentialRefused _, Answer.OutOfMoney _ -> 1;
    };
  }

  /** A browser replaces words by the same words. */
  @Override
  public boolean knowsIds() {
    return true;
  }
}

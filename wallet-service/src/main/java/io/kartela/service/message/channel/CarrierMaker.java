package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.push.sms.InboundCalls;
import java.net.URI;
import java.util.Optional;

/** Makes what speaks to a vendor. Thread-safe. */
public interface CarrierMaker {
  /** A carrier for one shop's channel. */
  TextChannel<Parcel> make(Account account);

  /**
   * Tells a messenger where to post what people do.
   *
   * @param secret that it shall show
   * @return empty where a person has to tell it, in the messenger's own settings
   */
  Optional<Answer> listen(Account account, String secret);

  /** By whom a shop's account at the vendor is rung; empty: the vendor has no such service. */
  Optional<InboundCalls> calls(Account account);

  /**
   * Whether a shop's own server may be there: nobody looks into the operator's network. Asks DNS.
   */
  boolean mayBe(Vendor vendor, String host);

  /** A messenger's link that opens the chat with the shop's bot, which is then told the token. */
  URI invitation(Account account, String token);
}

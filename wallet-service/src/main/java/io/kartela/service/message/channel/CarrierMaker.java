package io.kartela.service.message.channel;

import io.kartela.push.TextChannel;

/** Makes what speaks to a vendor. Thread-safe. */
@FunctionalInterface
public interface CarrierMaker {
  /** A carrier for one shop's channel. */
  TextChannel<Parcel> make(Account account);
}

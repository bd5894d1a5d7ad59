package io.kartela.push;

import io.kartela.push.Delivery.AddressFate;
import java.time.Duration;
import java.util.Objects;

/**
 * What a vendor said to words for one person, whatever way they went. Exhaustive: switch over it
 * without a default. Codes are the vendor's own and hold neither the words nor the address.
 */
public sealed interface Answer {

  /** The vendor took it. Whether the person got it is told later, if at all: {@link Report}. */
  record Accepted(String vendorId) implements Answer {
    public Accepted {
      Objects.requireNonNull(vendorId);
    }
  }

  /**
   * Nothing reaches this address this way: it is wrong, barred or without a route.
   *
   * @param fate what to do with the address; never because of our own fault
   */
  record AddressRefused(String code, AddressFate fate) implements Answer {
    public AddressRefused {
      Objects.requireNonNull(fate);
    }
  }

  /** The person has told the vendor to let nothing of ours through. */
  record Withdrawn(String code) implements Answer {}

  /** Our text or sender's name is at fault, not the address: somebody has to look. */
  record TextRefused(String code) implements Answer {}

  /** Our key, login or network is refused: nothing goes out until somebody acts. */
  record CredentialRefused(String code) implements Answer {}

  /** The account is empty: nothing goes out until it is paid. */
  record OutOfMoney(String code) implements Answer {}

  /** Less is wanted, from us or for this address. */
  record Throttled(String code, Duration after) implements Answer {}

  /** Certainly not sent: nobody answered the door, or the vendor says that it is out of order. */
  record NotSent(String reason) implements Answer {}

  /** The answer got lost, or cannot be read: the words may or may not arrive. Not sent again. */
  record Unknown(String reason) implements Answer {}

  /** The vendor's own word for it, or why there is none; empty when the words were taken. */
  default String word() {
    return switch (this) {
      case Accepted _ -> "";
      case AddressRefused(String code, var _) -> code;
      case Withdrawn(String code) -> code;
      case TextRefused(String code) -> code;
      case CredentialRefused(String code) -> code;
      case OutOfMoney(String code) -> code;
      case Throttled(String code, var _) -> code;
      case NotSent(String reason) -> reason;
      case Unknown(String reason) -> reason;
    };
  }

  /** Whether the person may get the words. */
  default boolean mayArrive() {
    return this instanceof Accepted || this instanceof Unknown;
  }
}

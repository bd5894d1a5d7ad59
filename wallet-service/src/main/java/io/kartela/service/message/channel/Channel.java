package io.kartela.service.message.channel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way of a shop's to write to its members.
 *
 * @param settings what is no secret
 * @param stopped the vendor refused us: nothing leaves until somebody acts
 */
public record Channel(
    ChannelKind kind,
    Vendor vendor,
    Map<String, String> settings,
    Use use,
    int revision,
    @Nullable Stop stopped) {

  /**
   * How it is used.
   *
   * @param marketing whether offers may go this way
   * @param rank the smaller is tried first
   * @param price minor units for each part
   */
  public record Use(boolean active, boolean marketing, int rank, long price, int perMinute) {}

  /**
   * Why it stands still.
   *
   * @param detail the vendor's own word
   */
  public record Stop(Why why, String detail, Instant at) {}

  /** Whose fault it is. */
  public enum Why {
    /** The key, login or network is refused. */
    CREDENTIAL,
    /** The account is empty. */
    MONEY
  }

  public long price() {
    return use.price;
  }

  public int rank() {
    return use.rank;
  }

  /** Whether an offer may be sent by it at all. */
  public boolean carriesOffers() {
    return use.active && use.marketing;
  }
}

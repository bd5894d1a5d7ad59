package io.kartela.service.message.channel;

/**
 * A shop's channel with what proves to the vendor who we are.
 *
 * @param secret empty when the vendor needs none
 */
public record Account(long merchantId, Channel channel, String secret) {
  /** Without the secret. */
  @Override
  public String toString() {
    return channel.vendor() + " of " + merchantId;
  }
}

package io.kartela.service.message.channel;

import java.net.URI;

/**
 * A shop's channel with what proves to the vendor who we are.
 *
 * @param secret empty when the vendor needs none
 * @param hook where the vendor posts what it has to tell
 */
public record Account(long merchantId, Channel channel, String secret, URI hook) {
  /** Without the secret, and without the address that may carry one. */
  @Override
  public String toString() {
    return channel.vendor() + " of " + merchantId;
  }
}

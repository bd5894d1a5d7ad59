package io.kartela.service.message.channel;

import java.time.Duration;

/**
 * Words to one address.
 *
 * @param subject of a letter; others do not show it
 * @param id ours: a vendor that knows ids sends the same only once
 * @param life after it they are of no use
 */
public record Parcel(String address, String subject, String text, String id, Duration life) {
  /** Neither the address nor the words belong in a log. */
  @Override
  public String toString() {
    return id;
  }
}

package io.kartela.service.message.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Words to one address.
 *
 * @param subject of a letter; others do not show it
 * @param id ours: a vendor that knows ids sends the same only once
 * @param life after it they are of no use
 * @param unsubscribe where the person refuses further ones; null: of a kind that cannot be refused
 */
public record Parcel(
    String address,
    String subject,
    String text,
    String id,
    Duration life,
    @Nullable URI unsubscribe) {
  /** Neither the address nor the words belong in a log. */
  @Override
  public String toString() {
    return id;
  }
}

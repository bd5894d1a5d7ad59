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
 * @param askPhone on a messenger's button by which the person gives the own phone; null: none
 */
public record Parcel(
    String address,
    String subject,
    String text,
    String id,
    Duration life,
    @Nullable URI unsubscribe,
    @Nullable String askPhone) {
  /** Without a button. */
  public Parcel(
      String address,
      String subject,
      String text,
      String id,
      Duration life,
      @Nullable URI unsubscribe) {
    this(address, subject, text, id, life, unsubscribe, null);
  }

  /** Neither the address nor the words belong in a log. */
  @Override
  public String toString() {
    return id;
  }
}

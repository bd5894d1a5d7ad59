package io.kartela.service.platform;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.outbox.Wake;
import java.net.URI;
import java.time.InstantSource;

/**
 * What every feature stands on, handed on as one value.
 *
 * @param publicUrl where customers reach this service
 * @param wake to be told after a commit that left work in the outbox
 */
public record House(Database database, Ids ids, InstantSource clock, URI publicUrl, Wake wake) {
  /** The same house at another time. */
  public House at(InstantSource otherClock) {
    return new House(database, ids, otherClock, publicUrl, wake);
  }
}

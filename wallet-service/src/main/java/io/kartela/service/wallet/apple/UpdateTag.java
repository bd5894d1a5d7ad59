package io.kartela.service.wallet.apple;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The opaque tag of Apple's "what changed since": which run of the database, and the oldest
 * transaction that was still running when it was given. A change made by any later transaction is
 * listed, however late it commits; a clock or a counter would miss one that was numbered early and
 * committed late.
 *
 * @param epoch when the server process started: a crash or a restore may give the same transaction
 *     numbers out again, and phones are then better told of everything once
 */
record UpdateTag(String epoch, long xmin) {
  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,16})\\.([0-9]{1,19})");

  /** From which transaction on to list. */
  record Since(boolean everything, long xmin) {}

  /** The tag to give now. Take it before reading what changed. */
  static Answer<UpdateTag> now(RoundTrip trip) {
    return trip.query(
        """
        SELECT to_hex((extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint),
            pg_snapshot_xmin(pg_current_snapshot())::text
        """,
        p -> {},
        r -> {
          r.next();
          return new UpdateTag(r.getString(1), Long.parseLong(r.getString(2)));
        });
  }

  /** What a device that shows this tag has to be told; a tag that is not ours tells nothing. */
  Since since(@Nullable String shown) {
    Matcher m = SHAPE.matcher(shown == null ? "" : shown);
    if (!m.matches() || !m.group(1).equals(epoch)) {
      return new Since(true, 0);
    }
    try {
      long given = Long.parseLong(m.group(2));
      return given > xmin ? new Since(true, 0) : new Since(false, given);
    } catch (NumberFormatException e) {
      return new Since(true, 0);
    }
  }

  @Override
  public String toString() {
    return epoch + "." + xmin;
  }
}

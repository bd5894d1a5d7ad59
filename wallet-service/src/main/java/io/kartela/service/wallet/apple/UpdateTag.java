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
  /** Of this run, in SQL. */
  static final String EPOCH =
      "to_hex((extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint)";

  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,16})\\.([0-9]{1,19})");

  /**
   * What a device shows.
   *
   * @param epoch empty: nothing that is ours
   */
  record Shown(String epoch, long xmin) {
    private static final Shown NOTHING = new Shown("", 0);

    /** A tag that is not ours tells nothing. */
    static Shown of(@Nullable String text) {
      Matcher m = SHAPE.matcher(text == null ? "" : text);
      try {
        return m.matches() ? new Shown(m.group(1), Long.parseLong(m.group(2))) : NOTHING;
      } catch (NumberFormatException e) {
        return NOTHING;
      }
    }
  }

  /** The tag to give now. Take it before reading what changed. */
  static Answer<UpdateTag> now(RoundTrip trip) {
    return trip.query(
        "SELECT " + EPOCH + ", pg_snapshot_xmin(pg_current_snapshot())::text",
        p -> {},
        r -> {
          r.next();
          return new UpdateTag(r.getString(1), Long.parseLong(r.getString(2)));
        });
  }

  @Override
  public String toString() {
    return epoch + "." + xmin;
  }
}

package io.kartela.service.program.whatif;

import io.kartela.service.platform.db.Database;
import io.kartela.service.program.Programs;
import java.time.Instant;

/** A replay without its queue, for measuring. */
public final class ReplayRun {
  private ReplayRun() {}

  /** What a run did. */
  public record Done(long receipts, long changed, long costBefore, long costAfter) {}

  public static Done run(
      Database database,
      Programs programs,
      long merchantId,
      String document,
      Instant from,
      Instant to,
      int threads) {
    WhatIfJob job =
        new WhatIfJob(
            merchantId,
            1,
            null,
            "bench",
            document,
            from,
            to,
            100,
            WhatIfJob.Spending.AS_SPENT,
            10_000,
            "bench",
            to);
    WhatIfResult r = new Replay(database, programs, job, threads, to.plusSeconds(1)).run();
    return new Done(r.receipts(), r.changedReceipts(), r.before().cost(), r.after().cost());
  }
}

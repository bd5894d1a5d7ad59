package io.kartela.service.shop.imports;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Outage;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.Troubles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through lists one after another. Any number of nodes may have one: a lease keeps a list with
 * its worker, and when the worker dies another goes on where it ended.
 */
final class ImportWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Database database;
  private final Runnable wake;
  private final Map<String, ImportKind<?>> kinds;
  private final Work work;
  private final Loop loop = Loop.ofSteps("imports", POLL, this::step);

  ImportWorker(House house, Map<String, ImportKind<?>> kinds) {
    this.database = house.database();
    this.wake = house.wake();
    this.kinds = kinds;
    this.work = new Work(database, house.clock());
  }

  void start() {
    loop.start();
  }

  /** There may be work: looks at once. */
  void wake() {
    loop.wake();
  }

  private boolean step() {
    Optional<Work.Claim> next = work.claim();
    next.ifPresent(this::run);
    return next.isPresent();
  }

  private void run(Work.Claim claim) {
    try {
      Work.Job job = work.job(claim);
      ImportKind<?> kind = kinds.get(claim.kind());
      if (kind == null) {
        throw new IllegalStateException("no kind " + claim.kind());
      }
      switch (claim.state()) {
        case "UNDOING" -> takeBack(kind, claim, job);
        default -> walk(kind, claim, job);
      }
      wake.run();
    } catch (Work.Stopped e) {
      if (!loop.running()) {
        work.release(claim);
      }
    } catch (Problem e) {
      work.failed(claim, e.code().name());
    } catch (RuntimeException | Error e) {
      if (Outage.isBehind(e)) {
        throw e; // nobody's own: it is gone on with when the lease has ended
      }
      LOG.error("import {} failed: {}", claim.id(), Troubles.detail(e), e);
      work.failed(claim, "INTERNAL");
    }
  }

  private void walk(ImportKind<?> kind, Work.Claim claim, Work.Job job) {
    new Walk<>(database, work, kind, claim, job, loop::running).run();
    boolean meant = claim.state().equals("RUNNING");
    boolean _ =
        database.inTenant(
            claim.merchantId(),
            c -> {
              if (meant) {
                kind.audit(c, job.order(), job.name(), work.counts(c, claim));
              }
              work.over(c, claim, meant ? "DONE" : "CHECKED");
              return true;
            });
  }

  private void takeBack(ImportKind<?> kind, Work.Claim claim, Work.Job job) {
    TakenBack part;
    do {
      if (!loop.running()) {
        throw new Work.Stopped();
      }
      part =
          database.inTenant(
              claim.merchantId(),
              c -> {
                TakenBack back = kind.takeBack(c, job.order());
                work.tookBack(c, claim, back);
                return back;
              });
    } while (!part.isNothing());
    kind.committed(job.order());
    boolean _ =
        database.inTenant(
            claim.merchantId(),
            c -> {
              kind.auditBack(c, job.order(), job.name(), work.takenBack(c, claim));
              work.over(c, claim, "UNDONE");
              return true;
            });
  }

  @Override
  public void close() {
    loop.close(TO_STOP, () -> {});
  }
}

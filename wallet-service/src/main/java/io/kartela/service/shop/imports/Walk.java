package io.kartela.service.shop.imports;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Outage;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.platform.work.Troubles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through a list once, in parts; each is a transaction with what is told of its rows. A row
 * that cannot be written takes no other with it. Used once, by one thread.
 *
 * @param <R> rows of the kind
 */
final class Walk<R> {
  private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
  private static final int PART = 1_000;

  private final Database database;
  private final Work work;
  private final ImportKind<R> kind;
  private final Work.Claim claim;
  private final Work.Job job;
  private final BooleanSupplier goesOn;
  private final Map<String, Integer> seen = new HashMap<>();
  private List<Item<R>> part = new ArrayList<>();

  /** A row, read or refused. */
  private record Item<R>(ImportRow row, @Nullable R read, Verdict refusal) {}

  Walk(
      Database database,
      Work work,
      ImportKind<R> kind,
      Work.Claim claim,
      Work.Job job,
      BooleanSupplier goesOn) {
    this.database = database;
    this.work = work;
    this.kind = kind;
    this.claim = claim;
    this.job = job;
    this.goesOn = goesOn;
  }

  void run() {
    boolean _ = Sheets.read(job.file(), this::row);
    flush();
  }

  private boolean row(int number, List<String> cells) {
    if (number == job.titlesAt()) {
      return true;
    }
    Item<R> item = read(new ImportRow(number, cells, job.columns()));
    if (number > job.after()) {
      part.add(item);
      if (part.size() == PART) {
        flush();
      }
    }
    return true;
  }

  private Item<R> read(ImportRow row) {
    try {
      R read = kind.read(job.order(), row);
      Map<String, String> keys = kind.keys(read);
      for (Map.Entry<String, String> key : keys.entrySet()) {
        Integer before = seen.get(key.getKey());
        if (before != null) {
          return new Item<>(
              row,
              null,
              Verdict.wrong(
                  key.getValue() + ": уже есть в строке " + before,
                  key.getValue() + ": stands in row " + before + " already"));
        }
      }
      keys.keySet().forEach(key -> seen.put(key, row.number()));
      return new Item<>(row, read, Verdict.SAME);
    } catch (WrongRow e) {
      return new Item<>(row, null, Verdict.wrong(e.reason()));
    }
  }

  private void flush() {
    if (part.isEmpty()) {
      return;
    }
    List<Item<R>> items = part;
    part = new ArrayList<>();
    if (!goesOn.getAsBoolean()) {
      throw new Work.Stopped();
    }
    RuntimeException trouble = tryTwice(items);
    if (trouble != null) {
      LOG.warn("Import {}: row by row after {}", claim.id(), Troubles.detail(trouble));
      items.forEach(this::alone);
    }
    if (meant()) {
      kind.committed(job.order());
    }
  }

  private boolean meant() {
    return claim.state().equals("RUNNING");
  }

  /** Null when it went well. Whoever else had the same rows in hand is done the second time. */
  private @Nullable RuntimeException tryTwice(List<Item<R>> items) {
    RuntimeException trouble = tryOnce(items);
    return trouble == null ? null : tryOnce(items);
  }

  private @Nullable RuntimeException tryOnce(List<Item<R>> items) {
    try {
      boolean _ =
          database.inTenant(
              claim.merchantId(),
              c -> {
                List<R> read = new ArrayList<>();
                for (Item<R> item : items) {
                  if (item.read != null) {
                    read.add(item.read);
                  }
                }
                List<Verdict> verdicts = kind.take(c, job.order(), read, meant());
                work.told(c, claim, judged(items, verdicts));
                return true;
              });
      return null;
    } catch (Work.Stopped e) {
      throw e;
    } catch (RuntimeException e) {
      if (Outage.isBehind(e) || isOfTheShop(e)) {
        throw e;
      }
      return e;
    }
  }

  /** No row's own. */
  private static boolean isOfTheShop(RuntimeException e) {
    return e instanceof Problem problem && problem.code() == ProblemCode.PROGRAM_NOT_FOUND;
  }

  private static <R> List<Work.Judged> judged(List<Item<R>> items, List<Verdict> verdicts) {
    List<Work.Judged> judged = new ArrayList<>();
    int next = 0;
    for (Item<R> item : items) {
      Verdict verdict = item.read == null ? item.refusal : verdicts.get(next++);
      judged.add(new Work.Judged(item.row, verdict));
    }
    return judged;
  }

  private void alone(Item<R> item) {
    RuntimeException trouble = tryTwice(List.of(item));
    if (trouble != null) {
      LOG.warn("Import {}: row {}: {}", claim.id(), item.row.number(), Troubles.detail(trouble));
      Verdict lost = Verdict.wrong("строку не удалось записать", "the row could not be written");
      RuntimeException untold = tryOnce(List.of(new Item<>(item.row, null, lost)));
      if (untold != null) {
        throw untold;
      }
    }
  }
}

package io.kartela.service.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kartela.ledger.postgres.Operation;
import io.kartela.rules.Wish;
import io.kartela.service.account.Amounts;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.till.scan.LateScans;
import io.kartela.service.till.scan.Resolution;
import io.kartela.service.till.scan.SpendPermits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Books receipts that were made without network, each by its own time and the program of that time,
 * each by itself: one that is refused does not hold up the others. The goods are gone, so what can
 * be honoured is booked, and what cannot is told. Thread-safe.
 */
final class OfflineReceipts {
  private final Database database;
  private final Purchases purchases;
  private final Age age;
  private final Cashiers cashiers;
  private final LateScans scans;
  private final TillRules rules;

  /** What the register's reader gave, kept until there was a network. */
  record CardText(@Nullable String text, @Nullable String symbology, @Nullable String source) {}

  /**
   * One receipt.
   *
   * @param key the Idempotency-Key under which it would have been sent at once
   * @param card instead of the receipt's memberId, which a register without network cannot know
   * @param paid the money that was taken: all that counts as money, whatever the program asks for;
   *     null when the register does not say
   */
  record Item(
      @Nullable String key,
      @Nullable CardText card,
      @Nullable ReceiptRequest receipt,
      @Nullable Long paid) {}

  /**
   * Something that the customer was promised and did not get, or got and was not owed. SPEND:
   * bonuses promised and spent. PAID: money taken and owed by the program; what is missing is a
   * claim. CODE: a promo code that was taken and is not good. CERTIFICATE: what a gift certificate
   * was to pay and what it paid.
   */
  record NotHonoured(String what, long asked, long honoured, String code, String detail) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Trouble(String code, String detail, boolean retry, @Nullable List<FieldTrouble> errors) {}

  record FieldTrouble(String field, String code, String detail) {}

  /**
   * @param status BOOKED, BOOKED_PARTLY, REPEATED (it was there already) or REFUSED
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      String key,
      String status,
      @JsonRawValue @Nullable String receipt,
      @Nullable Trouble problem,
      List<NotHonoured> notHonoured) {}

  /** One receipt on its way. */
  private record Job(RegisterPrincipal register, String key, Item item, Instant at, Lang lang) {
    String operation() {
      return Purchases.operation(register, key);
    }

    String hash() {
      byte[] json = Http.JSON.writeValueAsBytes(item);
      return "offline:" + HexFormat.of().formatHex(Tokens.sha256(json));
    }

    Job by(RegisterPrincipal worker) {
      return new Job(worker, key, item, at, lang);
    }

    NotHonoured not(String what, long asked, long honoured, Problem why) {
      return new NotHonoured(what, asked, honoured, why.code().name(), why.text(lang));
    }
  }

  OfflineReceipts(
      Database database,
      Purchases purchases,
      Age age,
      Cashiers cashiers,
      LateScans scans,
      TillRules rules) {
    this.database = database;
    this.purchases = purchases;
    this.age = age;
    this.cashiers = cashiers;
    this.scans = scans;
    this.rules = rules;
  }

  /** Books in the order of the receipts' times; answers in the order of the request. */
  List<Result> book(
      RegisterPrincipal register, List<Item> items, Duration skew, Instant now, Lang lang) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> at(items.get(i), Instant.MIN)));
    Result[] results = new Result[items.size()];
    for (int i : order) {
      Item item = items.get(i);
      Instant at = at(item, now);
      // Only sane times are put right; the others are refused as they stand.
      boolean sane = at.isAfter(Instant.EPOCH) && at.isBefore(now.plus(Duration.ofDays(800)));
      String key = item.key == null ? "" : item.key;
      Job job = new Job(register, key, item, sane ? at.plus(skew) : at, lang);
      results[i] = one(job, now);
    }
    return List.of(results);
  }

  private static Instant at(Item item, Instant otherwise) {
    ReceiptRequest receipt = item.receipt;
    Instant at = receipt == null ? null : receipt.at();
    return at == null ? otherwise : at;
  }

  private Result one(Job job, Instant now) {
    try {
      Optional<Operation> known = known(job);
      return known.isPresent() ? repeated(job, known.get()) : first(job, now);
    } catch (Problem e) {
      return refused(job, e);
    } catch (DatabaseException e) {
      if (!e.isTransient()) {
        throw e;
      }
      return refused(job, Problem.retryAfter(ProblemCode.BUSY, 2));
    }
  }

  private Optional<Operation> known(Job job) {
    return database.inTransaction(
        c -> SpendGuard.known(c, job.register.merchantId(), job.operation()));
  }

  private static Result refused(Job job, Problem e) {
    List<FieldTrouble> errors =
        e.errors().stream()
            .map(f -> new FieldTrouble(f.field(), f.code(), job.lang == Lang.RU ? f.ru() : f.en()))
            .toList();
    return new Result(
        job.key,
        "REFUSED",
        null,
        new Trouble(
            e.code().name(),
            e.text(job.lang),
            e.retryAfterSeconds() > 0,
            errors.isEmpty() ? null : errors),
        List.of());
  }

  /**
   * It may have been sent at once as well, when only the answer was lost: the same key and the same
   * total are the same receipt.
   */
  private static Result repeated(Job job, Operation known) {
    JsonNode stored = Http.JSON.readTree(known.response());
    boolean same =
        known.bodyHash().equals(job.hash())
            || (!known.bodyHash().startsWith("offline:") && sameTotal(job, stored));
    return same
        ? new Result(
            job.key, "REPEATED", known.response(), null, differences(job, stored, List.of()))
        : refused(job, new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED));
  }

  private static boolean sameTotal(Job job, JsonNode stored) {
    ReceiptRequest receipt = job.item.receipt;
    if (receipt == null || receipt.lines() == null) {
      return false;
    }
    long gross = 0;
    for (var line : receipt.lines()) {
      Long amount = line == null ? null : line.amount();
      gross += amount == null ? 0 : amount;
    }
    return stored.path("gross").asLong() == gross;
  }

  private Result first(Job alone, Instant now) {
    ReceiptRequest given = alone.item.receipt;
    if (given == null || given.at() == null) {
      Check check = new Check();
      String field = given == null ? "receipt" : "receipt.at";
      check.add(field, "REQUIRED", "не заполнено", "is required");
      check.done();
      throw new IllegalStateException("unreachable: the check throws");
    }
    // Without network nobody can prove a PIN; what was sold is booked.
    Job job = alone.by(cashiers.working(alone.register, null, given.cashierId(), alone.at, false));
    TillSettings settings = rules.of(job.register.merchantId());
    age.check(job.register, job.at);
    ReceiptRequest request = given.at(job.at);
    // Everything about the receipt itself is looked at before the card is: a refused one must not
    // use up a read that counts once.
    ReceiptRequest.Checked checked = sold(job, request.check(job.register, now, job.lang));
    List<NotHonoured> not = new ArrayList<>();
    CardText card = job.item.card;
    if (card == null) {
      return booked(job, checked, new SpendGuard.Consent.Wanted(job.at), not);
    }
    Resolution.Found found = find(job, card, settings);
    checked = withinPermission(job, checked.by(found.member().id()), settings, found, not);
    return booked(job, checked, new SpendGuard.Consent.Given(), not);
  }

  private static ReceiptRequest.Checked sold(Job job, ReceiptRequest.Checked checked) {
    Long paid = job.item.paid;
    Check check = new Check();
    check.require(
        paid == null || (paid >= 0 && paid <= checked.gross()),
        "paid",
        "OUT_OF_RANGE",
        "от нуля до суммы строк",
        "zero to the sum of the lines");
    check.done();
    return checked.sold(paid);
  }

  private Resolution.Found find(Job job, CardText card, TillSettings settings) {
    Check check = new Check();
    String text = card.text == null ? "" : card.text;
    check.require(
        !text.isBlank() && text.length() <= 4096,
        "card.text",
        "INVALID",
        "от 1 до 4096 знаков",
        "1 to 4096 characters");
    String symbology = check.optional("card.symbology", card.symbology, 40);
    check.oneOf("card.source", card.source, "WEDGE", "CAMERA", "MANUAL", "NFC", "SERIAL");
    check.done();
    Resolution resolution =
        scans.resolve(
            job.register, text, symbology, card.source, job.at, settings, job.operation());
    return switch (resolution) {
      case Resolution.Found found -> found;
      case Resolution.Refused refused -> throw refused.problem();
    };
  }

  /** Takes the spending out when what was read is not the card. */
  private static ReceiptRequest.Checked withinPermission(
      Job job,
      ReceiptRequest.Checked checked,
      TillSettings settings,
      Resolution.Found found,
      List<NotHonoured> not) {
    Optional<ProblemCode> no =
        checked.wish() instanceof Wish.None
            ? Optional.empty()
            : SpendPermits.refusal(found.presence().spending(settings), false);
    if (no.isEmpty()) {
      return checked;
    }
    return unspent(job, checked, new Problem(no.get()), not);
  }

  /** The same without bonuses, which is told. */
  private static ReceiptRequest.Checked unspent(
      Job job, ReceiptRequest.Checked checked, Problem why, List<NotHonoured> not) {
    not.add(job.not("SPEND", asked(checked), 0, why));
    return checked.wishing(Wish.NONE).withoutHold();
  }

  private static long asked(ReceiptRequest.Checked checked) {
    return checked.wish() instanceof Wish.Amount(long kopecks) ? kopecks : 0;
  }

  private Result booked(
      Job job, ReceiptRequest.Checked checked, SpendGuard.Consent consent, List<NotHonoured> not) {
    Purchases.Committed done;
    try {
      done = purchases.commit(job.register, checked, consent, job.key, job.hash());
    } catch (Problem e) {
      if (SpendGuard.UNPROVEN.contains(e.code())) {
        return booked(job, unspent(job, checked, e, not), consent, not);
      }
      // Sent at once as well, and that one was faster.
      Optional<Operation> known =
          e.code() == ProblemCode.IDEMPOTENCY_KEY_REUSED ? known(job) : Optional.empty();
      return repeated(job, known.orElseThrow(() -> e));
    }
    String json = done.answer();
    List<NotHonoured> all = differences(job, Http.JSON.readTree(json), not);
    String status = done.repeated() ? "REPEATED" : all.isEmpty() ? "BOOKED" : "BOOKED_PARTLY";
    return new Result(job.key, status, json, null, all);
  }

  /** Certificates pay what was really there; what they did not is a claim, told as PAID, too. */
  private static void certificates(Job job, JsonNode stored, List<NotHonoured> all) {
    ReceiptRequest receipt = job.item.receipt;
    var shown = receipt == null ? null : receipt.certificates();
    for (int i = 0; shown != null && i < shown.size(); i++) {
      var one = shown.get(i);
      Long amount = one == null ? null : one.amount();
      JsonNode became = stored.path("certificates").path(i);
      long paid = became.path("paid").asLong();
      boolean honoured = became.path("honoured").asBoolean();
      if (!honoured) {
        String text = became.path("text").path(job.lang == Lang.RU ? "ru" : "en").asString();
        String code = became.path("refusal").asString();
        all.add(new NotHonoured("CERTIFICATE", amount == null ? 0 : amount, 0, code, text));
      } else if (amount != null && paid < amount) {
        all.add(
            job.not(
                "CERTIFICATE",
                amount,
                paid,
                new Problem(ProblemCode.CERTIFICATE_OTHERWISE, Amounts.text(paid))));
      }
    }
  }

  /** What the stored receipt says otherwise than the register had promised. */
  private static List<NotHonoured> differences(Job job, JsonNode stored, List<NotHonoured> known) {
    List<NotHonoured> all = new ArrayList<>(known);
    ReceiptRequest receipt = job.item.receipt;
    var spend = receipt == null ? null : receipt.spend();
    Long wished = spend == null ? null : spend.amount();
    long spent = stored.path("spent").asLong();
    if (all.isEmpty() && wished != null && spent < wished) {
      all.add(
          job.not(
              "SPEND",
              wished,
              spent,
              new Problem(ProblemCode.SPEND_TOO_MUCH, Amounts.text(spent))));
    }
    Long paid = job.item.paid;
    long toPay = stored.path("toPay").asLong();
    if (paid != null && paid != toPay) {
      all.add(
          job.not(
              "PAID", paid, toPay, new Problem(ProblemCode.PAID_OTHERWISE, Amounts.text(toPay))));
    }
    certificates(job, stored, all);
    for (JsonNode code : stored.path("codes")) {
      if (!code.path("honoured").asBoolean()) {
        all.add(
            new NotHonoured(
                "CODE",
                1,
                0,
                code.path("refusal").asString(),
                code.path("text").path(job.lang == Lang.RU ? "ru" : "en").asString()));
      }
    }
    return List.copyOf(all);
  }
}

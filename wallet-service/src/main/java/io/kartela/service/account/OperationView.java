package io.kartela.service.account;

import io.kartela.ledger.Entry;
import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's history as people read it.
 *
 * @param receiptNumber as the till printed it; null when it gave none
 * @param lateCard the receipt was made without a card and given to this member later
 * @param amount what the line moved, minor units, bonuses that wait to become active included.
 *     Amounts add up to what the member has and waits for; only those of ACTIVATE lie in both and
 *     are left out of the sum
 */
public record OperationView(
    long seq,
    String kind,
    long amount,
    long balanceAfter,
    Instant at,
    @Nullable String receiptId,
    @Nullable String receiptNumber,
    boolean lateCard,
    LocalText text,
    @Nullable String reason,
    @Nullable String author) {

  public static OperationView of(AccountStatement.Line line) {
    Entry e = line.entry();
    Entry.Change change = e.change();
    long waiting = e.op() == Entry.Op.ACTIVATE ? 0 : change.pending();
    String ref = e.note().ref();
    return new OperationView(
        e.seq(),
        e.op().name(),
        change.balance() + waiting,
        e.balanceAfter(),
        e.eventAt(),
        receipt(ref),
        null,
        false,
        marked(text(e, ref), waiting, change.balance()),
        e.note().reason(),
        e.note().author());
  }

  /** As the member may read it: why and by whom it was done by hand is the shop's own affair. */
  public static OperationView forMember(AccountStatement.Line line) {
    OperationView o = of(line);
    return new OperationView(
        o.seq,
        o.kind,
        o.amount,
        o.balanceAfter,
        o.at,
        o.receiptId,
        o.receiptNumber,
        o.lateCard,
        o.text,
        null,
        null);
  }

  private OperationView with(@Nullable String number, boolean late, LocalText words) {
    return new OperationView(
        seq, kind, amount, balanceAfter, at, receiptId, number, late, words, reason, author);
  }

  OperationView numbered(@Nullable String number) {
    return with(number, lateCard, text);
  }

  /** The same of a transfer whose other side is known by name. */
  public OperationView with(String other) {
    boolean in = kind.equals(Entry.Op.TRANSFER_IN.name());
    LocalText words =
        in
            ? new LocalText("Перевод от участника: " + other, "Transfer from " + other)
            : new LocalText("Перевод участнику: " + other, "Transfer to " + other);
    return with(receiptNumber, lateCard, words);
  }

  /** The same of a receipt that was given to the member's card after the purchase. */
  public OperationView givenLater() {
    LocalText words =
        kind.equals(Entry.Op.ACCRUE.name())
            ? new LocalText(
                "Начислено за покупку, карту показали позже",
                "Earned with a purchase, the card was shown later")
            : text;
    return with(receiptNumber, true, words);
  }

  static @Nullable String receipt(@Nullable String ref) {
    return ref != null && ref.matches("[0-9]{1,18}") ? ref : null;
  }

  /** The line itself moves nothing: what was repaid is no longer owed. */
  private static LocalText repaid(long debt) {
    String amount = Amounts.text(debt);
    return new LocalText("Погашен долг: " + amount, "Debt repaid: " + amount);
  }

  private static LocalText moved(Entry e, @Nullable String ref) {
    if (receipt(ref) != null) {
      // Merges from before the ledger remembered which lot became which.
      return new LocalText(
          "Возврат покупки по прежней карте", "Return of a purchase with the former card");
    }
    Entry.Change change = e.change();
    // Merges from before the document said so are known by what no transfer moves.
    boolean all = change.balance() == 0 || change.pending() != 0 || change.debt() != 0;
    if (Between.of(ref).map(Between::merge).orElse(all)) {
      return new LocalText("Объединение записей", "Records merged");
    }
    return e.op() == Entry.Op.TRANSFER_IN
        ? new LocalText("Перевод на карту", "Transfer in")
        : new LocalText("Перевод с карты", "Transfer out");
  }

  private static LocalText text(Entry e, @Nullable String ref) {
    return switch (e.op()) {
      case ACCRUE -> new LocalText("Начислено за покупку", "Earned with a purchase");
      case GIFT -> Accounts.giftText(ref);
      case REFERRAL -> new LocalText("За покупку друга", "For a friend’s purchase");
      case CREDIT -> new LocalText("Начислено магазином", "Credited by the shop");
      case DEBIT -> new LocalText("Списано магазином", "Debited by the shop");
      case REDEEM -> new LocalText("Оплата бонусами", "Paid with bonuses");
      case REFUND ->
          new LocalText("Возвращены бонусы за возврат товара", "Bonuses back for a return");
      case REVERSE ->
          e.note().author() != null
              ? new LocalText("Начисление отменено магазином", "Credit taken back by the shop")
              : e.change().balance() == 0 && e.change().pending() == 0
                  ? new LocalText(
                      "Вернувшимися бонусами возмещено отменённое раньше начисление",
                      "What came back makes good an accrual reversed before")
                  : ref != null && ref.startsWith(Accounts.FRIEND)
                      ? new LocalText(
                          "Отменено: друг вернул покупку", "Taken back: the friend returned it")
                      : new LocalText(
                          "Отменено начисление за возврат товара", "Accrual reversed for a return");
      case ACTIVATE -> new LocalText("Бонусы стали доступны", "Bonuses became available");
      case EXPIRE ->
          e.change().balance() > 0
              ? new LocalText(
                  "Сгорание отменено: покупка была раньше",
                  "Expiry taken back: the purchase was earlier")
              : new LocalText("Бонусы сгорели", "Bonuses expired");
      case REPAY -> repaid(-e.change().debt());
      case TRANSFER_IN, TRANSFER_OUT -> moved(e, ref);
    };
  }

  /** With which part of it waits to become active, or did. */
  private static LocalText marked(LocalText text, long waiting, long atOnce) {
    if (waiting == 0) {
      return text;
    }
    boolean still = waiting > 0;
    if (atOnce == 0) {
      return new LocalText(
          text.ru() + (still ? " (ожидает активации)" : " (ожидало активации)"),
          text.en() + (still ? " (not yet active)" : " (was not yet active)"));
    }
    String part = Amounts.text(Math.abs(waiting));
    return new LocalText(
        text.ru() + (still ? " (ожидает активации: " : " (ожидало активации: ") + part + ")",
        text.en() + (still ? " (not yet active: " : " (was not yet active: ") + part + ")");
  }
}

package io.kartela.service.till.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Progress;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings.PhoneSpending;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a register is told of whom it read. */
public final class ScanResults {
  private static final int BIRTHDAY_DAYS = 7;

  private final Merchants merchants;
  private final Programs programs;
  private final Cards cards;
  private final Progress progress = new Progress();
  private final Accounts accounts = new Accounts(new PostgresLedger());

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScanResult(
      String scanId,
      String memberId,
      String memberName,
      String phoneMasked,
      TierView tier,
      @Nullable TierProgress tierProgress,
      BalanceView balance,
      String cardNumber,
      String identifiedBy,
      String medium,
      String spending,
      String presence,
      @Nullable Instant spendingUntil,
      List<String> repairs,
      boolean birthdaySoon,
      List<LocalText> hints) {}

  public ScanResults(Merchants merchants, Programs programs, Cards cards) {
    this.merchants = merchants;
    this.programs = programs;
    this.cards = cards;
  }

  ScanResult of(
      Connection c, RegisterPrincipal register, long id, Resolution.Found found, Resolver.Ask ask)
      throws SQLException {
    long merchantId = register.merchantId();
    MemberRef member = found.member();
    Published program = programs.current(merchantId);
    Instant now = ask.at();
    MemberRef.Standing standing = member.standing();
    PhoneSpending spending = found.presence().spending(ask.settings());
    // Whoever was found by a name is not handed the number of a card.
    String number =
        found.presence() == Presence.SEARCHED
            ? ""
            : cards
                .walletCard(c, merchantId, member.id())
                .map(card -> CardCode.humanNumber(card.code()))
                .orElse("");
    return new ScanResult(
        Long.toString(id),
        Long.toString(member.id()),
        member.name(),
        new Phone(member.phone()).masked(),
        program.tier(standing.tier()),
        progress
            .of(c, merchantId, member, program.program(), now, merchants.get(merchantId).zone())
            .orElse(null),
        accounts.balance(c, merchantId, member.id(), now),
        number,
        found.identifiedBy(),
        found.medium(),
        spending.name(),
        found.presence().name(),
        spending == PhoneSpending.FREE ? now.plus(SpendPermits.LIFE) : null,
        found.repairs(),
        birthdaySoon(member.birthDate(), now.atZone(register.storeZone()).toLocalDate()),
        found.hints());
  }

  private static boolean birthdaySoon(@Nullable LocalDate born, LocalDate today) {
    if (born == null) {
      return false;
    }
    // atYear moves 29 February to the 28th in common years.
    MonthDay day = MonthDay.from(born);
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      if (Math.abs(ChronoUnit.DAYS.between(today, day.atYear(year))) <= BIRTHDAY_DAYS) {
        return true;
      }
    }
    return false;
  }
}

package io.kartela.service.member.profile;

import io.kartela.rules.Program;
import io.kartela.rules.ReferralPolicy;
import io.kartela.rules.SignUpGift;
import io.kartela.service.account.Accounts;
import io.kartela.service.program.Programs;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A newcomer starts in the program's lowest tier and gets its welcome gift. */
public final class WelcomeTerms implements Enrolment.Terms {
  private final Programs programs;
  private final Accounts accounts;

  public WelcomeTerms(Programs programs, Accounts accounts) {
    this.programs = programs;
    this.accounts = accounts;
  }

  @Override
  public String startingTier(long merchantId) {
    return programs.current(merchantId).tiers().getFirst().id();
  }

  @Override
  public void welcome(Connection c, long merchantId, long memberId, boolean invited, Instant now) {
    Program program = programs.current(merchantId).program();
    SignUpGift gift = program.signUp();
    ReferralPolicy referral = program.referral();
    if (invited && referral != null && referral.welcome() > 0) {
      Instant end = program.earning().life().expiresAt(now, program.zone());
      accounts.gift(
          c,
          merchantId,
          memberId,
          referral.welcome(),
          now,
          end == null ? io.kartela.ledger.Times.NEVER : end,
          now,
          Accounts.INVITED);
    }
    if (gift != null) {
      Instant active = now.plus(gift.pendingDays(), ChronoUnit.DAYS);
      @Nullable Instant end = gift.life().expiresAt(active, program.zone());
      accounts.gift(
          c,
          merchantId,
          memberId,
          gift.amount(),
          active,
          end == null ? io.kartela.ledger.Times.NEVER : end,
          now,
          Accounts.WELCOME);
    }
  }
}

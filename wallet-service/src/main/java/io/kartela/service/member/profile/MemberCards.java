package io.kartela.service.member.profile;

import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.OperationView;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.member.referral.Invite;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Progress;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.pass.CardSource;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a member's card shows, put together from profile, program and account. */
public final class MemberCards implements CardSource {
  private static final int OPERATIONS = 10;

  private final Merchants merchants;
  private final Programs programs;
  private final Members members = new Members();
  private final Progress progress = new Progress();
  private final Cards cards;
  private final Passes passes;
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final Invites invites;
  private final InstantSource clock;
  private final URI publicUrl;

  public MemberCards(
      House house,
      Merchants merchants,
      Programs programs,
      Cards cards,
      Passes passes,
      Invites invites) {
    this.merchants = merchants;
    this.programs = programs;
    this.cards = cards;
    this.passes = passes;
    this.invites = invites;
    this.clock = house.clock();
    this.publicUrl = house.publicUrl();
  }

  @Override
  public Asked ask(RoundTrip trip, long merchantId, long memberId) {
    Instant now = clock.instant();
    Merchant merchant = merchants.get(merchantId);
    Published program = programs.current(merchantId);
    Answer<Optional<MemberRef>> member = members.ask(trip, merchantId, memberId);
    Answer<Optional<Cards.WalletCodes>> codes = cards.walletCodes(trip, merchantId, memberId);
    Answer<Optional<String>> token = passes.tokenOf(trip, merchantId, memberId);
    Accounts.Asked balance = accounts.ask(trip, merchantId, memberId, now);
    Progress.Asked way =
        progress.ask(trip, merchantId, memberId, program.program(), now, merchant.zone());
    Answer<AccountStatement.Page> operations =
        accounts.statement(trip, merchantId, memberId, AccountStatement.NEWEST, OPERATIONS);
    return c -> {
      if (member.get().isEmpty() || codes.get().isEmpty() || token.get().isEmpty()) {
        return Optional.empty();
      }
      MemberRef m = member.get().get();
      Found found =
          new Found(
              m,
              codes.get().get(),
              token.get().get(),
              balance.read(c),
              way.of(m),
              operations.get().lines());
      return Optional.of(content(merchant, program, found));
    };
  }

  @Override
  public Shop shop(long merchantId) {
    Merchant merchant = merchants.get(merchantId);
    var program = programs.current(merchantId).program().name();
    return new Shop(
        merchant.name(), new CardContent.Text(program.ru(), program.en()), merchant.locale());
  }

  /** What the database said of a card. */
  private record Found(
      MemberRef member,
      Cards.WalletCodes codes,
      String token,
      BalanceView balance,
      Optional<TierProgress> progress,
      List<AccountStatement.Line> operations) {}

  private CardContent content(Merchant merchant, Published program, Found found) {
    MemberRef m = found.member();
    TierView tier = program.tier(m.standing().tier());
    BalanceView balance = found.balance();
    BalanceView.Burns burns = balance.burns();
    var programName = program.program().name();
    return new CardContent(
        merchant.id(),
        m.id(),
        text(merchant.names()),
        new CardContent.Text(programName.ru(), programName.en()),
        m.name(),
        m.locale(),
        CardCode.humanNumber(found.codes().code()),
        found.codes().code(),
        found.codes().ean13(),
        new CardContent.Tier(tier.id(), text(tier.name()), tier.color(), m.standing().tierSince()),
        balance.available(),
        balance.pending(),
        balance.debt(),
        burns == null ? null : new CardContent.Burn(burns.amount(), burns.at()),
        found
            .progress()
            .map(p -> new CardContent.Progress(text(p.nextTierName()), p.remaining(), p.percent()))
            .orElse(null),
        found.operations().stream()
            .map(OperationView::of)
            .map(o -> new CardContent.Operation(o.at(), text(o.text()), o.amount()))
            .toList(),
        text(merchant.description()),
        new CardContent.Links(
            publicUrl.resolve("/c/" + found.token()),
            publicUrl.resolve("/join/" + merchant.slug()),
            m.blocked() ? null : invite(merchant, m)),
        m.blocked() ? CardContent.Status.BLOCKED : CardContent.Status.ACTIVE,
        merchant.zone(),
        null);
  }

  private CardContent.Invite invite(Merchant merchant, MemberRef m) {
    Invite invite = invites.of(merchant, m.id());
    return new CardContent.Invite(invite.shown(), invite.url());
  }

  private static CardContent.Text text(LocalText t) {
    return new CardContent.Text(t.ru(), t.en());
  }
}

package io.kartela.service.member;

import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.OperationView;
import io.kartela.service.card.CardCode;
import io.kartela.service.card.Cards;
import io.kartela.service.http.LocalText;
import io.kartela.service.merchant.Merchant;
import io.kartela.service.merchant.Merchants;
import io.kartela.service.pass.CardContent;
import io.kartela.service.pass.CardSource;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** What a member's card shows, put together from profile, program and account. */
public final class MemberCards implements CardSource {
  private static final int OPERATIONS = 10;

  private final Merchants merchants;
  private final Programs programs;
  private final Members members;
  private final Progress progress = new Progress();
  private final Cards cards;
  private final Passes passes;
  private final Accounts accounts;
  private final InstantSource clock;
  private final URI publicUrl;

  public MemberCards(
      Merchants merchants,
      Programs programs,
      Members members,
      Cards cards,
      Passes passes,
      Accounts accounts,
      InstantSource clock,
      URI publicUrl) {
    this.merchants = merchants;
    this.programs = programs;
    this.members = members;
    this.cards = cards;
    this.passes = passes;
    this.accounts = accounts;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Override
  public Optional<CardContent> read(Connection c, long merchantId, long memberId)
      throws SQLException {
    Optional<MemberRef> member = members.find(c, merchantId, memberId);
    Optional<Cards.Card> card = cards.walletCard(c, merchantId, memberId);
    Optional<PassRef> pass = passes.byMember(c, merchantId, memberId);
    if (member.isEmpty() || card.isEmpty() || pass.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(content(c, merchantId, member.get(), card.get(), pass.get()));
  }

  private CardContent content(
      Connection c, long merchantId, MemberRef m, Cards.Card card, PassRef pass) {
    Merchant merchant = merchants.get(merchantId);
    Published program = programs.current(merchantId);
    MemberRef.Standing s = m.standing();
    TierView tier = program.tier(s.tier());
    BalanceView balance = accounts.balance(c, merchantId, m.id(), clock.instant());
    BalanceView.Burns burns = balance.burns();
    var programName = program.program().name();
    return new CardContent(
        merchantId,
        m.id(),
        merchant.name(),
        new CardContent.Text(programName.ru(), programName.en()),
        m.name(),
        m.locale(),
        CardCode.humanNumber(card.code()),
        card.code(),
        new CardContent.Tier(tier.id(), text(tier.name()), tier.color(), s.tierSince()),
        balance.available(),
        balance.pending(),
        balance.debt(),
        burns == null ? null : new CardContent.Burn(burns.amount(), burns.at()),
        progress
            .of(c, merchantId, m, program.program(), clock.instant(), merchant.zone())
            .map(p -> new CardContent.Progress(text(p.nextTierName()), p.remaining(), p.percent()))
            .orElse(null),
        accounts
            .statement(c, merchantId, m.id(), AccountStatement.NEWEST, OPERATIONS)
            .lines()
            .stream()
            .map(OperationView::of)
            .map(o -> new CardContent.Operation(o.at(), text(o.text()), o.amount()))
            .toList(),
        new CardContent.Text(merchant.descriptionRu(), merchant.descriptionEn()),
        new CardContent.Links(
            publicUrl.resolve("/c/" + pass.token()), publicUrl.resolve("/join/" + merchant.slug())),
        m.blocked() ? CardContent.Status.BLOCKED : CardContent.Status.ACTIVE,
        merchant.zone());
  }

  private static CardContent.Text text(LocalText t) {
    return new CardContent.Text(t.ru(), t.en());
  }
}

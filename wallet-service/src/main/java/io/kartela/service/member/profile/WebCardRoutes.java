package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.LotView;
import io.kartela.service.account.OperationView;
import io.kartela.service.account.ReceiptMarks;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Progress;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The card's own page: the card without a wallet. */
public final class WebCardRoutes implements Routes {
  private static final int SHOWN_OPERATIONS = 20;
  private static final int SHOWN_FRIENDS = 50;
  private static final int MOST_LOTS = 200;

  private final Database database;
  private final Merchants merchants;
  private final Programs programs;
  private final Members members = new Members();
  private final Progress progress = new Progress();
  private final Cards cards;
  private final Passes passes;
  private final CardTerms terms;
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final Invites invites;
  private final InstantSource clock;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record CardView(
      String token,
      ShopView shop,
      String zone,
      String memberName,
      String number,
      String code,
      WebBarcode barcode,
      String locale,
      TierView tier,
      @Nullable TierProgress tierProgress,
      BalanceView balance,
      @Nullable Waits waits,
      String status,
      String appleUrl,
      String googleUrl,
      @Nullable String news,
      @Nullable Instant validUntil,
      @Nullable InviteView invite,
      List<OperationView> operations) {}

  private record Friends(List<Invites.FriendView> items) {}

  /** Of the bonuses that wait, those that become available first. */
  private record Waits(long amount, Instant at) {}

  public WebCardRoutes(
      House house,
      Merchants merchants,
      Programs programs,
      Cards cards,
      Passes passes,
      CardTerms terms,
      Invites invites) {
    this.database = house.database();
    this.merchants = merchants;
    this.programs = programs;
    this.cards = cards;
    this.passes = passes;
    this.terms = terms;
    this.invites = invites;
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/public/cards/{token}", this::card);
    routing.get("/api/v1/public/cards/{token}/friends", this::friends);
  }

  private void friends(ServerRequest req, ServerResponse res) {
    String token = Http.pathParam(req, "token");
    long merchantId =
        Passes.merchantOf(token).orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Http.send(
        res,
        200,
        new Friends(
            database.inTenant(
                merchantId,
                c ->
                    Invites.friends(
                        c,
                        merchantId,
                        living(c, merchantId, token).memberId(),
                        SHOWN_FRIENDS,
                        clock.instant()))));
  }

  private PassRef living(Connection c, long merchantId, String token) throws SQLException {
    PassRef pass =
        passes
            .byToken(c, merchantId, token)
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    if (pass.voided()) {
      throw new Problem(ProblemCode.CARD_REPLACED);
    }
    return pass;
  }

  private void card(ServerRequest req, ServerResponse res) {
    String token = Http.pathParam(req, "token");
    long merchantId =
        Passes.merchantOf(token).orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Http.send(res, 200, database.inTenant(merchantId, c -> card(c, merchantId, token)));
  }

  private CardView card(Connection c, long merchantId, String token) throws SQLException {
    PassRef pass = living(c, merchantId, token);
    MemberRef m =
        members
            .find(c, merchantId, pass.memberId())
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Cards.WalletCodes codes =
        cards
            .walletCodes(c, merchantId, m.id())
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Published program = programs.current(merchantId);
    CardTerms.Term term = terms.of(pass).orElse(null);
    boolean over = term != null && term.isOver(clock.instant());
    MemberRef.Standing s = m.standing();
    Merchant merchant = merchants.get(merchantId);
    BalanceView balance = accounts.balance(c, merchantId, m.id(), clock.instant());
    return new CardView(
        token,
        ShopView.of(merchant, programs),
        merchant.zone().getId(),
        m.name(),
        CardCode.humanNumber(codes.code()),
        codes.code(),
        WebBarcode.of(terms.design(merchantId), codes),
        m.locale().tag(),
        program.tier(s.tier()),
        progress
            .of(c, merchantId, m, program.program(), clock.instant(), merchant.zone())
            .orElse(null),
        balance,
        balance.pending() == 0 ? null : waits(c, merchantId, m.id()),
        m.blocked() ? "BLOCKED" : "ACTIVE",
        "/c/" + token + ".pkpass",
        "/c/" + token + "/google",
        pass.news(),
        term == null ? null : term.end(),
        over || m.blocked() ? null : InviteView.of(invites.of(merchant, m.id())),
        ReceiptMarks.on(
            c,
            merchantId,
            accounts
                .statement(c, merchantId, m.id(), AccountStatement.NEWEST, SHOWN_OPERATIONS)
                .lines()
                .stream()
                .map(OperationView::forMember)
                .toList()));
  }

  private @Nullable Waits waits(Connection c, long merchantId, long memberId) {
    TreeMap<Instant, Long> opening = new TreeMap<>();
    for (LotView lot : accounts.lots(c, merchantId, memberId, clock.instant(), MOST_LOTS)) {
      Instant opens = lot.life().activeFrom();
      if (opens != null) {
        opening.merge(opens, lot.left(), Long::sum);
      }
    }
    return opening.isEmpty()
        ? null
        : new Waits(opening.firstEntry().getValue(), opening.firstKey());
  }
}

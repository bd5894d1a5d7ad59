package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Progress;
import io.kartela.service.member.tag.MemberTags;
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
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members in the cabinet. */
public final class MemberRoutes implements Routes {
  private final Sessions sessions;
  private final Database database;
  private final Members members = new Members();
  private final Progress progress = new Progress();
  private final MemberList list = new MemberList();
  private final MemberFilter filter;
  private final Cards cards;
  private final Passes passes;
  private final WalletHolders holders = new WalletHolders();
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final Invites invites;
  private final Programs programs;
  private final Merchants merchants;
  private final InstantSource clock;
  private final URI publicUrl;

  private record Wallets(int apple, int google) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record MemberView(
      String id,
      String name,
      String phone,
      @Nullable String cardNumber,
      TierView tier,
      BalanceView balance,
      Wallets wallets,
      long purchases,
      long spentTotal,
      @Nullable Instant lastPurchaseAt,
      Instant createdAt,
      String status,
      @Nullable LocalDate birthDate,
      @Nullable String locale,
      @Nullable Boolean consentMessages,
      @Nullable String cardUrl,
      @Nullable TierProgress tierProgress,
      @Nullable SignedUp signedUp,
      @Nullable InviteView invite,
      Invites.@Nullable InvitedBy invitedBy,
      @Nullable Long invitedCount,
      @Nullable String email,
      @Nullable Integer revision,
      @Nullable List<String> tags) {}

  /** What only a single member's page shows. */
  private record Detail(
      Profile profile,
      List<String> tags,
      @Nullable String number,
      String cardUrl,
      @Nullable TierProgress progress,
      @Nullable SignedUp signedUp,
      @Nullable InviteView invite,
      Invites.@Nullable InvitedBy invitedBy,
      long invitedCount) {}

  private record MemberPage(
      List<MemberView> items, long total, boolean more, @Nullable String nextCursor) {}

  public MemberRoutes(
      House house,
      Sessions sessions,
      Merchants merchants,
      Programs programs,
      Cards cards,
      Passes passes,
      Audiences audiences) {
    this.sessions = sessions;
    this.database = house.database();
    this.cards = cards;
    this.passes = passes;
    this.invites = new Invites(house.database(), house.publicUrl());
    this.filter = new MemberFilter(audiences);
    this.programs = programs;
    this.merchants = merchants;
    this.clock = house.clock();
    this.publicUrl = house.publicUrl();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members", this::page);
    routing.get("/api/v1/members/{memberId}", this::get);
  }

  private void page(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    MemberList.Query query =
        filter.of(
            name -> Http.query(req, name),
            staff,
            Http.limit(req),
            Http.query(req, "cursor").orElse(null));
    Http.send(res, 200, database.inTenant(staff.merchantId(), c -> page(c, staff, query)));
  }

  private MemberPage page(Connection c, StaffPrincipal staff, MemberList.Query query)
      throws SQLException {
    long merchantId = staff.merchantId();
    MemberList.Page page = list.page(c, merchantId, query);
    List<Long> ids = page.members().stream().map(MemberRef::id).toList();
    Map<Long, BalanceView> balances = accounts.balances(c, merchantId, ids, clock.instant());
    Map<Long, WalletCounts> wallets = holders.walletCounts(c, merchantId, ids);
    Published program = programs.current(merchantId);
    return new MemberPage(
        page.members().stream()
            .map(
                m ->
                    view(
                        m,
                        phone(m, staff),
                        program,
                        balances.getOrDefault(m.id(), BalanceView.ZERO),
                        wallets.getOrDefault(m.id(), WalletCounts.NONE),
                        null))
            .toList(),
        page.total(),
        page.more(),
        page.nextCursor());
  }

  /** Cashiers recognize a customer by the end of the number; all of it would be a list to sell. */
  private static String phone(MemberRef m, StaffPrincipal staff) {
    return staff.may(Action.PHONES_READ) ? m.phone() : Phone.masked(m.phone());
  }

  private static MemberView view(
      MemberRef m,
      String phone,
      Published program,
      BalanceView balance,
      WalletCounts wallets,
      @Nullable Detail detail) {
    MemberRef.Standing s = m.standing();
    return new MemberView(
        Long.toString(m.id()),
        m.name(),
        phone,
        detail == null ? null : detail.number,
        program.tier(s.tier()),
        balance,
        new Wallets(wallets.apple(), wallets.google()),
        s.purchases(),
        s.spentTotal(),
        s.lastPurchaseAt(),
        m.createdAt(),
        m.blocked() ? "BLOCKED" : "ACTIVE",
        detail == null ? null : m.birthDate(),
        detail == null ? null : m.locale().tag(),
        detail == null ? null : m.consentMessages(),
        detail == null || detail.cardUrl.isEmpty() ? null : detail.cardUrl,
        detail == null ? null : detail.progress,
        detail == null ? null : detail.signedUp,
        detail == null ? null : detail.invite,
        detail == null ? null : detail.invitedBy,
        detail == null ? null : detail.invitedCount,
        detail == null || phone.startsWith("•") ? null : detail.profile.email(),
        detail == null ? null : detail.profile.revision(),
        detail == null ? null : detail.tags);
  }

  private void get(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    long merchantId = staff.merchantId();
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c -> {
              MemberRef m = find(c, merchantId, id);
              return view(
                  m,
                  phone(m, staff),
                  programs.current(merchantId),
                  accounts.balance(c, merchantId, id, clock.instant()),
                  holders
                      .walletCounts(c, merchantId, List.of(id))
                      .getOrDefault(id, WalletCounts.NONE),
                  detail(c, staff, m));
            }));
  }

  private Detail detail(Connection c, StaffPrincipal staff, MemberRef m) throws SQLException {
    long merchantId = staff.merchantId();
    Merchant merchant = merchants.get(merchantId);
    String cardUrl =
        passes
            .byMember(c, merchantId, m.id())
            .filter(any -> staff.may(Action.CARD_LINKS))
            .map(PassRef::token)
            .map(t -> publicUrl.resolve("/c/" + t).toString())
            .orElse("");
    return new Detail(
        Profile.find(c, merchantId, m.id())
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND)),
        MemberTags.of(c, merchantId, m.id()),
        cards
            .walletCard(c, merchantId, m.id())
            .map(k -> CardCode.humanNumber(k.code()))
            .orElse(null),
        cardUrl,
        progress
            .of(
                c,
                merchantId,
                m,
                programs.current(merchantId).program(),
                clock.instant(),
                merchant.zone())
            .orElse(null),
        SignedUp.of(c, merchantId, m.id()),
        m.blocked() ? null : InviteView.of(invites.of(merchant, m.id())),
        Invites.invitedBy(c, merchantId, m.id()),
        Invites.count(c, merchantId, m.id()));
  }

  private MemberRef find(Connection c, long merchantId, long id) throws SQLException {
    return members
        .find(c, merchantId, id)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }
}

package io.kartela.service.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.card.CardCode;
import io.kartela.service.card.Cards;
import io.kartela.service.card.Phone;
import io.kartela.service.card.Reading;
import io.kartela.service.db.Database;
import io.kartela.service.http.Check;
import io.kartela.service.http.Http;
import io.kartela.service.http.LocalText;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.http.RateLimit;
import io.kartela.service.http.Routes;
import io.kartela.service.member.MemberRef;
import io.kartela.service.member.Members;
import io.kartela.service.member.Progress;
import io.kartela.service.merchant.Merchants;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.store.RegisterPrincipal;
import io.kartela.service.store.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what the reader gave to a member, or a refusal that says what was wrong with it. */
public final class ScanRoutes implements Routes {
  private static final int BIRTHDAY_DAYS = 7;

  private final Database database;
  private final Stores stores;
  private final Cards cards;
  private final Members members;
  private final Merchants merchants;
  private final Progress progress = new Progress();
  private final Accounts accounts;
  private final Programs programs;
  private final Passes passes;
  private final InstantSource clock;
  private final RateLimit perRegister = new RateLimit(600, Duration.ofMinutes(1));

  private record ScanRequest(
      @Nullable String text, @Nullable String symbology, @Nullable String source) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ScanResult(
      String memberId,
      String memberName,
      String phoneMasked,
      TierView tier,
      @Nullable TierProgress tierProgress,
      BalanceView balance,
      String cardNumber,
      String identifiedBy,
      boolean birthdaySoon,
      List<LocalText> hints) {}

  private record Found(MemberRef member, String identifiedBy) {}

  public ScanRoutes(
      Database database,
      Stores stores,
      Cards cards,
      Members members,
      Merchants merchants,
      Accounts accounts,
      Programs programs,
      Passes passes,
      InstantSource clock) {
    this.passes = passes;
    this.database = database;
    this.stores = stores;
    this.cards = cards;
    this.members = members;
    this.merchants = merchants;
    this.accounts = accounts;
    this.programs = programs;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/scans", this::scan);
  }

  private void scan(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    perRegister.take(register.merchantId() + ":" + register.registerId());
    ScanRequest body = Http.json(req, ScanRequest.class);
    Check check = new Check();
    String text = body.text == null ? "" : body.text;
    check.require(!text.isBlank(), "text", "REQUIRED", "не заполнено", "is required");
    check.require(
        text.length() <= 4096,
        "text",
        "TOO_LONG",
        "не длиннее 4096 знаков",
        "at most 4096 characters");
    check.optional("symbology", body.symbology, 40);
    check.oneOf("source", body.source, "WEDGE", "CAMERA", "MANUAL", "NFC", "SERIAL");
    check.done();
    Reading reading = Reading.of(text);
    Http.send(
        res, 200, database.inTenant(register.merchantId(), c -> answer(c, register, reading)));
  }

  private ScanResult answer(Connection c, RegisterPrincipal register, Reading reading)
      throws SQLException {
    long merchantId = register.merchantId();
    Found found = find(c, merchantId, reading);
    MemberRef member = found.member;
    if (member.blocked()) {
      throw new Problem(ProblemCode.CARD_BLOCKED);
    }
    Published program = programs.current(merchantId);
    Instant now = clock.instant();
    MemberRef.Standing standing = member.standing();
    String number =
        cards
            .walletCard(c, merchantId, member.id())
            .map(card -> CardCode.humanNumber(card.code()))
            .orElse("");
    return new ScanResult(
        Long.toString(member.id()),
        member.name(),
        new Phone(member.phone()).masked(),
        program.tier(standing.tier()),
        progress
            .of(c, merchantId, member, program.program(), now, merchants.get(merchantId).zone())
            .orElse(null),
        accounts.balance(c, merchantId, member.id(), now),
        number,
        found.identifiedBy,
        birthdaySoon(member.birthDate(), now.atZone(register.storeZone()).toLocalDate()),
        List.of());
  }

  private Found find(Connection c, long merchantId, Reading reading) throws SQLException {
    return switch (reading) {
      case Reading.Code(String code) -> {
        Optional<Cards.Card> known = cards.find(c, merchantId, code);
        if (known.isEmpty()) {
          yield tapped(c, merchantId, code);
        }
        Cards.Card card = known.get();
        switch (card.status()) {
          case REPLACED -> throw new Problem(ProblemCode.CARD_REPLACED);
          case BLOCKED -> throw new Problem(ProblemCode.CARD_BLOCKED);
          case ACTIVE -> {}
        }
        yield new Found(
            members
                .find(c, merchantId, card.memberId())
                .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND)),
            card.kind().name());
      }
      case Reading.PhoneNumber(Phone phone) ->
          new Found(
              members
                  .byPhone(c, merchantId, phone.e164())
                  .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND)),
              "PHONE");
      case Reading.Product p -> throw new Problem(ProblemCode.PRODUCT_CODE);
      case Reading.Unreadable u -> throw new Problem(ProblemCode.CODE_UNREADABLE);
    };
  }

  /** A phone held to a reader says its pass's serial, which is printed nowhere. */
  private Found tapped(Connection c, long merchantId, String code) throws SQLException {
    Optional<PassRef> pass =
        passes.bySerial(c, merchantId, code.toLowerCase(java.util.Locale.ROOT));
    if (pass.isEmpty()) {
      throw new Problem(ProblemCode.CARD_NOT_FOUND);
    }
    if (pass.get().voided()) {
      throw new Problem(ProblemCode.CARD_REPLACED);
    }
    return new Found(
        members
            .find(c, merchantId, pass.get().memberId())
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND)),
        "WALLET");
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

package io.kartela.service.wallet.pass;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Burn;
import io.kartela.service.wallet.content.CardContent.Invite;
import io.kartela.service.wallet.content.CardContent.Links;
import io.kartela.service.wallet.content.CardContent.Operation;
import io.kartela.service.wallet.content.CardContent.Progress;
import io.kartela.service.wallet.content.CardContent.Status;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.CardContent.Tier;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Card contents in memory, which a test changes as purchases would. Thread-safe. */
public final class TestCards implements CardSource {
  public static final Tier SILVER = new Tier("silver", new Text("Серебро", "Silver"), "#1f7a5c");
  public static final Tier GOLD = new Tier("gold", new Text("Золото", "Gold"), "#c9a227");

  private static final CardContent PATTERN = card(1, 1, 0);

  private final Map<Long, CardContent> cards = new ConcurrentHashMap<>();

  @Override
  public Asked ask(RoundTrip trip, long merchantId, long memberId) {
    return c -> Optional.ofNullable(cards.get(memberId));
  }

  @Override
  public Shop shop(long merchantId) {
    return new Shop("Кофейня «Зерно»", new Text("Клуб «Зерно»", "Zerno club"), Lang.RU);
  }

  public void put(CardContent card) {
    cards.put(card.memberId(), card);
  }

  public void change(long memberId, UnaryOperator<CardContent> change) {
    cards.computeIfPresent(memberId, (id, card) -> change.apply(card));
  }

  public static CardContent card(long merchantId, long memberId, long available) {
    return new CardContent(
        merchantId,
        memberId,
        Text.same("Кофейня «Зерно»"),
        new Text("Клуб «Зерно»", "Zerno club"),
        "Анна \"Аня\" Петрова",
        Lang.RU,
        "0123 4567 8901",
        "01234567890123456784",
        null,
        SILVER,
        available,
        5_000,
        0,
        new Burn(10_050, Instant.parse("2026-12-24T20:00:00Z")),
        new Progress(new Text("Золото", "Gold"), 125_000, 40),
        List.of(
            new Operation(
                Instant.parse("2026-11-20T10:15:00Z"), new Text("Покупка", "Purchase"), 12_300)),
        new Text("Начисляем 3 %.\nСрок – 180 дней.", "You earn 3 %.\nGood for 180 days."),
        new Links(
            URI.create("https://cards.example/c/abc?x='1'"),
            null,
            new Invite(
                "K7QM-2XWP", URI.create("https://cards.example/join/zerno?invite=K7QM2XWP"))),
        Status.ACTIVE,
        ZoneId.of("Europe/Moscow"),
        null);
  }

  /** A card whose balance and code are its number's own. */
  public static CardContent bench(long number) {
    CardContent c = PATTERN;
    String digits = Long.toString(number);
    return new CardContent(
        c.merchantId(),
        number,
        c.shopName(),
        c.programName(),
        c.memberName(),
        c.locale(),
        c.number(),
        "0".repeat(20 - digits.length()) + digits,
        c.ean13(),
        c.tier(),
        number * 37 % 10_000_000,
        c.pending(),
        c.debt(),
        c.nextBurn(),
        c.progress(),
        c.operations(),
        c.terms(),
        c.links(),
        c.status(),
        c.zone(),
        c.validUntil());
  }

  public static UnaryOperator<CardContent> available(long amount) {
    return c ->
        new CardContent(
            c.merchantId(),
            c.memberId(),
            c.shopName(),
            c.programName(),
            c.memberName(),
            c.locale(),
            c.number(),
            c.code(),
            c.ean13(),
            c.tier(),
            amount,
            c.pending(),
            c.debt(),
            c.nextBurn(),
            c.progress(),
            c.operations(),
            c.terms(),
            c.links(),
            c.status(),
            c.zone(),
            c.validUntil());
  }

  public static UnaryOperator<CardContent> tier(Tier tier) {
    return c ->
        new CardContent(
            c.merchantId(),
            c.memberId(),
            c.shopName(),
            c.programName(),
            c.memberName(),
            c.locale(),
            c.number(),
            c.code(),
            c.ean13(),
            tier,
            c.available(),
            c.pending(),
            c.debt(),
            c.nextBurn(),
            c.progress(),
            c.operations(),
            c.terms(),
            c.links(),
            c.status(),
            c.zone(),
            c.validUntil());
  }

  public static UnaryOperator<CardContent> status(Status status) {
    return c ->
        new CardContent(
            c.merchantId(),
            c.memberId(),
            c.shopName(),
            c.programName(),
            c.memberName(),
            c.locale(),
            c.number(),
            c.code(),
            c.ean13(),
            c.tier(),
            c.available(),
            c.pending(),
            c.debt(),
            c.nextBurn(),
            c.progress(),
            c.operations(),
            c.terms(),
            c.links(),
            status,
            c.zone(),
            c.validUntil());
  }
}

package io.kartela.service.wallet.content;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent.Burn;
import io.kartela.service.wallet.content.CardContent.Invite;
import io.kartela.service.wallet.content.CardContent.Progress;
import io.kartela.service.wallet.content.CardContent.Text;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Something a card knows of its member, which a design's texts mention in braces. */
public enum Fact {
  BALANCE("balance"),
  PENDING("pending"),
  DEBT("debt"),
  TIER("tier"),
  NEXT_TIER("nextTier"),
  REMAINING("remaining"),
  PERCENT("percent"),
  BURN_AMOUNT("burn.amount"),
  BURN_DATE("burn.date"),
  MEMBER("member"),
  NUMBER("number"),
  SHOP("shop"),
  PROGRAM("program"),
  TERMS("terms"),
  OPERATIONS("operations"),
  NEWS("news"),
  VALID_UNTIL("valid.until"),
  CARD_PAGE("cardPage"),
  SHOP_PAGE("shopPage"),
  INVITE("invite"),
  INVITE_CODE("inviteCode");

  private final String word;

  Fact(String word) {
    this.word = word;
  }

  /** How a design names it. */
  public String word() {
    return word;
  }

  public static Optional<Fact> of(String word) {
    for (Fact fact : values()) {
      if (fact.word.equals(word)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  /** Whether it is an amount of bonuses, which a phone formats in its own way. */
  boolean isAmount() {
    return this == BALANCE || this == PENDING || this == DEBT || this == BURN_AMOUNT;
  }

  /** Minor units; empty when there is nothing of the kind now. */
  public OptionalLong amount(CardContent card) {
    Burn burn = card.nextBurn();
    return switch (this) {
      case BALANCE -> OptionalLong.of(card.available());
      case PENDING -> positive(card.pending());
      case DEBT -> positive(card.debt());
      case BURN_AMOUNT -> burn == null ? OptionalLong.empty() : OptionalLong.of(burn.amount());
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong positive(long amount) {
    return amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty();
  }

  /** Whether it is an address. */
  public boolean isLink() {
    return this == CARD_PAGE || this == SHOP_PAGE || this == INVITE;
  }

  /** An address that becomes a link. */
  public @Nullable URI link(CardContent card) {
    Invite invite = card.links().invite();
    return switch (this) {
      case CARD_PAGE -> card.links().cardPage();
      case SHOP_PAGE -> card.links().shop();
      case INVITE -> invite == null ? null : invite.link();
      default -> null;
    };
  }

  /** Null when the member has nothing of the kind now. */
  public @Nullable Text text(CardContent card, @Nullable String news) {
    if (isAmount()) {
      OptionalLong amount = amount(card);
      return amount.isPresent() ? amountText(amount.getAsLong()) : null;
    }
    Progress progress = card.progress();
    Burn burn = card.nextBurn();
    return switch (this) {
      case TIER -> card.tier().name();
      case NEXT_TIER -> progress == null ? null : progress.nextTier();
      case REMAINING -> progress == null ? null : amountText(progress.remaining());
      case PERCENT -> progress == null ? null : Text.same(Integer.toString(progress.percent()));
      case BURN_DATE -> burn == null ? null : day(burn.at(), card);
      case VALID_UNTIL -> day(card.validUntil(), card);
      case MEMBER -> Text.same(card.memberName());
      case NUMBER -> Text.same(card.number());
      case SHOP -> card.shopName();
      case PROGRAM -> card.programName();
      case TERMS -> card.terms().isBlank() ? null : card.terms();
      case OPERATIONS -> card.operations().isEmpty() ? null : CardAmounts.operations(card);
      case NEWS -> news == null ? null : Text.same(news);
      case INVITE_CODE -> {
        Invite invite = card.links().invite();
        yield invite == null ? null : Text.same(invite.code());
      }
      case CARD_PAGE, SHOP_PAGE, INVITE -> {
        URI link = link(card);
        yield link == null ? null : Text.same(link.toString());
      }
      default -> null;
    };
  }

  private static @Nullable Text day(@Nullable Instant at, CardContent card) {
    return at == null
        ? null
        : new Text(
            CardAmounts.day(at, card.zone(), Lang.RU), CardAmounts.day(at, card.zone(), Lang.EN));
  }

  private static Text amountText(long minor) {
    return new Text(CardAmounts.text(minor, Lang.RU), CardAmounts.text(minor, Lang.EN));
  }
}

package io.kartela.service.wallet.designer;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card of nobody, on which a design shows everything it can show. */
public final class SampleCard {
  /** Whose card it is. */
  public enum Customer {
    /** Signed up today. */
    NEWCOMER(0, 0, 0),
    REGULAR(123_450, 5_000, 0),
    /** On the highest tier. */
    TOP(1_250_000, 0, 0),
    /** Took goods back after the bonuses for them were spent. */
    DEBTOR(0, 12_000, 35_000),
    /** The shop has just written to them. */
    NEWS(123_450, 5_000, 0);

    private final long balance;
    private final long pending;
    private final long debt;

    Customer(long balance, long pending, long debt) {
      this.balance = balance;
      this.pending = pending;
      this.debt = debt;
    }

    static @Nullable Customer of(@Nullable String name) {
      for (Customer one : values()) {
        if (one.name().equals(name)) {
          return one;
        }
      }
      return null;
    }
  }

  /**
   * What is asked for.
   *
   * @param tier null: the customer's own
   * @param balance bonuses in minor units; null: the customer's own
   * @param lang in which the shop wrote, where it did
   */
  public record Wish(Customer customer, @Nullable String tier, @Nullable Long balance, Lang lang) {}

  /** What burns soon, where there is as much. */
  private static final long BURNS = 10_000;

  private static final String EAN13 = "9870123456784";

  private SampleCard() {}

  /** Makes one. */
  public static PassReader.Card of(
      Merchant merchant,
      Published program,
      Wish wish,
      DesignVersion design,
      URI publicUrl,
      Instant now) {
    Customer customer = wish.customer();
    List<TierView> tiers = program.tiers();
    TierView own = tier(tiers, wish);
    int rank = tiers.indexOf(own);
    boolean newcomer = customer == Customer.NEWCOMER;
    CardContent.Progress progress =
        rank == tiers.size() - 1
            ? null
            : new CardContent.Progress(
                text(tiers.get(rank + 1)), newcomer ? 2_000_000 : 1_250_000, newcomer ? 0 : 40);
    var name = program.program().name();
    long balance = wish.balance() == null ? customer.balance : wish.balance();
    CardContent content =
        new CardContent(
            merchant.id(),
            0,
            new Text(merchant.names().ru(), merchant.names().en()),
            new Text(name.ru(), name.en()),
            "Анна Петрова",
            merchant.locale(),
            "0123 4567 8901 2345 6784",
            "01234567890123456784",
            EAN13,
            new CardContent.Tier(own.id(), text(own), own.color()),
            balance,
            customer.pending,
            customer.debt,
            balance < BURNS ? null : new CardContent.Burn(BURNS, now.plus(Duration.ofDays(30))),
            progress,
            operations(customer, now),
            new Text(merchant.description().ru(), merchant.description().en()),
            new CardContent.Links(
                publicUrl.resolve("/c/sample"),
                publicUrl.resolve("/join/" + merchant.slug()),
                new CardContent.Invite(
                    "ANNA-2345",
                    publicUrl.resolve("/join/" + merchant.slug() + "?invite=ANNA2345"))),
            CardContent.Status.ACTIVE,
            merchant.zone(),
            null);
    String news =
        customer == Customer.NEWS
            ? wish.lang() == Lang.RU ? "Сегодня кофе за наш счёт" : "Today coffee is on us"
            : null;
    PassRef pass =
        new PassRef(
            merchant.id(),
            0,
            "sample",
            "sample",
            "not-a-real-token",
            1,
            now,
            now,
            news,
            null,
            false);
    return PassReader.card(pass, content, design, now);
  }

  private static TierView tier(List<TierView> tiers, Wish wish) {
    String wanted = wish.tier();
    if (wanted == null) {
      return wish.customer() == Customer.TOP ? tiers.getLast() : tiers.getFirst();
    }
    return tiers.stream()
        .filter(t -> t.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.TIER_NOT_FOUND));
  }

  private static List<CardContent.Operation> operations(Customer customer, Instant now) {
    var purchase =
        new CardContent.Operation(
            now.minus(Duration.ofHours(2)), new Text("Покупка", "Purchase"), 12_300);
    return switch (customer) {
      case NEWCOMER -> List.of();
      case REGULAR, TOP, NEWS -> List.of(purchase);
      case DEBTOR ->
          List.of(
              new CardContent.Operation(
                  now.minus(Duration.ofHours(1)), new Text("Возврат", "Return"), -47_300),
              purchase);
    };
  }

  private static Text text(TierView tier) {
    return new Text(tier.name().ru(), tier.name().en());
  }
}

package io.kartela.service.design;

import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.merchant.Merchant;
import io.kartela.service.pass.CardContent;
import io.kartela.service.pass.CardContent.Text;
import io.kartela.service.pass.PassReader;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.design.DesignVersion;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card of nobody, on which a design shows everything it can show. */
final class SampleCard {
  private SampleCard() {}

  /**
   * Makes one.
   *
   * @param tier null: the lowest
   * @param balance bonuses in minor units
   */
  static PassReader.Card of(
      Merchant merchant,
      Published program,
      @Nullable String tier,
      long balance,
      DesignVersion design,
      URI publicUrl,
      Instant now) {
    List<TierView> tiers = program.tiers();
    TierView own =
        tier == null
            ? tiers.getFirst()
            : tiers.stream()
                .filter(t -> t.id().equals(tier))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.TIER_NOT_FOUND));
    int rank = tiers.indexOf(own);
    CardContent.Progress progress =
        rank == tiers.size() - 1
            ? null
            : new CardContent.Progress(text(tiers.get(rank + 1)), 1_250_000, 40);
    var name = program.program().name();
    CardContent content =
        new CardContent(
            merchant.id(),
            0,
            merchant.name(),
            new Text(name.ru(), name.en()),
            "Анна Петрова",
            merchant.locale(),
            "0123 4567 8901 2345 6784",
            "01234567890123456784",
            new CardContent.Tier(own.id(), text(own), own.color()),
            balance,
            5_000,
            0,
            new CardContent.Burn(10_000, now.plus(Duration.ofDays(30))),
            progress,
            List.of(
                new CardContent.Operation(
                    now.minus(Duration.ofHours(2)), new Text("Покупка", "Purchase"), 12_300)),
            new Text(merchant.descriptionRu(), merchant.descriptionEn()),
            new CardContent.Links(
                publicUrl.resolve("/c/sample"), publicUrl.resolve("/join/" + merchant.slug())),
            CardContent.Status.ACTIVE,
            merchant.zone());
    PassRef pass =
        new PassRef(
            merchant.id(), 0, "sample", "sample", "not-a-real-token", 1, now, null, null, false);
    return new PassReader.Card(pass, content, design);
  }

  private static Text text(TierView tier) {
    return new Text(tier.name().ru(), tier.name().en());
  }
}

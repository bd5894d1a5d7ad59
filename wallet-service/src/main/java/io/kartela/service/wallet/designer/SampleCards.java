package io.kartela.service.wallet.designer;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.pass.CardSource;
import io.kartela.service.wallet.pass.PassReader;
import java.time.Instant;

/** On whose card a design is shown: on nobody's, or on a member's. Thread-safe. */
public final class SampleCards {
  private final House house;
  private final Merchants merchants;
  private final Programs programs;
  private final CardSource source;

  public SampleCards(House house, Merchants merchants, Programs programs, CardSource source) {
    this.house = house;
    this.merchants = merchants;
    this.programs = programs;
    this.source = source;
  }

  PassReader.Card of(long merchantId, SampleCard.Wish wish, DesignVersion design) {
    return SampleCard.of(
        merchants.get(merchantId),
        programs.current(merchantId),
        wish,
        design,
        house.publicUrl(),
        now());
  }

  /** A member's as it stands, but for what opens it: its codes and links are the sample's. */
  PassReader.Card ofMember(
      long merchantId, long memberId, SampleCard.Wish wish, DesignVersion design) {
    CardContent own =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  RoundTrip trip = new RoundTrip();
                  CardSource.Asked asked = source.ask(trip, merchantId, memberId);
                  trip.run(c);
                  return asked.read(c);
                })
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    PassReader.Card sample = of(merchantId, wish, design);
    return PassReader.card(sample.pass(), own.like(sample.content()), design, now());
  }

  private Instant now() {
    return house.clock().instant();
  }
}

package io.kartela.service.till.scan;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.wallet.content.CardAmounts;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Whether a wallet card that was read is still valid. A physical card and a phone number are not
 * what ended: they identify the member as before. Thread-safe.
 */
final class CardValidity {
  private final Passes passes;
  private final CardTerms terms;

  CardValidity(Passes passes, CardTerms terms) {
    this.passes = passes;
    this.terms = terms;
  }

  /** Refuses a card that ended, or lets it through with a hint, as its design wants. */
  Resolution judge(Connection c, Resolver.Ask ask, Resolution.Found found) throws SQLException {
    if (!terms.any(ask.merchantId())) {
      return found; // and no card is asked
    }
    Optional<PassRef> pass = passes.byMember(c, ask.merchantId(), found.member().id());
    CardTerms.Term term = pass.flatMap(terms::of).orElse(null);
    if (term == null || !term.isOver(ask.at())) {
      return found;
    }
    LocalText day =
        new LocalText(
            CardAmounts.day(term.end(), term.zone(), Lang.RU),
            CardAmounts.day(term.end(), term.zone(), Lang.EN));
    if (term.refuse()) {
      return new Resolution.Refused(
          new Problem(ProblemCode.CARD_EXPIRED, day),
          found.medium(),
          found.repairs(),
          found.tail(),
          found.memberId());
    }
    LocalText hint =
        new LocalText(
            "Срок карты истёк " + day.ru() + ": предложите её продлить",
            "The card expired on " + day.en() + ": offer to renew it");
    return found.hinting(hint);
  }
}

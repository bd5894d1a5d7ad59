package io.kartela.service.till.scan;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What phones say when they are held to a reader. Today's cards say {@link CardCode#tap}, which
 * stands nowhere else. Cards of before say their serial and a mark of their code, the oldest the
 * serial alone; as a serial stands in the addresses that phones fetch, alone it proves nothing.
 */
final class Taps {
  private static final String TAP = "[0-9A-F]{" + CardCode.TAP_LENGTH + "}";
  private static final String SERIAL = "[0-9A-Z]{1,12}-[A-Z2-7]{26}(-[0-9A-F]{8})?";

  private final Cards cards;
  private final Passes passes;

  /**
   * A card that spoke.
   *
   * @param living false when its code was replaced since
   * @param secret whether it said more than what stands in addresses
   */
  record Tap(long memberId, boolean living, boolean secret) {}

  Taps(Cards cards, Passes passes) {
    this.cards = cards;
    this.passes = passes;
  }

  /** Whether a phone may have said so. */
  static boolean looksLikeOne(String form) {
    return form.matches(TAP) || form.matches(SERIAL);
  }

  Optional<Tap> find(Way way, List<String> forms) throws SQLException {
    for (String form : forms) {
      Optional<Tap> tap =
          form.matches(TAP)
              ? cards
                  .tapped(way.c(), way.ask().merchantId(), form)
                  .map(k -> new Tap(k.memberId(), k.status() == Cards.Status.ACTIVE, true))
              : form.matches(SERIAL)
                  ? bySerial(way, form.toLowerCase(Locale.ROOT))
                  : Optional.empty();
      if (tap.isPresent()) {
        return tap;
      }
    }
    return Optional.empty();
  }

  private Optional<Tap> bySerial(Way way, String text) throws SQLException {
    int dash = text.indexOf('-', text.indexOf('-') + 1);
    String mark = dash < 0 ? "" : text.substring(dash + 1);
    Optional<PassRef> pass =
        passes.bySerial(way.c(), way.ask().merchantId(), dash < 0 ? text : text.substring(0, dash));
    if (pass.isEmpty()) {
      return Optional.empty();
    }
    PassRef p = pass.get();
    return Optional.of(
        new Tap(p.memberId(), !p.voided() && isLiving(way, p, mark), !mark.isEmpty()));
  }

  /** Whether the pass was made by a code that is alive; one without a mark, by the first code. */
  private boolean isLiving(Way way, PassRef pass, String mark) throws SQLException {
    List<Cards.Card> wallet =
        cards.ofMember(way.c(), way.ask().merchantId(), pass.memberId()).stream()
            .filter(k -> k.kind() == Cards.Kind.WALLET)
            .toList();
    return mark.isEmpty()
        ? wallet.stream().noneMatch(k -> k.status() == Cards.Status.REPLACED)
        : wallet.stream()
            .anyMatch(
                k -> k.status() == Cards.Status.ACTIVE && CardCode.tapMark(k.code()).equals(mark));
  }
}

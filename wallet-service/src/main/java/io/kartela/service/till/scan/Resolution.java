package io.kartela.service.till.scan;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a reading: a member, or why not.
 *
 * @see Resolver
 */
public sealed interface Resolution {
  /** How it was read, for traces. */
  String medium();

  List<String> repairs();

  /** The last characters of the code, or "". */
  String tail();

  /** Whom it belongs to, also when it is refused. */
  @Nullable Long memberId();

  /**
   * The member.
   *
   * @param identifiedBy WALLET, PHYSICAL, PHONE or NUMBER: what stands on a card and in addresses
   * @param presence what it proves of the member's being there
   * @param unconfirmed the name of the card that was read, when its member has not confirmed it yet
   * @param timed false for a contactless read without a time, which cannot be held to one use
   * @param hints what the cashier should know of the card
   */
  record Found(
      MemberRef member,
      String identifiedBy,
      Presence presence,
      @Nullable String unconfirmed,
      String medium,
      List<String> repairs,
      String tail,
      boolean timed,
      List<LocalText> hints)
      implements Resolution {
    Found by(Presence other, @Nullable String card) {
      return new Found(member, identifiedBy, other, card, medium, repairs, tail, timed, hints);
    }

    Found untimed() {
      return new Found(
          member, identifiedBy, presence, unconfirmed, medium, repairs, tail, false, hints);
    }

    Found hinting(LocalText hint) {
      return new Found(
          member, identifiedBy, presence, unconfirmed, medium, repairs, tail, timed, List.of(hint));
    }

    @Override
    public Long memberId() {
      return member.id();
    }
  }

  /** Why there is none. */
  record Refused(
      Problem problem, String medium, List<String> repairs, String tail, @Nullable Long memberId)
      implements Resolution {}
}

package io.kartela.service.scan;

import io.kartela.service.http.LocalText;
import io.kartela.service.http.Problem;
import io.kartela.service.member.MemberRef;
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
   * @param identifiedBy WALLET, PHYSICAL or PHONE
   * @param timed false for a contactless read without a time, which cannot be held to one use
   * @param hints what the cashier should know of the card
   */
  record Found(
      MemberRef member,
      String identifiedBy,
      String medium,
      List<String> repairs,
      String tail,
      boolean timed,
      List<LocalText> hints)
      implements Resolution {
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

package io.kartela.service.member.referral;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A member's first name, which is all that the sign-up page says of who invites. */
final class FirstName {
  /** Letters, and what stands within names; nothing that could be a phone or an address. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]{0,29}");

  private FirstName() {}

  /** Null when the first word is no name. */
  static @Nullable String of(String name) {
    String first = name.strip().split("\\s+", 2)[0];
    return NAME.matcher(first).matches() ? first : null;
  }
}

package io.kartela.service.shop.staff;

import java.time.Instant;
import java.util.List;

/** What a right password opens. */
public interface SignInGate {
  /** What may follow a password. */
  enum Factor {
    /** A code of an app. */
    TOTP,
    PASSKEY,
    /** One of the codes that were noted for the case of loss. */
    RECOVERY
  }

  /** What comes after the password. */
  sealed interface Next {
    /** The cabinet. */
    record Cabinet() implements Next {}

    /** A session that sets up a second factor and does nothing else: the owner demands one. */
    record SettingUp() implements Next {}

    /**
     * No session yet.
     *
     * @param secondFactor what this person has
     * @param step to be shown with the second factor, once
     */
    record Asked(List<Factor> secondFactor, String step, Instant expiresAt) implements Next {}
  }

  Next after(StaffPrincipal staff);
}

package io.kartela.service.member.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of the invite code that a sign-up brought along.
 *
 * @param reason null when it was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InviteReply(boolean taken, @Nullable Reason reason) {

  /** Why a code was not taken; the sign-up went on without it. Codes are never renamed. */
  public enum Reason {
    /** Nobody's, or of somebody who may not invite. */
    INVITE_UNKNOWN,
    /** The newcomer's own. */
    INVITE_OWN,
    /** The person was a member before; who invited a member is settled once. */
    INVITE_MEMBER_ALREADY
  }

  public InviteReply {
    if (taken != (reason == null)) {
      throw new IllegalArgumentException("a code is taken, or there is a reason");
    }
  }

  public static InviteReply accepted() {
    return new InviteReply(true, null);
  }

  public static InviteReply refused(Reason reason) {
    return new InviteReply(false, reason);
  }
}

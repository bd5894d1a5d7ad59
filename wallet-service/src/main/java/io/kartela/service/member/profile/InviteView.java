package io.kartela.service.member.profile;

import io.kartela.service.member.referral.Invite;

/**
 * A member's invitation.
 *
 * @param code in groups, as people read it
 */
record InviteView(String code, String url) {
  static InviteView of(Invite invite) {
    return new InviteView(invite.shown(), invite.url().toString());
  }
}

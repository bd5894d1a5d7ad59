package io.kartela.service.member;

import io.kartela.service.invite.Invite;

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

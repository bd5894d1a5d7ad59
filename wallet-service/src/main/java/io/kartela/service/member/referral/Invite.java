package io.kartela.service.member.referral;

import java.net.URI;

/**
 * What a member hands to a friend.
 *
 * @param code without the dash that people see
 * @param url the sign-up page that knows who invites
 */
public record Invite(String code, URI url) {
  /** The code in groups of four. */
  public String shown() {
    return shown(code);
  }

  static String shown(String code) {
    StringBuilder out = new StringBuilder(code.length() + 2);
    for (int i = 0; i < code.length(); i++) {
      out.append(i > 0 && i % 4 == 0 ? "-" : "").append(code.charAt(i));
    }
    return out.toString();
  }
}

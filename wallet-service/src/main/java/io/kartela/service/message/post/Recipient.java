package io.kartela.service.message.post;

import io.kartela.service.code.Phone;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.http.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to.
 *
 * @param memberId null: no member yet, only a phone
 */
public record Recipient(@Nullable Long memberId, Phone phone, Lang lang) {
  public static Recipient of(MemberRef member) {
    return new Recipient(member.id(), new Phone(member.phone()), member.locale());
  }
}

package io.kartela.service.account;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Note;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Between which members bonuses went over; the document of both entries.
 *
 * @param merge both were one person
 */
public record Between(boolean merge, long from, long to) {
  private static final Pattern REF =
      Pattern.compile("(merge|transfer):([0-9]{1,18}):([0-9]{1,18})");

  public static Between transfer(AccountId from, AccountId to) {
    return new Between(false, from.accountId(), to.accountId());
  }

  public static Between merge(AccountId from, AccountId to) {
    return new Between(true, from.accountId(), to.accountId());
  }

  /** Empty: the document says nothing of members. */
  public static Optional<Between> of(@Nullable String ref) {
    if (ref == null) {
      return Optional.empty();
    }
    Matcher m = REF.matcher(ref);
    return m.matches()
        ? Optional.of(
            new Between(
                m.group(1).equals("merge"), Long.parseLong(m.group(2)), Long.parseLong(m.group(3))))
        : Optional.empty();
  }

  /** What the ledger keeps of it. */
  public Note note(String reason, String author) {
    return new Note((merge ? "merge:" : "transfer:") + from + ":" + to, reason, author);
  }

  /** Whose the other account is. */
  public long other(long memberId) {
    return memberId == from ? to : from;
  }
}

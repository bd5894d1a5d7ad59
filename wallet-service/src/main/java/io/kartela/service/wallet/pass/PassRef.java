package io.kartela.service.wallet.pass;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One issued card.
 *
 * @param serial Apple's serialNumber and the tail of Google's object id
 * @param token the secret in the card's web address
 * @param authToken what an Apple phone shows our web service; a secret, too
 * @param version counts changes, from 1
 * @param modifiedAt whole seconds, later with every version
 * @param validFrom when it was renewed or else issued: a design may count its end from then
 * @param news the last text sent to the card
 */
public record PassRef(
    long merchantId,
    long memberId,
    String serial,
    String token,
    String authToken,
    long version,
    Instant modifiedAt,
    Instant validFrom,
    @Nullable String news,
    @Nullable Instant newsAt,
    boolean voided) {

  public PassRef {
    Objects.requireNonNull(serial);
    Objects.requireNonNull(token);
    Objects.requireNonNull(modifiedAt);
    Objects.requireNonNull(validFrom);
    if (authToken.length() < 16) {
      throw new IllegalArgumentException(
          "Apple wants at least 16 characters in an authentication token");
    }
  }

  @Override
  public String toString() {
    return "PassRef[" + serial + " v" + version + ", member=" + memberId + ", token=[REDACTED]]";
  }
}

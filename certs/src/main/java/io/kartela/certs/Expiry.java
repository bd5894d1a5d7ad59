package io.kartela.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How long a certificate still lasts, and how loudly to say so: 90, 30 and 7 days ahead.
 *
 * @param what which of an identity's certificates
 * @param name the passTypeIdentifier or the authority's name
 * @param notAfter its end
 * @param daysLeft whole days until then; negative once it has passed
 */
public record Expiry(What what, String name, Instant notAfter, long daysLeft) {

  /** Which certificate. Apple's WWDR ends on its own day, and takes every pass along. */
  public enum What {
    PASS_CERTIFICATE,
    WWDR
  }

  /** How urgent. The order is from calm to late. */
  public enum Level {
    FINE,
    /** At most 90 days. */
    NOTICE,
    /** At most 30 days. */
    WARNING,
    /** At most 7 days. */
    CRITICAL,
    EXPIRED
  }

  /** Both certificates of an identity, the one that ends first in front. */
  public static List<Expiry> of(ApplePassIdentity identity, Instant now) {
    Expiry own =
        of(What.PASS_CERTIFICATE, identity.passTypeIdentifier(), identity.certificate(), now);
    X509Certificate wwdr = identity.intermediate();
    Expiry above = of(What.WWDR, wwdr.getSubjectX500Principal().getName(), wwdr, now);
    return above.notAfter().isBefore(own.notAfter()) ? List.of(above, own) : List.of(own, above);
  }

  /** How urgent it is. */
  public Level level() {
    if (daysLeft < 0) {
      return Level.EXPIRED;
    }
    if (daysLeft <= 7) {
      return Level.CRITICAL;
    }
    if (daysLeft <= 30) {
      return Level.WARNING;
    }
    return daysLeft <= 90 ? Level.NOTICE : Level.FINE;
  }

  /** The sentence to show, in Russian for {@code ru} and in English for every other language. */
  public String text(Locale locale) {
    boolean russian = locale.getLanguage().equals("ru");
    String day =
        DateTimeFormatter.ofPattern("d MMMM yyyy", russian ? locale : Locale.ENGLISH)
            .withZone(ZoneOffset.UTC)
            .format(notAfter);
    if (russian) {
      String subject =
          what == What.WWDR ? "Промежуточный сертификат Apple (WWDR)" : "Сертификат " + name;
      return subject + (daysLeft < 0 ? " истёк " : " действует до ") + day;
    }
    String subject =
        what == What.WWDR ? "Apple's intermediate certificate (WWDR)" : "The certificate " + name;
    return subject + (daysLeft < 0 ? " expired on " : " is valid until ") + day;
  }

  private static Expiry of(What what, String name, X509Certificate certificate, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    long days = Math.floorDiv(Duration.between(now, end).toSeconds(), 86_400L);
    return new Expiry(what, name, end, days);
  }
}

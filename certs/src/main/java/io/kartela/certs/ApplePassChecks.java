package io.kartela.certs;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.jspecify.annotations.Nullable;

/** The objections a phone would have, raised before it can. */
final class ApplePassChecks {
  private ApplePassChecks() {}

  /** What can be said without knowing the pass or the time. */
  static List<IdentityProblem> of(
      PrivateKey key, X509Certificate leaf, X509Certificate intermediate) {
    List<IdentityProblem> problems = new ArrayList<>();
    AppleSubject subject = AppleSubject.of(leaf);
    if (!isPassCertificate(leaf)) {
      add(
          problems,
          IdentityProblem.Reason.NOT_A_PASS_CERTIFICATE,
          leaf.getSubjectX500Principal().getName());
    }
    if (subject.passTypeIdentifier() == null) {
      add(problems, IdentityProblem.Reason.NO_PASS_TYPE_IDENTIFIER, "");
    }
    String marked = marked(leaf);
    if (marked != null && subject.passTypeIdentifier() != null) {
      differs(
          problems,
          IdentityProblem.Reason.PASS_TYPE_MISMATCH,
          marked,
          subject.passTypeIdentifier());
    }
    if (subject.teamIdentifier() == null) {
      add(problems, IdentityProblem.Reason.NO_TEAM_IDENTIFIER, "");
    }
    if (!usable(key)) {
      add(problems, IdentityProblem.Reason.KEY_TYPE, key.getAlgorithm());
    } else if (!Keys.belongTogether(key, leaf.getPublicKey())) {
      add(problems, IdentityProblem.Reason.KEY_MISMATCH, "");
    }
    if (!issuedBy(leaf, intermediate)) {
      String wanted = leaf.getIssuerX500Principal().getName();
      String given = intermediate.getSubjectX500Principal().getName();
      problems.add(
          new IdentityProblem(
              IdentityProblem.Reason.WRONG_INTERMEDIATE,
              "wanted %s, given %s".formatted(wanted, given),
              "нужен %s, приложен %s".formatted(wanted, given)));
    }
    return problems;
  }

  /** What depends on the pass and the time. */
  static List<IdentityProblem> against(
      ApplePassIdentity identity, ApplePassIdentity.Expected expected, Instant now) {
    List<IdentityProblem> problems = new ArrayList<>();
    differs(
        problems,
        IdentityProblem.Reason.PASS_TYPE_MISMATCH,
        expected.passTypeIdentifier(),
        identity.passTypeIdentifier());
    differs(
        problems,
        IdentityProblem.Reason.TEAM_MISMATCH,
        expected.teamIdentifier(),
        identity.teamIdentifier());
    if (expected.nfc() && !identity.nfc()) {
      add(problems, IdentityProblem.Reason.NO_NFC, "");
    }
    if (!identity.development() && !AppleRoots.issued(identity.intermediate())) {
      add(
          problems,
          IdentityProblem.Reason.INTERMEDIATE_NOT_APPLE,
          identity.intermediate().getIssuerX500Principal().getName());
    }
    period(
        problems,
        identity.certificate(),
        now,
        IdentityProblem.Reason.EXPIRED,
        IdentityProblem.Reason.NOT_YET_VALID);
    period(
        problems,
        identity.intermediate(),
        now,
        IdentityProblem.Reason.INTERMEDIATE_EXPIRED,
        IdentityProblem.Reason.INTERMEDIATE_NOT_YET_VALID);
    return List.copyOf(problems);
  }

  private static void period(
      List<IdentityProblem> problems,
      X509Certificate certificate,
      Instant now,
      IdentityProblem.Reason late,
      IdentityProblem.Reason early) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isAfter(until)) {
      add(problems, late, until.toString());
    } else if (now.isBefore(from)) {
      add(problems, early, from.toString());
    }
  }

  private static void differs(
      List<IdentityProblem> problems,
      IdentityProblem.Reason reason,
      @Nullable String wanted,
      String actual) {
    if (wanted != null && !wanted.equals(actual)) {
      problems.add(
          new IdentityProblem(
              reason,
              "wanted %s, the certificate says %s".formatted(wanted, actual),
              "нужен %s, в сертификате %s".formatted(wanted, actual)));
    }
  }

  private static boolean isPassCertificate(X509Certificate leaf) {
    try {
      List<String> usages = leaf.getExtendedKeyUsage();
      return leaf.getExtensionValue(AppleOids.PASS_MARKER) != null
          && usages != null
          && usages.contains(AppleOids.PASS_SIGNING_USAGE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** Apple repeats the passTypeIdentifier in its marker; null when it is no plain string. */
  private static @Nullable String marked(X509Certificate leaf) {
    byte[] wrapped = leaf.getExtensionValue(AppleOids.PASS_MARKER);
    try {
      return wrapped != null
              && ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(wrapped).getOctets())
                  instanceof ASN1String text
          ? text.getString()
          : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean usable(PrivateKey key) {
    return switch (key) {
      case RSAKey rsa -> rsa.getModulus().bitLength() >= 2048;
      case ECKey ec -> ec.getParams().getOrder().bitLength() == 256;
      default -> false;
    };
  }

  private static boolean issuedBy(X509Certificate leaf, X509Certificate intermediate) {
    if (!leaf.getIssuerX500Principal().equals(intermediate.getSubjectX500Principal())
        || intermediate.getBasicConstraints() < 0) {
      return false;
    }
    try {
      leaf.verify(intermediate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void add(
      List<IdentityProblem> problems, IdentityProblem.Reason reason, String detail) {
    problems.add(new IdentityProblem(reason, detail));
  }
}

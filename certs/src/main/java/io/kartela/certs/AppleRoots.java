package io.kartela.certs;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** Apple's roots, under which every phone looks for the issuer of a pass certificate. */
final class AppleRoots {
  private static final List<X509Certificate> ROOTS = read();

  private AppleRoots() {}

  /** Whether one of the roots issued this WWDR certificate. */
  static boolean issued(X509Certificate intermediate) {
    return ROOTS.stream().anyMatch(root -> issued(root, intermediate));
  }

  private static boolean issued(X509Certificate root, X509Certificate intermediate) {
    if (!intermediate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
      return false;
    }
    try {
      intermediate.verify(root.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<X509Certificate> read() {
    try (InputStream in = AppleRoots.class.getResourceAsStream("apple-roots.pem")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(Objects.requireNonNull(in))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | GeneralSecurityException e) {
      throw new CertsException("certs.apple_roots", "Apple's roots cannot be read", e);
    }
  }
}

package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

class AppleRootsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  /** Apple's own WWDR G4, as its page of certificates offers it. */
  private static X509Certificate realWwdr() throws IOException {
    try (InputStream in = AppleRootsTest.class.getResourceAsStream("wwdr-g4.pem")) {
      return ApplePassIdentity.readCertificate(Objects.requireNonNull(in).readAllBytes()).orThrow();
    }
  }

  private static KeyPair keys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** A complete identity under somebody's own root of this name. */
  private static ApplePassIdentity under(String rootName, X500Name wwdr)
      throws NoSuchAlgorithmException {
    KeyPair root = keys();
    KeyPair middle = keys();
    KeyPair leaf = keys();
    Instant from = NOW.minus(Duration.ofDays(1));
    X509Certificate top =
        CertificateIssuer.selfSignedRoot(
            rootName, "Somebody", root.getPrivate(), root.getPublic(), from, YEAR);
    X509Certificate intermediate =
        new CertificateIssuer(root.getPrivate(), top)
            .intermediate(wwdr, middle.getPublic(), from, YEAR);
    X509Certificate pass =
        new CertificateIssuer(middle.getPrivate(), intermediate)
            .pass(
                new CertificateIssuer.PassSubject("pass.example.shop", "ABCDE12345", "Shop", false),
                leaf.getPublic(),
                from,
                YEAR);
    return ApplePassIdentity.of(leaf.getPrivate(), pass, intermediate).orThrow();
  }

  @Test
  void applesOwnIntermediateIsKnown() throws IOException {
    assertTrue(AppleRoots.issued(realWwdr()));
  }

  @Test
  void anIntermediateOfSomebodyElseIsToldInThePreFlight() throws Exception {
    X500Name name = new X500Name(realWwdr().getSubjectX500Principal().getName());
    for (String root : List.of("Our Root", "Apple Root CA")) {
      ApplePassIdentity identity = under(root, name);
      assertFalse(AppleRoots.issued(identity.intermediate()), root);
      assertEquals(
          List.of(IdentityProblem.Reason.INTERMEDIATE_NOT_APPLE),
          identity.validate(ApplePassIdentity.Expected.anything(), NOW).stream()
              .map(IdentityProblem::reason)
              .toList(),
          root);
    }
  }

  /** Named like Apple's root to the letter, signed by another key. */
  @Test
  void aNameAloneProvesNothing() throws Exception {
    KeyPair root = keys();
    X500Name apple = X500Name.getInstance(realWwdr().getIssuerX500Principal().getEncoded());
    X509Certificate forgedRoot =
        new CertificateIssuer(
                root.getPrivate(),
                CertificateIssuer.selfSignedRoot(
                    "any", "any", root.getPrivate(), root.getPublic(), NOW, YEAR))
            .intermediate(apple, root.getPublic(), NOW, YEAR);
    X509Certificate forged =
        new CertificateIssuer(root.getPrivate(), forgedRoot)
            .intermediate(new X500Name("CN=WWDR"), keys().getPublic(), NOW, YEAR);
    assertEquals(realWwdr().getIssuerX500Principal(), forged.getIssuerX500Principal());
    assertFalse(AppleRoots.issued(forged));
  }

  @Test
  void theDevelopmentCaIsExcused() {
    assertEquals(
        List.of(),
        DevelopmentCa.inMemory(NOW)
            .passIdentity()
            .validate(ApplePassIdentity.Expected.anything(), NOW));
  }
}

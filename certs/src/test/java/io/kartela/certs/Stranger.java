package io.kartela.certs;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Issues pass certificates that are wrong on purpose, under an intermediate of its own. */
final class Stranger {
  final KeyPair key = Keys.rsa2048();
  final X509Certificate intermediate;
  private final CertificateIssuer issuer;

  Stranger(Instant from, Duration life) {
    KeyPair rootKey = Keys.p256();
    X509Certificate root =
        CertificateIssuer.selfSignedRoot(
            "Root", "Tests", rootKey.getPrivate(), rootKey.getPublic(), from, life);
    KeyPair middle = Keys.rsa2048();
    this.intermediate =
        new CertificateIssuer(rootKey.getPrivate(), root)
            .intermediate(new X500Name("CN=WWDR,O=Tests"), middle.getPublic(), from, life);
    this.issuer = new CertificateIssuer(middle.getPrivate(), intermediate);
  }

  X509Certificate pass(String id, String team, boolean nfc, Instant from, Duration life) {
    return issuer.pass(
        new CertificateIssuer.PassSubject(id, team, "Tests", nfc), key.getPublic(), from, life);
  }

  /** A pass certificate in all but its subject. */
  X509Certificate passWithSubject(boolean uid, boolean ou, Instant from, Duration life) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, "Pass");
    if (uid) {
      name.addRDN(BCStyle.UID, "pass.io.kartela.test");
    }
    if (ou) {
      name.addRDN(BCStyle.OU, "TEAM");
    }
    return issuer.passNamed(
        name.build(), "pass.io.kartela.test", false, key.getPublic(), from, life);
  }

  /** Its subject says one pass type, Apple's marker another. */
  X509Certificate passWithOtherMarker(Instant from, Duration life) {
    X500Name name = new X500Name(BCStyle.INSTANCE, "UID=pass.io.kartela.test,OU=TEAM,CN=Pass");
    return issuer.passNamed(name, "pass.io.kartela.other", false, key.getPublic(), from, life);
  }

  X509Certificate tls(Instant from, Duration life) {
    return issuer.tlsServer(java.util.List.of(), key.getPublic(), from, life);
  }
}

package io.kartela.certs;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A certificate authority shaped like Apple's, for trying Kartela without any account: a root, a
 * WWDR-like intermediate, a Pass Type ID certificate, a TLS certificate for loopback, a Google
 * service account and an NFC key. No phone trusts it. Created once in a folder (0700, files 0600)
 * and reloaded afterwards. Immutable and thread-safe.
 */
public final class DevelopmentCa {
  /** The passTypeIdentifier of {@link #passIdentity()}. */
  public static final String PASS_TYPE_IDENTIFIER = "pass.io.kartela.demo";

  /** The teamIdentifier of {@link #passIdentity()}. */
  public static final String TEAM_IDENTIFIER = "KARTELADEV";

  static final Duration LIFE = Duration.ofDays(3650);
  static final String MARK = "Kartela development";
  private static final String ORGANISATION = MARK + " (not Apple Inc.)";

  private final CertificateIssuer authority;
  private final X509Certificate root;
  private final X509Certificate intermediate;
  private final ApplePassIdentity passIdentity;
  private final TlsIdentity serverIdentity;
  private final GoogleServiceAccount googleServiceAccount;
  private final NfcKey nfcKey;

  DevelopmentCa(Parts parts) {
    this.authority = new CertificateIssuer(parts.intermediateKey(), parts.intermediate());
    this.root = parts.root();
    this.intermediate = parts.intermediate();
    this.passIdentity =
        ApplePassIdentity.of(parts.passKey(), parts.pass(), parts.intermediate()).orThrow();
    this.serverIdentity = new TlsIdentity(parts.tlsKey(), List.of(parts.tls()));
    this.googleServiceAccount = parts.google();
    this.nfcKey = parts.nfc();
  }

  /** What is kept on disk. */
  record Parts(
      PrivateKey rootKey,
      X509Certificate root,
      PrivateKey intermediateKey,
      X509Certificate intermediate,
      PrivateKey passKey,
      X509Certificate pass,
      PrivateKey tlsKey,
      X509Certificate tls,
      GoogleServiceAccount google,
      NfcKey nfc) {}

  /**
   * Reloads the authority of a folder, or creates it there. Safe when two processes start at once:
   * one creates, both load the same.
   *
   * @param now the beginning of new certificates, less a day for clocks that disagree
   * @throws CertsException {@code certs.io} when the folder cannot be read or written, {@code
   *     certs.folder} when it holds something else or is damaged
   */
  public static DevelopmentCa openOrCreate(Path folder, Instant now) {
    return new DevelopmentCa(DevelopmentCaFiles.loadOrStore(folder, () -> create(now)));
  }

  /** A throw-away authority in memory, for tests. */
  public static DevelopmentCa inMemory(Instant now) {
    return new DevelopmentCa(create(now));
  }

  /** The trust anchor: {@code openssl smime -verify -CAfile}, and the trusted CA of fake APNs. */
  public X509Certificate root() {
    return root;
  }

  /** Plays WWDR G4. */
  public X509Certificate intermediate() {
    return intermediate;
  }

  /** For {@value #PASS_TYPE_IDENTIFIER}, enabled for NFC. */
  public ApplePassIdentity passIdentity() {
    return passIdentity;
  }

  /** For localhost, 127.0.0.1 and ::1. */
  public TlsIdentity serverIdentity() {
    return serverIdentity;
  }

  /** Its token_uri is a placeholder: see {@link GoogleServiceAccount#withTokenUri}. */
  public GoogleServiceAccount googleServiceAccount() {
    return googleServiceAccount;
  }

  /** For NFC cards. */
  public NfcKey nfcKey() {
    return nfcKey;
  }

  /** Another pass identity with a fresh key, as if Apple had issued it. */
  public ApplePassIdentity issuePassIdentity(
      String passTypeIdentifier, String teamIdentifier, boolean nfc, Instant from, Duration life) {
    KeyPair pair = Keys.rsa2048();
    X509Certificate leaf =
        issuePassCertificate(pair.getPublic(), passTypeIdentifier, teamIdentifier, nfc, from, life);
    return ApplePassIdentity.of(pair.getPrivate(), leaf, intermediate).orThrow();
  }

  /**
   * Answers a certificate request as Apple's portal does: its own subject, the request's key.
   *
   * @throws CertsException {@code certs.csr} when it is no request or its signature is wrong
   */
  public X509Certificate answer(
      String csrPem,
      String passTypeIdentifier,
      String teamIdentifier,
      boolean nfc,
      Instant from,
      Duration life) {
    PublicKey key = CertificateIssuer.requestedKey(csrPem);
    return issuePassCertificate(key, passTypeIdentifier, teamIdentifier, nfc, from, life);
  }

  /** A pass certificate for somebody else's key. */
  public X509Certificate issuePassCertificate(
      PublicKey key,
      String passTypeIdentifier,
      String teamIdentifier,
      boolean nfc,
      Instant from,
      Duration life) {
    return authority.pass(
        new CertificateIssuer.PassSubject(passTypeIdentifier, teamIdentifier, ORGANISATION, nfc),
        key,
        from,
        life);
  }

  /** {@link #root()} as PEM. */
  public String rootPem() {
    return Pem.write(root);
  }

  @Override
  public String toString() {
    return "DevelopmentCa[" + root.getSubjectX500Principal() + "]";
  }

  private static Parts create(Instant now) {
    Instant from = now.minus(Duration.ofDays(1));
    KeyPair rootKey = Keys.p256();
    X509Certificate root =
        CertificateIssuer.selfSignedRoot(
            "Kartela Development Root CA",
            ORGANISATION,
            rootKey.getPrivate(),
            rootKey.getPublic(),
            from,
            LIFE);
    CertificateIssuer rootIssuer = new CertificateIssuer(rootKey.getPrivate(), root);
    KeyPair middleKey = Keys.rsa2048();
    X509Certificate middle =
        rootIssuer.intermediate(intermediateName(), middleKey.getPublic(), from, LIFE);
    KeyPair passKey = Keys.rsa2048();
    X509Certificate pass =
        new CertificateIssuer(middleKey.getPrivate(), middle)
            .pass(
                new CertificateIssuer.PassSubject(
                    PASS_TYPE_IDENTIFIER, TEAM_IDENTIFIER, ORGANISATION, true),
                passKey.getPublic(),
                from,
                LIFE);
    KeyPair tlsKey = Keys.p256();
    X509Certificate tls =
        rootIssuer.tlsServer(
            List.of(
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1")),
            tlsKey.getPublic(),
            from,
            LIFE);
    GoogleServiceAccount google =
        GoogleServiceAccount.of(
            "wallet@kartela-development.iam.example",
            "kartela-development",
            "kartela-development",
            URI.create("http://127.0.0.1/token"),
            Keys.rsa2048().getPrivate());
    return new Parts(
        rootKey.getPrivate(),
        root,
        middleKey.getPrivate(),
        middle,
        passKey.getPrivate(),
        pass,
        tlsKey.getPrivate(),
        tls,
        google,
        NfcKey.generate());
  }

  private static X500Name intermediateName() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, "Apple Worldwide Developer Relations CA (Kartela development)")
        .addRDN(BCStyle.OU, "G4")
        .addRDN(BCStyle.O, ORGANISATION)
        .addRDN(BCStyle.C, "US")
        .build();
  }
}

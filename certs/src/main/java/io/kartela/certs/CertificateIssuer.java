package io.kartela.certs;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** Signs certificates of the development CA. */
final class CertificateIssuer {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateKey key;
  private final @Nullable X509Certificate certificate;

  /** An authority that already has its certificate. */
  CertificateIssuer(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  private CertificateIssuer(PrivateKey key) {
    this.key = key;
    this.certificate = null;
  }

  /** What a pass certificate is about; real ones differ in exactly these. */
  record PassSubject(
      String passTypeIdentifier, String teamIdentifier, String organisation, boolean nfc) {}

  static X509Certificate selfSignedRoot(
      String commonName,
      String organisation,
      PrivateKey key,
      PublicKey publicKey,
      Instant from,
      Duration life) {
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, commonName)
            .addRDN(BCStyle.O, organisation)
            .build();
    return new CertificateIssuer(key).authority(name, publicKey, from, life, 1, List.of());
  }

  X509Certificate intermediate(X500Name subject, PublicKey publicKey, Instant from, Duration life) {
    return authority(
        subject,
        publicKey,
        from,
        life,
        0,
        List.of(marker(AppleOids.WWDR_MARKER, DERNull.INSTANCE)));
  }

  X509Certificate pass(PassSubject subject, PublicKey publicKey, Instant from, Duration life) {
    String id = subject.passTypeIdentifier();
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.UID, id)
            .addRDN(BCStyle.CN, commonName(subject))
            .addRDN(BCStyle.OU, subject.teamIdentifier())
            .addRDN(BCStyle.O, subject.organisation())
            .addRDN(BCStyle.C, "US")
            .build();
    return passNamed(name, id, subject.nfc(), publicKey, from, life);
  }

  X509Certificate passNamed(
      X500Name name, String id, boolean nfc, PublicKey publicKey, Instant from, Duration life) {
    // Apple's own have no e-mail purpose; `openssl smime -verify` would refuse ours without it.
    ExtendedKeyUsage usage =
        new ExtendedKeyUsage(
            new KeyPurposeId[] {
              KeyPurposeId.id_kp_clientAuth,
              KeyPurposeId.getInstance(new ASN1ObjectIdentifier(AppleOids.PASS_SIGNING_USAGE)),
              KeyPurposeId.id_kp_emailProtection
            });
    Extra pass = marker(AppleOids.PASS_MARKER, new DERIA5String(id));
    Extra extended = new Extra(Extension.extendedKeyUsage, false, usage);
    List<Extra> extras =
        nfc
            ? List.of(extended, pass, marker(AppleOids.NFC_MARKER, DERNull.INSTANCE))
            : List.of(extended, pass);
    return leaf(name, publicKey, from, life, extras);
  }

  X509Certificate tlsServer(
      List<GeneralName> names, PublicKey publicKey, Instant from, Duration life) {
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, "localhost")
            .addRDN(BCStyle.O, "Kartela development")
            .build();
    GeneralNames alternatives = new GeneralNames(names.toArray(GeneralName[]::new));
    return leaf(
        name,
        publicKey,
        from,
        life,
        List.of(
            new Extra(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
            new Extra(Extension.subjectAlternativeName, false, alternatives)));
  }

  static PublicKey requestedKey(String csrPem) {
    try (PEMParser parser = new PEMParser(new StringReader(csrPem))) {
      if (parser.readObject() instanceof PKCS10CertificationRequest request) {
        PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
        if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
          return key;
        }
      }
      throw new CertsException("certs.csr", "not a certificate request", null);
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new CertsException("certs.csr", "not a certificate request", e);
    }
  }

  /** RFC 5280 ends a common name at 64 characters. */
  private static String commonName(PassSubject subject) {
    String name =
        (subject.nfc() ? "Pass Type ID with NFC: " : "Pass Type ID: ")
            + subject.passTypeIdentifier();
    return name.substring(0, Math.min(64, name.length()));
  }

  private record Extra(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  private static Extra marker(String oid, ASN1Encodable value) {
    return new Extra(new ASN1ObjectIdentifier(oid), false, value);
  }

  private X509Certificate authority(
      X500Name name,
      PublicKey publicKey,
      Instant from,
      Duration life,
      int below,
      List<Extra> extras) {
    List<Extra> all = new ArrayList<>(extras);
    all.add(new Extra(Extension.basicConstraints, true, new BasicConstraints(below)));
    all.add(
        new Extra(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    return sign(name, publicKey, from, life, all);
  }

  private X509Certificate leaf(
      X500Name name, PublicKey publicKey, Instant from, Duration life, List<Extra> extras) {
    List<Extra> all = new ArrayList<>(extras);
    all.add(new Extra(Extension.basicConstraints, true, new BasicConstraints(false)));
    all.add(new Extra(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
    return sign(name, publicKey, from, life, all);
  }

  private X509Certificate sign(
      X500Name subject, PublicKey publicKey, Instant from, Duration life, List<Extra> extras) {
    try {
      X500Name issuer =
          certificate == null
              ? subject
              : X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(127, RANDOM).setBit(126),
              Date.from(from),
              Date.from(from.plus(life)),
              subject,
              publicKey);
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(publicKey));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(
              certificate == null ? publicKey : certificate.getPublicKey()));
      for (Extra extra : extras) {
        builder.addExtension(extra.id(), extra.critical(), extra.value());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(Keys.signatureAlgorithm(key)).build(key)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new CertsException("certs.issue", "the development CA cannot issue " + subject, e);
    }
  }
}

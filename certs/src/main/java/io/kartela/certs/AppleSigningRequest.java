package io.kartela.certs;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request for a Pass Type ID certificate: a fresh RSA-2048 key and the CSR to upload at Apple's
 * portal, so that no Mac is needed. Keep {@link #privateKeyPem()} sealed until Apple's certificate
 * arrives, then {@link #complete}. Immutable; the key is never printed.
 */
public final class AppleSigningRequest {
  private final PrivateKey key;
  private final String csrPem;

  private AppleSigningRequest(PrivateKey key, String csrPem) {
    this.key = key;
    this.csrPem = csrPem;
  }

  /**
   * Makes a key and a request. Apple replaces the subject, so it only has to be there.
   *
   * @param email of the developer account, or any other
   * @param commonName what to call the key, at most 64 characters
   * @throws IllegalArgumentException when either is empty or too long
   */
  public static AppleSigningRequest create(String email, String commonName) {
    if (email.isBlank() || commonName.isBlank() || commonName.length() > 64) {
      throw new IllegalArgumentException(
          "an e-mail and a name of at most 64 characters are needed");
    }
    KeyPair pair = Keys.rsa2048();
    X500NameBuilder subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.EmailAddress, email)
            .addRDN(BCStyle.CN, commonName)
            .addRDN(BCStyle.C, "US");
    try {
      byte[] request =
          new JcaPKCS10CertificationRequestBuilder(subject.build(), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
              .getEncoded();
      return new AppleSigningRequest(pair.getPrivate(), Pem.write("CERTIFICATE REQUEST", request));
    } catch (IOException | OperatorCreationException e) {
      throw new CertsException("certs.csr", "cannot make a certificate request", e);
    }
  }

  /** What to upload ({@code CertificateSigningRequest.certSigningRequest}). */
  public String csrPem() {
    return csrPem;
  }

  /** PKCS#8 PEM, unencrypted: keep it sealed. */
  public String privateKeyPem() {
    return Pem.write(key);
  }

  /**
   * Joins the kept key with what Apple sent.
   *
   * @param privateKeyPem as {@link #privateKeyPem()} gave it
   * @param certificate the .cer file, DER or PEM
   * @param intermediate the WWDR certificate
   */
  public static Loaded<ApplePassIdentity> complete(
      String privateKeyPem, byte[] certificate, X509Certificate intermediate) {
    return switch (ApplePassIdentity.readCertificate(certificate)) {
      case Loaded.Refused<X509Certificate>(List<IdentityProblem> problems) ->
          new Loaded.Refused<>(problems);
      case Loaded.Ok<X509Certificate>(X509Certificate leaf) ->
          ApplePassIdentity.fromPem(privateKeyPem + Pem.write(leaf), null, intermediate);
    };
  }

  @Override
  public String toString() {
    return "AppleSigningRequest[key=[REDACTED]]";
  }
}

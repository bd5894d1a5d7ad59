package io.kartela.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What signs Apple passes and authenticates their pushes: a Pass Type ID certificate, its private
 * key and the WWDR intermediate that issued it. The passTypeIdentifier and teamIdentifier are read
 * from the certificate's subject. Immutable and thread-safe; the private key is never printed.
 *
 * <p>The factories refuse material that could never sign a pass. Whether an identity fits a certain
 * pass at a certain time is {@link #validate}.
 */
public final class ApplePassIdentity {
  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final X509Certificate intermediate;
  private final AppleSubject subject;

  private ApplePassIdentity(
      PrivateKey privateKey, X509Certificate certificate, X509Certificate intermediate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.intermediate = intermediate;
    this.subject = AppleSubject.of(certificate);
  }

  /** From parts already read. */
  public static Loaded<ApplePassIdentity> of(
      PrivateKey key, X509Certificate certificate, X509Certificate intermediate) {
    List<IdentityProblem> problems = ApplePassChecks.of(key, certificate, intermediate);
    return problems.isEmpty()
        ? new Loaded.Ok<>(new ApplePassIdentity(key, certificate, intermediate))
        : new Loaded.Refused<>(problems);
  }

  /**
   * From a .p12, as Keychain exports it.
   *
   * @param password null for none
   * @param intermediate the WWDR certificate; null when the file itself contains it
   */
  public static Loaded<ApplePassIdentity> fromPkcs12(
      byte[] pkcs12, char @Nullable [] password, @Nullable X509Certificate intermediate) {
    String text = new String(pkcs12, StandardCharsets.UTF_8);
    if (text.contains("-----BEGIN ")) {
      return fromPem(text, password, intermediate);
    }
    if (Pkcs12Guard.isTooMuch(pkcs12, password)) {
      return refused(IdentityProblem.Reason.TOO_MUCH_WORK);
    }
    List<PrivateKey> keys = new ArrayList<>();
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] used = password == null ? new char[0] : password;
      store.load(new ByteArrayInputStream(pkcs12), used);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getKey(alias, used) instanceof PrivateKey key) {
          keys.add(key);
          Certificate[] chain = store.getCertificateChain(alias);
          for (Certificate one : chain == null ? new Certificate[0] : chain) {
            certificates.add((X509Certificate) one);
          }
        } else if (store.getCertificate(alias) instanceof X509Certificate one) {
          certificates.add(one);
        }
      }
    } catch (IOException e) {
      return e.getCause() instanceof UnrecoverableKeyException
          ? refused(IdentityProblem.Reason.WRONG_PASSWORD)
          : notPkcs12(pkcs12);
    } catch (UnrecoverableKeyException e) {
      return refused(IdentityProblem.Reason.WRONG_PASSWORD);
    } catch (GeneralSecurityException e) {
      return refused(IdentityProblem.Reason.UNREADABLE);
    }
    return assemble(keys, certificates, intermediate);
  }

  private static Loaded<ApplePassIdentity> notPkcs12(byte[] file) {
    String kind = FileKind.of(file);
    if (!kind.isEmpty()) {
      return new Loaded.Refused<>(
          List.of(new IdentityProblem(IdentityProblem.Reason.OTHER_FILE, kind)));
    }
    boolean certificate = readCertificate(file) instanceof Loaded.Ok;
    return certificate ? withoutKey() : refused(IdentityProblem.Reason.UNREADABLE);
  }

  /** The commonest mistake: what Apple's portal gives is only the half that is no secret. */
  private static Loaded<ApplePassIdentity> withoutKey() {
    return new Loaded.Refused<>(
        List.of(
            new IdentityProblem(
                IdentityProblem.Reason.NO_PRIVATE_KEY,
                "it is only a certificate; export it together with its key as .p12",
                "это только сертификат; выгрузите его вместе с ключом как .p12")));
  }

  /**
   * From PEM: the key (PKCS#8 or PKCS#1, possibly encrypted) and the certificate, in one text or
   * several joined, in any order.
   *
   * @param password null when the key is not encrypted
   * @param intermediate the WWDR certificate; null when the text itself contains it
   */
  public static Loaded<ApplePassIdentity> fromPem(
      String pem, char @Nullable [] password, @Nullable X509Certificate intermediate) {
    try {
      Pem.Contents contents = Pem.read(pem, password);
      return assemble(contents.keys(), contents.certificates(), intermediate);
    } catch (Pem.Refused e) {
      return new Loaded.Refused<>(List.of(e.problem()));
    }
  }

  /** Reads one certificate, PEM or DER, such as Apple's WWDR file. */
  public static Loaded<X509Certificate> readCertificate(byte[] file) {
    try {
      return new Loaded.Ok<>(Pem.certificate(file));
    } catch (GeneralSecurityException e) {
      return new Loaded.Refused<>(
          List.of(new IdentityProblem(IdentityProblem.Reason.UNREADABLE, "")));
    }
  }

  /**
   * Whether this identity may sign a pass now.
   *
   * @return every objection; empty when all is well
   */
  public List<IdentityProblem> validate(Expected expected, Instant now) {
    return ApplePassChecks.against(this, expected, now);
  }

  /**
   * What a pass says about itself.
   *
   * @param passTypeIdentifier null: whatever the certificate says
   * @param teamIdentifier null: whatever the certificate says
   * @param nfc whether the pass has an {@code nfc} dictionary
   */
  public record Expected(
      @Nullable String passTypeIdentifier, @Nullable String teamIdentifier, boolean nfc) {
    /** A pass that takes its identifiers from the certificate. */
    public static Expected anything() {
      return new Expected(null, null, false);
    }
  }

  /** Signs; never print it. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** The Pass Type ID certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The WWDR intermediate that issued it. */
  public X509Certificate intermediate() {
    return intermediate;
  }

  /** Subject UID; also the topic of pushes. */
  public String passTypeIdentifier() {
    return Objects.requireNonNull(subject.passTypeIdentifier());
  }

  /** Subject OU. */
  public String teamIdentifier() {
    return Objects.requireNonNull(subject.teamIdentifier());
  }

  /** Whether Apple enabled the certificate for passes with an {@code nfc} dictionary. */
  public boolean nfc() {
    return certificate.getExtensionValue(AppleOids.NFC_MARKER) != null;
  }

  /** When the first of the two certificates ends. */
  public Instant notAfter() {
    Instant own = certificate.getNotAfter().toInstant();
    Instant above = intermediate.getNotAfter().toInstant();
    return own.isBefore(above) ? own : above;
  }

  /** Whole days until {@link #notAfter()}; negative once it has passed. */
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, notAfter()).toSeconds(), 86_400L);
  }

  /** Whether a development CA issued it: every real phone refuses its passes. */
  public boolean development() {
    return certificate.getIssuerX500Principal().getName().contains(DevelopmentCa.MARK);
  }

  /** Everything as PEM, the private key included, for {@link #fromPem}: keep it sealed. */
  public String toPem() {
    return Pem.write(privateKey) + Pem.write(certificate) + Pem.write(intermediate);
  }

  /** The same material as a TLS client, for APNs. */
  public TlsIdentity tls() {
    return new TlsIdentity(privateKey, List.of(certificate, intermediate));
  }

  @Override
  public String toString() {
    return "ApplePassIdentity["
        + passTypeIdentifier()
        + ", team="
        + teamIdentifier()
        + ", until="
        + notAfter()
        + ", key=[REDACTED]]";
  }

  private static Loaded<ApplePassIdentity> assemble(
      List<PrivateKey> keys,
      List<X509Certificate> certificates,
      @Nullable X509Certificate intermediate) {
    if (keys.isEmpty() && !certificates.isEmpty()) {
      return withoutKey();
    }
    if (keys.size() != 1) {
      return refused(
          keys.isEmpty()
              ? IdentityProblem.Reason.NO_PRIVATE_KEY
              : IdentityProblem.Reason.SEVERAL_KEYS);
    }
    X509Certificate leaf = null;
    for (X509Certificate one : certificates) {
      if (one.getBasicConstraints() < 0 && (leaf == null || !isPass(leaf))) {
        leaf = one;
      }
    }
    if (leaf == null) {
      return refused(IdentityProblem.Reason.NO_CERTIFICATE);
    }
    X509Certificate above = intermediate;
    for (X509Certificate one : certificates) {
      if (above == null && one.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
        above = one;
      }
    }
    return above == null
        ? refused(IdentityProblem.Reason.NO_INTERMEDIATE)
        : of(keys.getFirst(), leaf, above);
  }

  private static boolean isPass(X509Certificate certificate) {
    return certificate.getExtensionValue(AppleOids.PASS_MARKER) != null;
  }

  private static Loaded<ApplePassIdentity> refused(IdentityProblem.Reason reason) {
    return new Loaded.Refused<>(List.of(new IdentityProblem(reason, "")));
  }
}

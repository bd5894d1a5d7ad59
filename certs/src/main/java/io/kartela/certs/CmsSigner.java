package io.kartela.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Makes the detached CMS SignedData that a pass calls {@code signature}: SHA-256, signingTime, the
 * leaf and the WWDR intermediate inside. Thread-safe; make one per identity and keep it.
 *
 * <p>Everything that does not change between two passes is encoded once, and signature objects are
 * reused: what is left is the private-key operation itself.
 */
public final class CmsSigner {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

  private final ApplePassIdentity identity;
  private final @Nullable Provider provider;
  private final ConcurrentLinkedQueue<Signature> idle = new ConcurrentLinkedQueue<>();

  /** SignedData up to its signerInfos. */
  private final byte[] head;

  /** SignerInfo up to its attributes. */
  private final byte[] signerHead;

  private final byte[] signatureAlgorithm;
  private final byte[] signedDataOid;
  private final byte[] contentTypeAttribute;
  private final byte[] signingTimeOid;
  private final byte[] messageDigestOid;

  /** On the fastest provider that signs with this key; see {@link NativeCrypto}. */
  public CmsSigner(ApplePassIdentity identity) {
    this(identity, NativeCrypto.find().filter(p -> signs(p, identity)).orElse(null));
  }

  /**
   * @param provider does the private-key operation; null: the JVM's preferred one
   */
  public CmsSigner(ApplePassIdentity identity, @Nullable Provider provider) {
    this.identity = identity;
    this.provider = provider;
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    try {
      X509Certificate leaf = identity.certificate();
      this.head =
          join(
              der(new ASN1Integer(1)),
              der(new DERSet(sha256)),
              der(new DERSequence(CMSObjectIdentifiers.data)),
              Der.tlv(Der.CONTEXT_0, leaf.getEncoded(), identity.intermediate().getEncoded()));
      this.signerHead =
          join(
              der(new ASN1Integer(1)),
              der(
                  new IssuerAndSerialNumber(
                      X500Name.getInstance(leaf.getIssuerX500Principal().getEncoded()),
                      leaf.getSerialNumber())),
              der(sha256));
      this.signatureAlgorithm = der(signatureAlgorithm(identity));
      this.signedDataOid = der(CMSObjectIdentifiers.signedData);
      this.contentTypeAttribute =
          Der.tlv(
              Der.SEQUENCE,
              der(CMSAttributes.contentType),
              der(new DERSet(CMSObjectIdentifiers.data)));
      this.signingTimeOid = der(CMSAttributes.signingTime);
      this.messageDigestOid = der(CMSAttributes.messageDigest);
    } catch (IOException | GeneralSecurityException e) {
      throw new CertsException("certs.encoding", "certificate cannot be encoded", e);
    }
  }

  /** Tried once, so that a provider that lacks the algorithm costs speed and not cards. */
  private static boolean signs(Provider provider, ApplePassIdentity identity) {
    try {
      return Keys.belongTogether(
          identity.privateKey(), identity.certificate().getPublicKey(), provider);
    } catch (ProviderException e) {
      return false;
    }
  }

  /**
   * Signs.
   *
   * @param content what is signed, not included in the result: a pass's manifest.json, or a
   *     personalisation token
   * @param signingTime whole seconds; anything finer is cut off
   * @return DER
   * @throws CertsException with code {@code certs.sign} when the key refuses to sign
   */
  public byte[] sign(byte[] content, Instant signingTime) {
    try {
      return signDigest(MessageDigest.getInstance("SHA-256").digest(content), signingTime);
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "SHA-256 is not available", e);
    }
  }

  /**
   * The same for content whose SHA-256 is already known.
   *
   * @throws CertsException with code {@code certs.sign} when the key refuses to sign
   */
  public byte[] signDigest(byte[] sha256, Instant signingTime) {
    if (sha256.length != 32) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes");
    }
    byte[] attributes = attributes(sha256, signingTime);
    byte[] signature;
    try {
      // What is signed is the set with its own tag; inside SignerInfo it carries another.
      signature = rawSignature(attributes);
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.sign", "cannot sign with " + identity, e);
    }
    byte[] implicit = attributes.clone();
    implicit[0] = (byte) Der.CONTEXT_0;
    byte[] signer =
        Der.tlv(
            Der.SEQUENCE, signerHead, implicit, signatureAlgorithm, Der.tlv(Der.OCTETS, signature));
    byte[] signedData = Der.tlv(Der.SEQUENCE, head, Der.tlv(Der.SET, signer));
    return Der.tlv(Der.SEQUENCE, signedDataOid, Der.tlv(Der.CONTEXT_0, signedData));
  }

  /** In DER a set is sorted by encoding; these three sort by their lengths. */
  private byte[] attributes(byte[] digest, Instant signingTime) {
    return Der.tlv(
        Der.SET,
        contentTypeAttribute,
        Der.tlv(Der.SEQUENCE, signingTimeOid, Der.tlv(Der.SET, time(signingTime))),
        Der.tlv(Der.SEQUENCE, messageDigestOid, Der.tlv(Der.SET, Der.tlv(Der.OCTETS, digest))));
  }

  private byte[] rawSignature(byte[] data) throws GeneralSecurityException {
    Signature signature = idle.poll();
    if (signature == null) {
      String algorithm = Keys.signatureAlgorithm(identity.privateKey());
      signature =
          provider == null
              ? Signature.getInstance(algorithm)
              : Signature.getInstance(algorithm, provider);
      signature.initSign(identity.privateKey());
    }
    signature.update(data);
    byte[] result = signature.sign();
    idle.add(signature); // not after an exception: its state would be unknown
    return result;
  }

  private static byte[] time(Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    boolean longYear = utc.getYear() < 1950 || utc.getYear() >= 2050;
    return Der.tlv(
        longYear ? Der.GENERALIZED_TIME : Der.UTC_TIME,
        (longYear ? LONG : UTC).format(utc).getBytes(US_ASCII));
  }

  private static AlgorithmIdentifier signatureAlgorithm(ApplePassIdentity identity) {
    return identity.privateKey() instanceof ECPrivateKey
        ? new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)
        : new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  }

  private static byte[] der(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

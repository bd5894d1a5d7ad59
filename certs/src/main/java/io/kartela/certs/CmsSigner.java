package io.kartela.certs;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Makes the detached CMS SignedData that a pass calls {@code signature}: SHA-256, signingTime, the
 * leaf and the WWDR intermediate inside. Thread-safe.
 */
public final class CmsSigner {
  private final ApplePassIdentity identity;
  private final JcaCertStore certificates;

  public CmsSigner(ApplePassIdentity identity) {
    this.identity = identity;
    try {
      this.certificates =
          new JcaCertStore(List.of(identity.certificate(), identity.intermediate()));
    } catch (CertificateEncodingException e) {
      throw new CertsException("certs.encoding", "certificate cannot be encoded", e);
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
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signingTime)))));
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build(
                  new JcaContentSignerBuilder(Keys.signatureAlgorithm(identity.privateKey()))
                      .build(identity.privateKey()),
                  identity.certificate()));
      generator.addCertificates(certificates);
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (IOException
        | CMSException
        | OperatorCreationException
        | CertificateEncodingException e) {
      throw new CertsException("certs.sign", "cannot sign with " + identity, e);
    }
  }
}

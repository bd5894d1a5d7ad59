package io.kartela.certs;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/** The two names that Apple keeps in a pass certificate's subject. */
record AppleSubject(@Nullable String passTypeIdentifier, @Nullable String teamIdentifier) {

  static AppleSubject of(X509Certificate certificate) {
    X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return new AppleSubject(first(name, BCStyle.UID), first(name, BCStyle.OU));
  }

  private static @Nullable String first(X500Name name, ASN1ObjectIdentifier attribute) {
    RDN[] found = name.getRDNs(attribute);
    if (found.length == 0) {
      return null;
    }
    String value = IETFUtils.valueToString(found[0].getFirst().getValue());
    return value.isBlank() ? null : value;
  }
}

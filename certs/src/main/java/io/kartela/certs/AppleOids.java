package io.kartela.certs;

/** Apple's object identifiers, as its security framework and real certificates use them. */
final class AppleOids {
  /** Extension of every Pass Type ID certificate; its value is the passTypeIdentifier. */
  static final String PASS_MARKER = "1.2.840.113635.100.6.1.16";

  /** Extension present only in Pass Type ID certificates enabled for NFC. */
  static final String NFC_MARKER = "1.2.840.113635.100.6.1.26";

  /** Extended key usage "Passbook signing". */
  static final String PASS_SIGNING_USAGE = "1.2.840.113635.100.4.14";

  /** Extension of the WWDR intermediate. */
  static final String WWDR_MARKER = "1.2.840.113635.100.6.2.1";

  private AppleOids() {}
}

package io.kartela.service.wallet.identity;

/** What can be kept. */
enum IdentityKind {
  APPLE_PASS,
  /** A key that waits for Apple's certificate. */
  APPLE_REQUEST,
  GOOGLE_ACCOUNT,
  NFC_KEY
}

package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.AppleSigningRequest;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.Loaded;
import io.kartela.certs.NfcKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys and certificates on their way into the database.
 *
 * @param name what to call it when nobody said
 * @param detail what people may see
 * @param secret what is sealed
 */
record Material(
    IdentityKind kind,
    String name,
    Map<String, Object> detail,
    String secret,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter) {

  static Material of(ApplePassIdentity identity) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("passTypeIdentifier", identity.passTypeIdentifier());
    detail.put("teamIdentifier", identity.teamIdentifier());
    detail.put("nfc", identity.nfc());
    detail.put("certificateUntil", identity.certificate().getNotAfter().toInstant().toString());
    detail.put("intermediateUntil", identity.intermediate().getNotAfter().toInstant().toString());
    detail.put("development", identity.development());
    return new Material(
        IdentityKind.APPLE_PASS,
        identity.passTypeIdentifier(),
        detail,
        identity.toPem(),
        identity.certificate().getNotBefore().toInstant(),
        identity.notAfter());
  }

  static Material of(AppleSigningRequest request, String name) {
    return new Material(
        IdentityKind.APPLE_REQUEST,
        name,
        Map.of("csrPem", request.csrPem()),
        request.privateKeyPem(),
        null,
        null);
  }

  /**
   * @param issuerId for whom it acts; null: for the installation's issuer
   */
  static Material of(GoogleServiceAccount account, @Nullable String issuerId) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("clientEmail", account.clientEmail());
    detail.put("projectId", account.projectId());
    detail.put("privateKeyId", account.privateKeyId());
    if (issuerId != null) {
      detail.put("issuerId", issuerId);
    }
    return new Material(
        IdentityKind.GOOGLE_ACCOUNT, account.clientEmail(), detail, account.toJson(), null, null);
  }

  static Material of(NfcKey key) {
    return new Material(
        IdentityKind.NFC_KEY,
        "NFC " + key.applePublicKey().substring(48, 56),
        Map.of(
            "applePublicKey", key.applePublicKey(), "googlePublicKeyPem", key.googlePublicKeyPem()),
        key.privateKeyPem(),
        null,
        null);
  }

  /** An Apple identity from the database. */
  static ApplePassIdentity apple(String secret) {
    return ApplePassIdentity.fromPem(secret, null, null).orThrow();
  }

  static GoogleServiceAccount google(String secret) {
    return GoogleServiceAccount.parse(secret).orThrow();
  }

  static NfcKey nfc(String secret) {
    Loaded<NfcKey> key = NfcKey.fromPem(secret, null);
    return key.orThrow();
  }
}

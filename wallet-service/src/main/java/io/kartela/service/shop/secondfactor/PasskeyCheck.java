package io.kartela.service.shop.secondfactor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Whether what an authenticator answered is right, by WebAuthn: our origin and name, our challenge,
 * the user verified, the signature, and a counter that went on. Thread-safe.
 */
final class PasskeyCheck {
  private static final Logger LOG = LoggerFactory.getLogger(PasskeyCheck.class);

  /** What all authenticators have, and Windows Hello of old. */
  private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private final PasskeySite site;
  private final ObjectConverter converter = new ObjectConverter();
  // Whose make an authenticator is, is nobody's business here: no attestation is asked for.
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

  /** What an authenticator says of a new passkey. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Made(byte[] clientData, byte[] attestation) {}

  /** What it says to sign in by one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Shown(
      byte[] credentialId,
      byte @Nullable [] userHandle,
      byte[] clientData,
      byte[] authenticatorData,
      byte[] signature) {}

  /** What is kept of a passkey to check it by. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PublicPart(byte[] credentialId, byte[] coseKey, long signCount, boolean backupEligible) {}

  PasskeyCheck(PasskeySite site) {
    this.site = site;
  }

  /** The algorithms by their numbers in COSE, the preferred one first. */
  static List<Long> algorithms() {
    return ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
  }

  /** Which challenge was signed, as the browser says; whether that is true comes out later. */
  Optional<String> challenge(byte[] clientData) {
    try {
      JsonNode said = converter.getJsonMapper().readTree(clientData);
      return Optional.of(said.path("challenge").asString("")).filter(c -> !c.isEmpty());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  Optional<PublicPart> register(Made made, String challenge) {
    try {
      RegistrationData data =
          manager.verify(
              new RegistrationRequest(made.attestation, made.clientData),
              new RegistrationParameters(
                  server(challenge),
                  ALGORITHMS.stream()
                      .map(
                          a ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, a))
                      .toList(),
                  true,
                  true));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData key =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      return Optional.of(
          new PublicPart(
              key.getCredentialId(),
              converter.getCborMapper().writeValueAsBytes(key.getCOSEKey()),
              authenticator.getSignCount(),
              authenticator.isFlagBE()));
    } catch (WebAuthnException e) {
      LOG.info("A new passkey is refused: {}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * Whether the passkey was shown.
   *
   * @return its counter now; empty: it was not
   */
  Optional<Long> signedIn(Shown shown, PublicPart known, String challenge) {
    try {
      AuthenticationData data =
          manager.verify(
              new AuthenticationRequest(
                  shown.credentialId,
                  shown.userHandle,
                  shown.authenticatorData,
                  shown.clientData,
                  shown.signature),
              new AuthenticationParameters(
                  server(challenge), credential(known), List.of(known.credentialId), true, true));
      return Optional.of(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
    } catch (WebAuthnException e) {
      LOG.info("A passkey is refused: {}", e.toString());
      return Optional.empty();
    }
  }

  private CredentialRecordImpl credential(PublicPart known) {
    COSEKey key = converter.getCborMapper().readValue(known.coseKey, COSEKey.class);
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        known.backupEligible,
        null,
        known.signCount,
        new AttestedCredentialData(AAGUID.ZERO, known.credentialId, Objects.requireNonNull(key)),
        null,
        null,
        null,
        Set.of());
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(site.origin()))
        .rpId(site.rpId())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }
}

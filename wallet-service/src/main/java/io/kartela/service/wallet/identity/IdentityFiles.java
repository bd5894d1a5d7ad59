package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.IdentityProblem;
import io.kartela.certs.Loaded;
import io.kartela.certs.NfcKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings; one of the files, or none and {@code generate} for an NFC key.
 *
 * @param intermediate Apple's WWDR certificate, PEM or DER; null when the file contains it
 * @param issuerId for whom a Google account acts; null: for the installation's issuer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IdentityFiles(
    IdentityKind kind,
    byte @Nullable [] p12,
    @Nullable String text,
    @Nullable String password,
    byte @Nullable [] intermediate,
    @Nullable String issuerId,
    boolean generate) {

  @Override
  public String toString() {
    return "IdentityFiles[" + kind + "]";
  }

  /** A password that was pasted may have brought a space or a line end along. */
  Loaded<Material> read() {
    Loaded<Material> asGiven = read(password);
    boolean wrong =
        asGiven instanceof Loaded.Refused<Material> refused
            && refused.reason() == IdentityProblem.Reason.WRONG_PASSWORD;
    return wrong && password != null && !password.strip().equals(password)
        ? read(password.strip())
        : asGiven;
  }

  private Loaded<Material> read(@Nullable String by) {
    char[] secret = by == null ? null : by.toCharArray();
    String file = text == null ? "" : text;
    return switch (kind) {
      case APPLE_PASS -> apple(file, secret);
      case GOOGLE_ACCOUNT -> map(GoogleServiceAccount.parse(file), a -> Material.of(a, issuerId));
      case NFC_KEY ->
          generate
              ? new Loaded.Ok<>(Material.of(NfcKey.generate()))
              : map(NfcKey.fromPem(file, secret), Material::of);
      case APPLE_REQUEST -> throw new IllegalArgumentException("a request is made, not imported");
    };
  }

  private Loaded<Material> apple(String file, char @Nullable [] secret) {
    X509Certificate wwdr = null;
    if (intermediate != null) {
      Loaded<X509Certificate> read = ApplePassIdentity.readCertificate(intermediate);
      if (read instanceof Loaded.Refused<X509Certificate>(var problems)) {
        return new Loaded.Refused<>(problems);
      }
      wwdr = read.orThrow();
    }
    return map(
        p12 == null
            ? ApplePassIdentity.fromPem(file, secret, wwdr)
            : ApplePassIdentity.fromPkcs12(p12, secret, wwdr),
        Material::of);
  }

  private static <T> Loaded<Material> map(Loaded<T> loaded, Function<T, Material> describe) {
    return switch (loaded) {
      case Loaded.Ok<T>(T value) -> new Loaded.Ok<>(describe.apply(value));
      case Loaded.Refused<T>(var problems) -> new Loaded.Refused<>(problems);
    };
  }

  /** The bytes of a file that came as text: PEM as it is, anything else in base64. */
  static byte[] pemOrDer(String text) {
    if (text.contains("-----BEGIN")) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}

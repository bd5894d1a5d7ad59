package io.kartela.certs;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key file that Google hands out for a service account. Immutable; the key is not printed. */
public final class GoogleServiceAccount {
  /**
   * Google's token endpoint. An uploaded file may name any other address: use this one for real
   * accounts, whatever the file says, or the file decides whom the server talks to.
   */
  public static final URI GOOGLE_TOKEN_URI = URI.create("https://oauth2.googleapis.com/token");

  private static final int SHORTEST_KEY = 2048;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String clientEmail;
  private final String privateKeyId;
  private final String projectId;
  private final URI tokenUri;
  private final RSAPrivateCrtKey privateKey;
  private final PublicKey publicKey;

  private GoogleServiceAccount(
      String clientEmail, String privateKeyId, String projectId, URI tokenUri, RSAPrivateCrtKey key)
      throws GeneralSecurityException {
    this.clientEmail = Objects.requireNonNull(clientEmail);
    this.privateKeyId = Objects.requireNonNull(privateKeyId);
    this.projectId = Objects.requireNonNull(projectId);
    this.tokenUri = Objects.requireNonNull(tokenUri);
    this.privateKey = Objects.requireNonNull(key);
    this.publicKey = Keys.publicHalf(key);
  }

  static GoogleServiceAccount of(
      String clientEmail, String privateKeyId, String projectId, URI tokenUri, PrivateKey key) {
    try {
      return new GoogleServiceAccount(
          clientEmail, privateKeyId, projectId, tokenUri, (RSAPrivateCrtKey) key);
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "RSA is not available", e);
    }
  }

  /** Reads Google's JSON; a refusal names the field. */
  public static Loaded<GoogleServiceAccount> parse(String json) {
    JsonNode file;
    try {
      // Windows' editors put a mark in front.
      file = JSON.readTree(json.startsWith("\ufeff") ? json.substring(1) : json);
    } catch (JacksonException e) {
      return refused(IdentityProblem.Reason.NOT_A_SERVICE_ACCOUNT, "not JSON", "не JSON");
    }
    String type = text(file, "type");
    if (!file.isObject() || !"service_account".equals(type)) {
      return refused(
          IdentityProblem.Reason.NOT_A_SERVICE_ACCOUNT,
          type.isEmpty() ? "it has no type" : "its type is " + shorten(type),
          type.isEmpty() ? "в нём нет type" : "его type — " + shorten(type));
    }
    for (String field : List.of("client_email", "private_key", "token_uri")) {
      if (text(file, field).isBlank()) {
        return refused(IdentityProblem.Reason.MISSING_FIELD, field, field);
      }
    }
    URI tokenUri;
    try {
      tokenUri = URI.create(text(file, "token_uri"));
    } catch (IllegalArgumentException e) {
      return refused(
          IdentityProblem.Reason.MISSING_FIELD,
          "token_uri is not an address",
          "token_uri — не адрес");
    }
    if (!text(file, "client_email").matches("[^@\\s]+@[^@\\s]+")) {
      return refused(
          IdentityProblem.Reason.MISSING_FIELD,
          "client_email is not an address",
          "client_email — не адрес");
    }
    RSAPrivateCrtKey key = rsaKey(text(file, "private_key"));
    if (key == null) {
      return refused(
          IdentityProblem.Reason.UNREADABLE,
          "private_key is not an RSA key in PEM",
          "private_key — не ключ RSA в PEM");
    }
    if (key.getModulus().bitLength() < SHORTEST_KEY) {
      return refused(
          IdentityProblem.Reason.KEY_TYPE,
          "RSA of %d bits".formatted(key.getModulus().bitLength()),
          "RSA, бит: %d".formatted(key.getModulus().bitLength()));
    }
    return new Loaded.Ok<>(
        of(
            text(file, "client_email"),
            text(file, "private_key_id"),
            text(file, "project_id"),
            tokenUri,
            key));
  }

  /** The issuer of tokens and save links. */
  public String clientEmail() {
    return clientEmail;
  }

  /** Google's name for the key ({@code kid}); may be empty. */
  public String privateKeyId() {
    return privateKeyId;
  }

  /** May be empty. */
  public String projectId() {
    return projectId;
  }

  /** Where access tokens are fetched. */
  public URI tokenUri() {
    return tokenUri;
  }

  /** Signs assertions and save links (RS256). */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** The public half, for whoever plays Google. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** The same account asking another token endpoint, as a simulator needs. */
  public GoogleServiceAccount withTokenUri(URI other) {
    return of(clientEmail, privateKeyId, projectId, other, privateKey);
  }

  /** The file in Google's shape, private key included: keep it sealed. */
  public String toJson() {
    Map<String, String> file = new LinkedHashMap<>();
    file.put("type", "service_account");
    file.put("project_id", projectId);
    file.put("private_key_id", privateKeyId);
    file.put("private_key", Pem.write(privateKey));
    file.put("client_email", clientEmail);
    file.put("client_id", "");
    file.put("token_uri", tokenUri.toString());
    file.put("universe_domain", "googleapis.com");
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
  }

  @Override
  public String toString() {
    return "GoogleServiceAccount[" + clientEmail + ", key=[REDACTED]]";
  }

  private static String text(JsonNode file, String field) {
    return file.path(field).asString("");
  }

  private static @Nullable RSAPrivateCrtKey rsaKey(String pem) {
    try {
      List<PrivateKey> keys = Pem.read(pem, null).keys();
      return keys.size() == 1 && keys.getFirst() instanceof RSAPrivateCrtKey key ? key : null;
    } catch (Pem.Refused e) {
      return null;
    }
  }

  private static String shorten(String text) {
    return text.substring(0, Math.min(text.length(), 40));
  }

  private static Loaded<GoogleServiceAccount> refused(
      IdentityProblem.Reason reason, String detail, String detailInRussian) {
    return new Loaded.Refused<>(List.of(new IdentityProblem(reason, detail, detailInRussian)));
  }
}

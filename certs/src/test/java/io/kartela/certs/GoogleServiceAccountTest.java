package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleServiceAccountTest {
  private final GoogleServiceAccount account =
      DevelopmentCa.inMemory(Instant.EPOCH).googleServiceAccount();

  @Test
  void survivesItsOwnFile() {
    GoogleServiceAccount read = GoogleServiceAccount.parse(account.toJson()).orThrow();
    assertEquals(account.clientEmail(), read.clientEmail());
    assertEquals(account.privateKey(), read.privateKey());
    assertEquals(account.publicKey(), read.publicKey());
    assertEquals(account.tokenUri(), read.tokenUri());
    URI other = URI.create("http://127.0.0.1:4711/token");
    assertEquals(other, read.withTokenUri(other).tokenUri());
    assertTrue(Keys.belongTogether(read.privateKey(), read.publicKey()));
  }

  @Test
  void eachMissingFieldIsNamed() {
    for (String field : List.of("client_email", "private_key", "token_uri")) {
      Loaded.Refused<GoogleServiceAccount> refused =
          refused(account.toJson().replace("\"" + field + "\"", "\"x\""));
      assertEquals(IdentityProblem.Reason.MISSING_FIELD, refused.reason());
      assertEquals(field, refused.problems().getFirst().detail());
    }
  }

  @Test
  void otherFilesAreRefused() {
    assertEquals(IdentityProblem.Reason.NOT_A_SERVICE_ACCOUNT, refused("not json").reason());
    assertEquals(IdentityProblem.Reason.NOT_A_SERVICE_ACCOUNT, refused("[]").reason());
    assertEquals(
        IdentityProblem.Reason.NOT_A_SERVICE_ACCOUNT,
        refused("{\"type\":\"authorized_user\"}").reason());
    assertEquals(
        IdentityProblem.Reason.UNREADABLE,
        refused(account.toJson().replace("BEGIN PRIVATE", "BEGIN BROKEN")).reason());
  }

  @Test
  void aWeakKeyAndAnAddressThatIsNoneAreRefused() throws GeneralSecurityException {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    GoogleServiceAccount weak =
        GoogleServiceAccount.of(
            "a@b.example", "", "", account.tokenUri(), rsa.generateKeyPair().getPrivate());
    assertEquals(IdentityProblem.Reason.KEY_TYPE, refused(weak.toJson()).reason());
    Loaded.Refused<GoogleServiceAccount> nobody =
        refused(account.toJson().replace(account.clientEmail(), "hello"));
    assertEquals(IdentityProblem.Reason.MISSING_FIELD, nobody.reason());
    assertTrue(
        nobody.problems().getFirst().text(Locale.of("ru")).endsWith("(client_email — не адрес)"));
  }

  @Test
  void readsTheFileAsEditorsLeaveIt() {
    String json = account.toJson();
    for (String shape : List.of("\ufeff" + json, json.replace("\\n", "\\\\n"))) {
      assertEquals(
          account.publicKey(), GoogleServiceAccount.parse(shape).orThrow().publicKey(), shape);
    }
  }

  @Test
  void theKeyIsNotPrinted() {
    assertFalse(account.toString().contains("PRIVATE"), account.toString());
    assertTrue(account.toString().contains("[REDACTED]"), account.toString());
  }

  private static Loaded.Refused<GoogleServiceAccount> refused(String json) {
    Loaded<GoogleServiceAccount> loaded = GoogleServiceAccount.parse(json);
    assertInstanceOf(Loaded.Refused.class, loaded);
    return (Loaded.Refused<GoogleServiceAccount>) loaded;
  }
}

package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NfcKeyTest {
  @TempDir Path folder;

  @Test
  void thePublicHalvesAreExactlyOpenssls() throws IOException {
    for (int i = 0; i < 20; i++) {
      NfcKey key = NfcKey.generate();
      Path file = Files.writeString(folder.resolve("k.pem"), key.privateKeyPem());
      String compressed =
          Openssl.run("ec", "-in", file.toString(), "-pubout", "-conv_form", "compressed").output();
      assertEquals(body(compressed), key.applePublicKey());
      String plain = Openssl.run("ec", "-in", file.toString(), "-pubout").output();
      assertEquals(body(plain), body(key.googlePublicKeyPem()));
    }
  }

  @Test
  void readsPkcs8AndSec1AndKeepsTheKey() throws IOException {
    NfcKey key = NfcKey.generate();
    Path file = Files.writeString(folder.resolve("k.pem"), key.privateKeyPem());
    String sec1 = Openssl.run("ec", "-in", file.toString()).output();
    for (String pem : List.of(key.privateKeyPem(), sec1)) {
      NfcKey read = NfcKey.fromPem(pem, null).orThrow();
      assertEquals(key.applePublicKey(), read.applePublicKey());
      assertEquals(key.privateKey().getS(), read.privateKey().getS());
      assertEquals(key.publicKey().getW(), read.publicKey().getW());
    }
  }

  @Test
  void otherCurvesAndKindsAreRefused() {
    String p384 = Openssl.run("ecparam", "-name", "secp384r1", "-genkey", "-noout").output();
    assertEquals(IdentityProblem.Reason.KEY_TYPE, reason(NfcKey.fromPem(p384, null)));
    String k1 = Openssl.run("ecparam", "-name", "prime256v1", "-genkey", "-noout").output();
    assertInstanceOf(Loaded.Ok.class, NfcKey.fromPem(k1, null));
    String rsa = Pem.write(Keys.rsa2048().getPrivate());
    assertEquals(IdentityProblem.Reason.KEY_TYPE, reason(NfcKey.fromPem(rsa, null)));
    assertEquals(IdentityProblem.Reason.NO_PRIVATE_KEY, reason(NfcKey.fromPem("", null)));
    String other = Pem.write(Keys.p256().getPrivate());
    assertEquals(IdentityProblem.Reason.SEVERAL_KEYS, reason(NfcKey.fromPem(k1 + other, null)));
    assertInstanceOf(Loaded.Ok.class, NfcKey.fromPem(k1 + k1, null));
  }

  @Test
  void isNotPrinted() {
    NfcKey key = NfcKey.generate();
    assertFalse(key.toString().contains(key.privateKey().getS().toString(16)));
  }

  private static IdentityProblem.Reason reason(Loaded<NfcKey> loaded) {
    return loaded.problems().getFirst().reason();
  }

  private static String body(String pem) {
    int from = pem.indexOf("-----BEGIN PUBLIC KEY-----") + "-----BEGIN PUBLIC KEY-----".length();
    return pem.substring(from, pem.indexOf("-----END PUBLIC KEY-----")).replaceAll("\\s", "");
  }
}

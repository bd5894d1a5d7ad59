package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String SECRET = "-----BEGIN PRIVATE KEY-----\nтайна\n";
  private static final String CONTEXT = "merchant 7 apple-pass";

  private final String oldSecret = MasterKey.generate();
  private final MasterKey old = MasterKey.of(oldSecret);
  private final MasterKey fresh = MasterKey.of(MasterKey.generate());
  private final Vault vault = new Vault(old, List.of());

  @Test
  void opensWhatItSealedAndNeverSealsTheSameWay() {
    String one = vault.seal(SECRET, CONTEXT);
    String two = vault.seal(SECRET, CONTEXT);
    assertEquals(SECRET, vault.open(one, CONTEXT));
    assertEquals(SECRET, vault.open(two, CONTEXT));
    assertNotEquals(one, two);
    assertTrue(one.startsWith("kartela:1:" + old.id() + ":"), one);
    assertEquals("", vault.open(vault.seal("", CONTEXT), CONTEXT));
  }

  @Test
  void aRestartedInstallationOpensItsOldEnvelopes() {
    String envelope = vault.seal(SECRET, CONTEXT);
    assertEquals(SECRET, new Vault(MasterKey.of(oldSecret), List.of()).open(envelope, CONTEXT));
  }

  @Test
  void anotherContextDoesNotOpen() {
    String envelope = vault.seal(SECRET, CONTEXT);
    assertEquals("certs.vault.damaged", code(vault, envelope, "merchant 8 apple-pass"));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String envelope = vault.seal("s", CONTEXT);
    int from = envelope.lastIndexOf(':') + 1;
    byte[] sealed = Base64.getUrlDecoder().decode(envelope.substring(from));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      String forged =
          envelope.substring(0, from)
              + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertEquals("certs.vault.damaged", code(vault, forged, CONTEXT), "byte " + i);
    }
    for (String bad :
        List.of("", "kartela:1:", "kartela:2:" + old.id() + ":AAAA", envelope.substring(0, 40))) {
      assertEquals("certs.vault.damaged", code(vault, bad, CONTEXT), bad);
    }
  }

  @Test
  void aNewMasterKeyTakesOverWithoutAGap() {
    String envelope = vault.seal(SECRET, CONTEXT);
    Vault both = new Vault(fresh, List.of(old));
    String moved = both.seal(both.open(envelope, CONTEXT), CONTEXT);
    Vault onlyFresh = new Vault(fresh, List.of());
    assertEquals(SECRET, onlyFresh.open(moved, CONTEXT));
    assertEquals("certs.vault.unknown_key", code(onlyFresh, envelope, CONTEXT));
  }

  @Test
  void aBadMasterKeyIsRefusedWithoutRepeatingIt() {
    for (String bad : List.of("", "c2hvcnQ=", "not base64 !", "A".repeat(43) + "=")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> MasterKey.of(bad));
      assertTrue(bad.isEmpty() || !refused.toString().contains(bad), refused.toString());
    }
    assertFalse(old.toString().contains(oldSecret), old.toString());
  }

  private static String code(Vault vault, String envelope, String context) {
    return assertThrows(CertsException.class, () -> vault.open(envelope, context)).code();
  }
}

package io.kartela.push.webpush;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, §5 and appendix A, byte for byte. */
class EncryptionTest {
  private static final String TEXT = "When I grow up, I want to be a watermelon";
  private static final String OURS =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String OURS_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String THEIRS =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String THEIRS_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
          + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj"
          + "_Qulcy4a-fN";

  private static final URI SERVICE = URI.create("https://push.example/x");

  @Test
  void theExampleOfTheStandard() {
    KeyPair ours =
        new KeyPair(P256.publicKey(P256.bytes(OURS)), P256.privateKey(P256.bytes(OURS_PRIVATE)));
    byte[] sealed =
        Encryption.seal(
            TEXT.getBytes(StandardCharsets.UTF_8),
            new Subscription(SERVICE, THEIRS, AUTH),
            ours,
            P256.bytes(SALT));
    assertEquals(BODY, P256.text(sealed));
    ECPublicKey theirs = P256.publicKey(P256.bytes(THEIRS));
    byte[] opened =
        Encryption.open(
            sealed, P256.privateKey(P256.bytes(THEIRS_PRIVATE)), theirs, P256.bytes(AUTH));
    assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), opened);
    assertArrayEquals(P256.bytes(THEIRS), P256.point(theirs));
  }

  @Test
  void aKeyThatIsNoPointOfTheCurveIsRefused() {
    byte[] wrong = P256.bytes(THEIRS);
    wrong[64] ^= 1;
    assertThrows(IllegalArgumentException.class, () -> P256.publicKey(wrong));
    for (String key : new String[] {"", "AAAA", P256.text(wrong), "+/", OURS + OURS}) {
      assertThrows(IllegalArgumentException.class, () -> new Subscription(SERVICE, key, AUTH), key);
    }
    assertThrows(IllegalArgumentException.class, () -> new Subscription(SERVICE, THEIRS, "AAAA"));
  }
}

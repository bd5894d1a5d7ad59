package io.kartela.certs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets in the database unreadable: AES-256-GCM under the master key. The envelope is text:
 * {@code kartela:1:<key id>:<base64url of nonce, ciphertext and tag>}. The context (whose secret,
 * what for) is authenticated, so an envelope copied to another row does not open. Thread-safe.
 *
 * <p>To change the master key, put the new one first and the old one behind it: what is sealed anew
 * is sealed under the first, and both open what they sealed.
 */
public final class Vault {
  private static final String PREFIX = "kartela:1:";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int MARK = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final MasterKey current;
  private final Map<String, MasterKey> keys = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param current seals
   * @param older still open what they sealed
   */
  public Vault(MasterKey current, List<MasterKey> older) {
    this.current = current;
    older.forEach(key -> keys.put(key.id(), key));
    keys.put(current.id(), current);
  }

  /**
   * Seals a secret.
   *
   * @param context the same text must be given to open it, such as {@code merchant 7 apple-pass}
   */
  public String seal(String secret, String context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    String head = head();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, current.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(authenticated(head, context));
      byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE, sealed.length);
      return head + ENCODER.encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "AES-GCM is not available", e);
    }
  }

  /**
   * Opens an envelope.
   *
   * @throws CertsException {@code certs.vault.unknown_key} when its master key is not configured,
   *     {@code certs.vault.damaged} when it was changed, moved to another context, or is no
   *     envelope of a version known here
   */
  public String open(String envelope, String context) {
    MasterKey key = keyOf(envelope);
    String head = PREFIX + key.id() + ":";
    try {
      byte[] all = Base64.getUrlDecoder().decode(envelope.substring(head.length()));
      if (all.length < NONCE + TAG_BITS / 8) {
        throw damaged(null);
      }
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, key.sealing(), new GCMParameterSpec(TAG_BITS, all, 0, NONCE));
      cipher.updateAAD(authenticated(head, context));
      return new String(cipher.doFinal(all, NONCE, all.length - NONCE), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  /** How every envelope begins that was sealed under the current key. */
  public String head() {
    return PREFIX + current.id() + ":";
  }

  /** Whether there are other keys than the current one. */
  public boolean hasOthers() {
    return keys.size() > 1;
  }

  /** A mark of a text that only who has the master key can make; the same for the same text. */
  public String mark(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(current.marking());
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ENCODER.encodeToString(Arrays.copyOf(whole, MARK));
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "HMAC is not available", e);
    }
  }

  @Override
  public String toString() {
    return "Vault[current=" + current.id() + ", keys=" + keys.keySet() + "]";
  }

  private MasterKey keyOf(String envelope) {
    int end = envelope.indexOf(':', PREFIX.length());
    if (!envelope.startsWith(PREFIX) || end < 0) {
      throw damaged(null);
    }
    String id = envelope.substring(PREFIX.length(), end);
    MasterKey key = keys.get(id);
    if (key == null) {
      throw new CertsException(
          "certs.vault.unknown_key", "no master key " + id + " is configured", null);
    }
    return key;
  }

  private static byte[] authenticated(String head, String context) {
    return (head + context).getBytes(StandardCharsets.UTF_8);
  }

  private static CertsException damaged(@Nullable Throwable cause) {
    return new CertsException(
        "certs.vault.damaged", "the envelope does not open in this context", cause);
  }
}

package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id password hashes in the usual text form. The parameters are OWASP's second choice (19
 * MiB, 2 passes, 1 lane); they travel with each hash, so that they can be raised later.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A hash that no password has: checked for unknown people, so that time does not tell who is
   * known.
   */
  static final String NOBODY = hash("nobody");

  private Passwords() {}

  /** Demands a password that may be chosen. */
  public static String check(Check check, String field, @Nullable String given) {
    String password = given == null ? "" : given;
    check.require(
        password.strip().length() >= SHORTEST && password.length() <= LONGEST,
        field,
        "LENGTH",
        "от " + SHORTEST + " до " + LONGEST + " знаков",
        SHORTEST + " to " + LONGEST + " characters");
    return password;
  }

  /** Of no password: nobody gets in by it. */
  public static String nobodys() {
    return hash(Tokens.random());
  }

  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Base64.Encoder b64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + MEMORY_KIB
        + ",t="
        + PASSES
        + ",p=1$"
        + b64.encodeToString(salt)
        + "$"
        + b64.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES));
  }

  public static boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    String[] settings = parts[3].split("[=,]", -1);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] expected = Base64.getDecoder().decode(parts[5]);
    return MessageDigest.isEqual(
        expected,
        argon2(password, salt, Integer.parseInt(settings[1]), Integer.parseInt(settings[3])));
  }

  private static byte[] argon2(String password, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] out = new byte[32];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
    return out;
  }
}

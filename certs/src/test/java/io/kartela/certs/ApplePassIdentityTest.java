package io.kartela.certs;

import static io.kartela.certs.IdentityProblem.Reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplePassIdentityTest {
  private static final char[] PASSWORD = "s3cret".toCharArray();
  private static final Duration YEAR = Duration.ofDays(365);

  private final Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final DevelopmentCa ca = DevelopmentCa.inMemory(now);
  private final Stranger stranger = new Stranger(now.minus(YEAR), YEAR.multipliedBy(3));

  @TempDir Path folder;

  @Test
  void opensAPkcs12ThatOpensslMade() throws IOException {
    for (List<String> kind : List.of(List.<String>of(), List.of("-legacy"))) {
      byte[] pkcs12 = opensslPkcs12(ca.passIdentity(), kind, true);
      ApplePassIdentity read = ApplePassIdentity.fromPkcs12(pkcs12, PASSWORD, null).orThrow();
      assertEquals("pass.io.kartela.demo", read.passTypeIdentifier());
      assertEquals("KARTELADEV", read.teamIdentifier());
      assertEquals(ca.passIdentity().certificate(), read.certificate());
      assertEquals(ca.intermediate(), read.intermediate());
      assertEquals(ca.passIdentity().privateKey(), read.privateKey());
    }
  }

  @Test
  void aPkcs12WithoutTheIntermediateNeedsItBeside() throws IOException {
    byte[] pkcs12 = opensslPkcs12(ca.passIdentity(), List.of(), false);
    assertEquals(
        Reason.NO_INTERMEDIATE, reason(ApplePassIdentity.fromPkcs12(pkcs12, PASSWORD, null)));
    ok(ApplePassIdentity.fromPkcs12(pkcs12, PASSWORD, ca.intermediate()));
  }

  @Test
  void aWrongPasswordAndRubbishAreToldApart() throws IOException {
    byte[] pkcs12 = opensslPkcs12(ca.passIdentity(), List.of(), true);
    assertEquals(
        Reason.WRONG_PASSWORD,
        reason(ApplePassIdentity.fromPkcs12(pkcs12, "other".toCharArray(), null)));
    assertEquals(Reason.WRONG_PASSWORD, reason(ApplePassIdentity.fromPkcs12(pkcs12, null, null)));
    assertEquals(
        Reason.UNREADABLE, reason(ApplePassIdentity.fromPkcs12(new byte[] {1, 2}, PASSWORD, null)));
    assertEquals(
        Reason.UNREADABLE,
        reason(ApplePassIdentity.fromPkcs12(Arrays.copyOf(pkcs12, 900), PASSWORD, null)));
  }

  /** A file says itself how often its password is hashed: an hour's work is no password. */
  @Test
  void aFileThatAsksForEndlessWorkIsRefusedAtOnce() throws IOException {
    for (List<String> kind :
        List.of(
            List.of("-iter", "1000000", "-maciter"),
            List.of("-iter", "2500000", "-nomaciter"),
            List.of("-legacy", "-iter", "2500000", "-nomaciter"))) {
      byte[] honest = opensslPkcs12(ca.passIdentity(), List.of("-iter", "600000"), true);
      ok(ApplePassIdentity.fromPkcs12(honest, PASSWORD, null));
      byte[] greedy = opensslPkcs12(ca.passIdentity(), kind, true);
      Instant before = Instant.now();
      assertEquals(
          Reason.TOO_MUCH_WORK,
          reason(ApplePassIdentity.fromPkcs12(greedy, PASSWORD, null)),
          kind.toString());
      assertTrue(before.plusSeconds(1).isAfter(Instant.now()), "it was not even begun");
    }
  }

  @Test
  void namesWhatWasSentInsteadOfAnIdentity() throws GeneralSecurityException, IOException {
    Map<String, byte[]> others =
        Map.of(
            "JPEG",
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16},
            "PNG",
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
            "ZIP",
            new byte[] {'P', 'K', 3, 4, 20, 0},
            "PDF",
            "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
            "JSON",
            "{\"type\": \"service_account\"}".getBytes(StandardCharsets.UTF_8),
            ".mobileprovision",
            new CmsSigner(ca.passIdentity()).sign(new byte[] {1}, Instant.EPOCH));
    others.forEach(
        (kind, file) -> {
          IdentityProblem problem =
              ApplePassIdentity.fromPkcs12(file, PASSWORD, null).problems().getFirst();
          assertEquals(Reason.OTHER_FILE, problem.reason(), kind);
          assertEquals(kind, problem.detail());
        });
    Loaded<ApplePassIdentity> cer =
        ApplePassIdentity.fromPkcs12(ca.passIdentity().certificate().getEncoded(), PASSWORD, null);
    assertEquals(Reason.NO_PRIVATE_KEY, reason(cer));
    assertTrue(cer.problems().getFirst().text(Locale.of("ru")).contains("вместе с ключом"));
    ok(
        ApplePassIdentity.fromPkcs12(
            ca.passIdentity().toPem().getBytes(StandardCharsets.UTF_8), null, null));
  }

  @Test
  void readsPemAsEditorsAndConsolesLeaveIt() throws IOException {
    String pem = ca.passIdentity().toPem();
    String key = Pem.write(ca.passIdentity().privateKey());
    for (String shape :
        List.of(
            "\ufeff" + pem,
            "\ufeff" + key + "\ufeff" + pem.substring(key.length()),
            pem.replace("\n", "\r\n"),
            pem.replace("\n", "\r"),
            pem.replaceAll("(?m)^", "    "),
            pem.replace("\n", "  \n"),
            pem.replace("\n", "\\n"),
            key + pem,
            pem.replace("CERTIFICATE-", "TRUSTED CERTIFICATE-"))) {
      ok(ApplePassIdentity.fromPem(shape, null, null));
    }
    String edwards =
        Openssl.run("genpkey", "-algorithm", "ED25519").output() + pem.substring(key.length());
    assertEquals(Reason.KEY_TYPE, reason(ApplePassIdentity.fromPem(edwards, null, null)));
  }

  @Test
  void aRussianSentenceIsRussianToItsEnd() {
    IdentityProblem mismatch =
        ca.passIdentity()
            .validate(new ApplePassIdentity.Expected("pass.other", null, false), now)
            .getFirst();
    assertTrue(mismatch.text(Locale.of("ru")).contains("нужен pass.other, в сертификате pass."));
    assertTrue(mismatch.text(Locale.ENGLISH).contains("wanted pass.other, the certificate says"));
  }

  @Test
  void aPkcs12WithoutKeyOrWithTwoIsRefused() throws GeneralSecurityException, IOException {
    KeyStore certificatesOnly = store();
    certificatesOnly.setCertificateEntry("pass", ca.passIdentity().certificate());
    assertEquals(
        Reason.NO_PRIVATE_KEY,
        reason(ApplePassIdentity.fromPkcs12(bytes(certificatesOnly), PASSWORD, null)));
    KeyStore two = store();
    for (String alias : List.of("a", "b")) {
      two.setKeyEntry(
          alias,
          ca.passIdentity().privateKey(),
          PASSWORD,
          new Certificate[] {ca.passIdentity().certificate()});
    }
    assertEquals(
        Reason.SEVERAL_KEYS, reason(ApplePassIdentity.fromPkcs12(bytes(two), PASSWORD, null)));
  }

  @Test
  void readsPemOfEveryShapeThatOpensslWrites() throws IOException {
    Path key =
        Files.writeString(folder.resolve("k.pem"), Pem.write(ca.passIdentity().privateKey()));
    String certificates = Pem.write(ca.passIdentity().certificate()) + Pem.write(ca.intermediate());
    for (List<String> form :
        List.of(
            List.of("pkey", "-in", key.toString()),
            List.of("pkey", "-in", key.toString(), "-traditional"),
            List.of("pkey", "-in", key.toString(), "-aes256", "-passout", "pass:s3cret"),
            List.of(
                "pkey",
                "-in",
                key.toString(),
                "-traditional",
                "-aes128",
                "-passout",
                "pass:s3cret"))) {
      Openssl.Answer pem = Openssl.run(form.toArray(String[]::new));
      assertEquals(0, pem.exit(), pem.output());
      // Bag attributes and other chatter, as `openssl pkcs12` prints them, must not disturb.
      String text = "Bag Attributes\n    friendlyName: x\n" + certificates + pem.output();
      boolean encrypted = form.contains("pass:s3cret");
      ApplePassIdentity read =
          ApplePassIdentity.fromPem(text, encrypted ? PASSWORD : null, null).orThrow();
      assertEquals(ca.passIdentity().privateKey(), read.privateKey());
      if (encrypted) {
        assertEquals(
            Reason.WRONG_PASSWORD,
            reason(ApplePassIdentity.fromPem(text, "other".toCharArray(), null)),
            form.toString());
        assertEquals(
            Reason.WRONG_PASSWORD,
            reason(ApplePassIdentity.fromPem(text, null, null)),
            form.toString());
      }
    }
  }

  @Test
  void pemWithPartsMissingIsRefused() {
    String key = Pem.write(ca.passIdentity().privateKey());
    String leaf = Pem.write(ca.passIdentity().certificate());
    assertEquals(Reason.NO_PRIVATE_KEY, reason(ApplePassIdentity.fromPem(leaf, null, null)));
    assertEquals(Reason.NO_PRIVATE_KEY, reason(ApplePassIdentity.fromPem("hello", null, null)));
    assertEquals(Reason.NO_CERTIFICATE, reason(ApplePassIdentity.fromPem(key, null, null)));
    assertEquals(Reason.NO_INTERMEDIATE, reason(ApplePassIdentity.fromPem(key + leaf, null, null)));
    assertEquals(
        Reason.UNREADABLE,
        reason(
            ApplePassIdentity.fromPem(
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", null, null)));
    ok(ApplePassIdentity.fromPem(key + leaf, null, ca.intermediate()));
  }

  @Test
  void keysAndCertificatesMustBelongTogether() {
    assertEquals(
        Reason.KEY_MISMATCH,
        reason(
            ApplePassIdentity.of(
                Keys.rsa2048().getPrivate(), ca.passIdentity().certificate(), ca.intermediate())));
    assertEquals(
        Reason.KEY_MISMATCH,
        reason(
            ApplePassIdentity.of(
                Keys.p256().getPrivate(), ca.passIdentity().certificate(), ca.intermediate())));
    assertEquals(
        Reason.WRONG_INTERMEDIATE,
        reason(
            ApplePassIdentity.of(
                ca.passIdentity().privateKey(),
                ca.passIdentity().certificate(),
                stranger.intermediate)));
  }

  @Test
  void anIntermediateOfTheSameNameButAnotherKeyIsTheWrongOne() {
    DevelopmentCa twin = DevelopmentCa.inMemory(now);
    assertEquals(
        ca.intermediate().getSubjectX500Principal(), twin.intermediate().getSubjectX500Principal());
    assertEquals(
        Reason.WRONG_INTERMEDIATE,
        reason(
            ApplePassIdentity.of(
                ca.passIdentity().privateKey(),
                ca.passIdentity().certificate(),
                twin.intermediate())));
  }

  @Test
  void aShortKeyIsRefused() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair weak = generator.generateKeyPair();
    X509Certificate leaf =
        ca.issuePassCertificate(weak.getPublic(), "pass.io.kartela.x", "TEAM", false, now, YEAR);
    assertEquals(
        Reason.KEY_TYPE, reason(ApplePassIdentity.of(weak.getPrivate(), leaf, ca.intermediate())));
  }

  @Test
  void whatIsNoPassCertificateIsSaidSo() {
    assertEquals(
        Reason.NOT_A_PASS_CERTIFICATE,
        reason(
            ApplePassIdentity.of(
                stranger.key.getPrivate(), stranger.tls(now, YEAR), stranger.intermediate)));
    assertEquals(
        Reason.NO_PASS_TYPE_IDENTIFIER,
        reason(
            ApplePassIdentity.of(
                stranger.key.getPrivate(),
                stranger.passWithSubject(false, true, now, YEAR),
                stranger.intermediate)));
    assertEquals(
        Reason.NO_TEAM_IDENTIFIER,
        reason(
            ApplePassIdentity.of(
                stranger.key.getPrivate(),
                stranger.passWithSubject(true, false, now, YEAR),
                stranger.intermediate)));
  }

  @Test
  void aSubjectAndAMarkerThatDisagreeAreRefused() {
    assertEquals(
        Reason.PASS_TYPE_MISMATCH,
        reason(
            ApplePassIdentity.of(
                stranger.key.getPrivate(),
                stranger.passWithOtherMarker(now, YEAR),
                stranger.intermediate)));
  }

  @Test
  void validationNamesEveryObjectionToThePassAndTheTime() {
    ApplePassIdentity plain =
        ca.issuePassIdentity("pass.io.kartela.shop", "TEAM", false, now, Duration.ofDays(90));
    assertEquals(List.of(), reasons(plain, null, null, false, now));
    assertEquals(
        List.of(), reasons(plain, "pass.io.kartela.shop", "TEAM", false, now), "what it is for");
    assertEquals(
        List.of(Reason.PASS_TYPE_MISMATCH), reasons(plain, "pass.other", null, false, now));
    assertEquals(List.of(Reason.TEAM_MISMATCH), reasons(plain, null, "OTHER", false, now));
    assertEquals(List.of(Reason.NO_NFC), reasons(plain, null, null, true, now));
    assertEquals(List.of(), reasons(ca.passIdentity(), null, null, true, now));
    assertEquals(
        List.of(Reason.EXPIRED), reasons(plain, null, null, false, now.plus(Duration.ofDays(91))));
    assertEquals(
        List.of(Reason.NOT_YET_VALID), reasons(plain, null, null, false, now.minusSeconds(60)));
    assertEquals(
        List.of(Reason.EXPIRED, Reason.INTERMEDIATE_EXPIRED),
        reasons(plain, null, null, false, now.plus(YEAR.multipliedBy(11))));
    assertEquals(
        List.of(Reason.NOT_YET_VALID, Reason.INTERMEDIATE_NOT_YET_VALID),
        reasons(plain, null, null, false, now.minus(YEAR)));
    assertEquals(
        List.of(Reason.PASS_TYPE_MISMATCH, Reason.TEAM_MISMATCH, Reason.NO_NFC, Reason.EXPIRED),
        reasons(plain, "pass.other", "OTHER", true, now.plus(Duration.ofDays(91))),
        "all at once");
  }

  @Test
  void expiryIsThatOfTheShorterCertificate() {
    ApplePassIdentity plain =
        ca.issuePassIdentity("pass.io.kartela.shop", "TEAM", false, now, Duration.ofDays(90));
    assertEquals(now.plus(Duration.ofDays(90)), plain.notAfter());
    assertEquals(90, plain.daysLeft(now));
    assertEquals(0, plain.daysLeft(now.plus(Duration.ofDays(89)).plusSeconds(1)));
    assertEquals(-1, plain.daysLeft(now.plus(Duration.ofDays(90)).plusSeconds(1)));
    ApplePassIdentity outlivesWwdr =
        ca.issuePassIdentity("pass.a.b", "TEAM", false, now, YEAR.multipliedBy(20));
    assertEquals(ca.intermediate().getNotAfter().toInstant(), outlivesWwdr.notAfter());
  }

  @Test
  void problemsSpeakBothLanguagesAndKeepSecrets() {
    for (Reason reason : Reason.values()) {
      IdentityProblem problem = new IdentityProblem(reason, "");
      assertTrue(problem.text(Locale.of("ru")).codePoints().anyMatch(c -> c >= 'А' && c <= 'я'));
      assertFalse(
          problem.text(Locale.ENGLISH).codePoints().anyMatch(c -> c > 127), reason.toString());
      assertTrue(reason.code().matches("certs\\.[a-z_]+"), reason.code());
    }
    CertsException refused =
        assertThrows(
            CertsException.class,
            () ->
                ApplePassIdentity.of(
                        Keys.rsa2048().getPrivate(),
                        ca.passIdentity().certificate(),
                        ca.intermediate())
                    .orThrow());
    assertEquals("certs.refused", refused.code());
    assertTrue(refused.toString().contains("certs.key_mismatch"), refused.toString());
  }

  @Test
  void readsACertificateFileAsAppleSendsIt() throws GeneralSecurityException {
    byte[] der = ca.intermediate().getEncoded();
    assertEquals(ca.intermediate(), ApplePassIdentity.readCertificate(der).orThrow());
    assertEquals(
        ca.intermediate(),
        ApplePassIdentity.readCertificate(
                Pem.write(ca.intermediate()).getBytes(StandardCharsets.US_ASCII))
            .orThrow());
    assertEquals(Reason.UNREADABLE, reason(ApplePassIdentity.readCertificate(new byte[9])));
  }

  private static List<Reason> reasons(
      ApplePassIdentity identity,
      @Nullable String pass,
      @Nullable String team,
      boolean nfc,
      Instant at) {
    return identity.validate(new ApplePassIdentity.Expected(pass, team, nfc), at).stream()
        .map(IdentityProblem::reason)
        .toList();
  }

  private static <T> void ok(Loaded<T> loaded) {
    assertInstanceOf(Loaded.Ok.class, loaded, loaded.toString());
  }

  private static <T> Reason reason(Loaded<T> loaded) {
    return loaded.problems().getFirst().reason();
  }

  private byte[] opensslPkcs12(ApplePassIdentity identity, List<String> kind, boolean chain)
      throws IOException {
    Path key = Files.writeString(folder.resolve("key.pem"), Pem.write(identity.privateKey()));
    Path leaf = Files.writeString(folder.resolve("leaf.pem"), Pem.write(identity.certificate()));
    Path above = Files.writeString(folder.resolve("wwdr.pem"), Pem.write(identity.intermediate()));
    Path out = folder.resolve("identity.p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                "pkcs12",
                "-export",
                "-inkey",
                key.toString(),
                "-in",
                leaf.toString(),
                "-out",
                out.toString(),
                "-passout",
                "pass:s3cret",
                "-name",
                "Pass"));
    command.addAll(kind);
    if (chain) {
      command.addAll(List.of("-certfile", above.toString()));
    }
    Openssl.Answer made = Openssl.run(command.toArray(String[]::new));
    assertEquals(0, made.exit(), made.output());
    return Files.readAllBytes(out);
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static byte[] bytes(KeyStore store) throws GeneralSecurityException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, PASSWORD);
    return out.toByteArray();
  }
}

package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleSigningRequestTest {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final AppleSigningRequest request =
      AppleSigningRequest.create("owner@shop.example", "Kartela: shop");

  @TempDir Path folder;

  @Test
  void opensslAcceptsTheRequest() throws IOException {
    Path file = Files.writeString(folder.resolve("csr.pem"), request.csrPem());
    Openssl.Answer answer =
        Openssl.run("req", "-in", file.toString(), "-verify", "-noout", "-text");
    assertEquals(0, answer.exit(), answer.output());
    assertTrue(answer.output().contains("verify OK"), answer.output());
    assertTrue(answer.output().contains("(2048 bit)"), answer.output());
    assertTrue(answer.output().contains("sha256WithRSAEncryption"), answer.output());
    assertTrue(answer.output().contains("owner@shop.example"), answer.output());
  }

  @Test
  void theAnswerAndTheKeptKeyMakeAnIdentity() throws CertificateEncodingException {
    DevelopmentCa apple = DevelopmentCa.inMemory(now);
    X509Certificate sent =
        apple.answer(request.csrPem(), "pass.io.kartela.shop", "TEAM123456", false, now, YEAR);
    ApplePassIdentity identity =
        AppleSigningRequest.complete(
                request.privateKeyPem(), sent.getEncoded(), apple.intermediate())
            .orThrow();
    assertEquals("pass.io.kartela.shop", identity.passTypeIdentifier());
    assertEquals("TEAM123456", identity.teamIdentifier());
    assertTrue(identity.development());
    ApplePassIdentity reread = ApplePassIdentity.fromPem(identity.toPem(), null, null).orThrow();
    assertEquals(identity.certificate(), reread.certificate());
    assertEquals(identity.privateKey(), reread.privateKey());
  }

  @Test
  void anAnswerToAnotherRequestIsRefused() throws CertificateEncodingException {
    DevelopmentCa apple = DevelopmentCa.inMemory(now);
    AppleSigningRequest other = AppleSigningRequest.create("a@b.example", "other");
    X509Certificate sent =
        apple.answer(other.csrPem(), "pass.io.kartela.shop", "TEAM123456", false, now, YEAR);
    assertEquals(
        IdentityProblem.Reason.KEY_MISMATCH,
        AppleSigningRequest.complete(
                request.privateKeyPem(), sent.getEncoded(), apple.intermediate())
            .problems()
            .getFirst()
            .reason());
    assertEquals(
        IdentityProblem.Reason.UNREADABLE,
        AppleSigningRequest.complete(
                request.privateKeyPem(),
                "<html>".getBytes(StandardCharsets.UTF_8),
                apple.intermediate())
            .problems()
            .getFirst()
            .reason());
  }

  @Test
  void aDamagedRequestIsNotAnswered() {
    DevelopmentCa apple = DevelopmentCa.inMemory(now);
    String pem = request.csrPem();
    int middle = pem.length() / 2;
    char swapped = pem.charAt(middle) == 'A' ? 'B' : 'A';
    String damaged = pem.substring(0, middle) + swapped + pem.substring(middle + 1);
    for (String bad : new String[] {damaged, "", Pem.write(apple.root())}) {
      CertsException refused =
          assertThrows(
              CertsException.class, () -> apple.answer(bad, "pass.a.b", "TEAM", false, now, YEAR));
      assertEquals("certs.csr", refused.code());
    }
  }

  @Test
  void theKeyIsNotPrintedAndNamesAreChecked() {
    assertFalse(request.toString().contains("BEGIN"), request.toString());
    assertThrows(IllegalArgumentException.class, () -> AppleSigningRequest.create("", "x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> AppleSigningRequest.create("a@b.example", "x".repeat(65)));
  }
}

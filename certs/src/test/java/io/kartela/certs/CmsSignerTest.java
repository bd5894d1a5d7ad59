package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CmsSignerTest {
  private final Instant now = Instant.now();
  private static final byte[] MANIFEST =
      "{\"pass.json\":\"0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final DevelopmentCa ca = DevelopmentCa.inMemory(now);

  @TempDir Path folder;

  @BeforeAll
  void opensslIsThere() {
    assertEquals(0, Openssl.run("version").exit());
  }

  @Test
  void opensslAcceptsTheSignatureDownToTheRoot() throws IOException {
    Openssl.Answer answer = verify(MANIFEST, sign(ca.passIdentity(), MANIFEST), ca);
    assertEquals(0, answer.exit(), answer.output());
    assertTrue(answer.output().contains("Verification successful"), answer.output());
  }

  @Test
  void opensslRefusesChangedContent() throws IOException {
    byte[] signature = sign(ca.passIdentity(), MANIFEST);
    byte[] changed = MANIFEST.clone();
    changed[20] ^= 1;
    assertNotEquals(0, verify(changed, signature, ca).exit());
  }

  @Test
  void opensslRefusesAnotherRoot() throws IOException {
    byte[] signature = sign(ca.passIdentity(), MANIFEST);
    assertNotEquals(0, verify(MANIFEST, signature, DevelopmentCa.inMemory(now)).exit());
  }

  @Test
  void carriesSigningTimeAndBothCertificates() throws IOException {
    Path file = Files.write(folder.resolve("signature"), sign(ca.passIdentity(), MANIFEST));
    String printed =
        Openssl.run("cms", "-cmsout", "-print", "-inform", "DER", "-in", file.toString()).output();
    assertTrue(printed.contains("signingTime"), printed);
    assertTrue(printed.contains("Nov 21 12:00:00 2026 GMT"), printed);
    assertTrue(printed.contains("eContent: <ABSENT>"), printed);
    assertTrue(printed.contains("UID=pass.io.kartela.demo"), printed);
    assertTrue(printed.contains("CN=Kartela Development Root CA"), "issuer of the intermediate");
  }

  @Test
  void isExactlyWhatBouncyCastleWouldEncode() throws Exception {
    CmsSigner signer = new CmsSigner(ca.passIdentity());
    for (String time :
        List.of("1999-12-31T23:59:59Z", "2026-11-21T12:00:00.5Z", "2050-01-01T00:00:00Z")) {
      byte[] made = signer.sign(MANIFEST, Instant.parse(time));
      CMSSignedData read = new CMSSignedData(new CMSProcessableByteArray(MANIFEST), made);
      assertArrayEquals(made, read.toASN1Structure().getEncoded("DER"), "strict DER");
      SignerInformation info = read.getSignerInfos().getSigners().iterator().next();
      assertTrue(
          info.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .build(ca.passIdentity().certificate().getPublicKey())));
      assertEquals(2, read.getCertificates().getMatches(null).size());
    }
  }

  @Test
  void ellipticKeysSignToo() throws Exception {
    KeyPair pair = Keys.p256();
    X509Certificate leaf =
        ca.issuePassCertificate(
            pair.getPublic(), "pass.a.b", "TEAM", false, now, Duration.ofDays(9));
    ApplePassIdentity elliptic =
        ApplePassIdentity.of(pair.getPrivate(), leaf, ca.intermediate()).orThrow();
    for (int i = 0; i < 20; i++) { // the length of an ECDSA signature varies
      Openssl.Answer answer = verify(MANIFEST, new CmsSigner(elliptic).sign(MANIFEST, now), ca);
      assertEquals(0, answer.exit(), answer.output());
    }
  }

  @Test
  void everyProviderSignsAlike() throws IOException {
    Instant at = Instant.parse("2026-11-21T12:00:00Z");
    byte[] byTheJdk = new CmsSigner(ca.passIdentity(), null).sign(MANIFEST, at);
    Openssl.Answer answer = verify(MANIFEST, byTheJdk, ca);
    assertEquals(0, answer.exit(), answer.output());
    // RSA with PKCS#1 v1.5 is deterministic, so whoever signs the same says the same.
    assertArrayEquals(byTheJdk, new CmsSigner(ca.passIdentity()).sign(MANIFEST, at));
    NativeCrypto.find()
        .ifPresent(
            provider ->
                assertArrayEquals(
                    byTheJdk, new CmsSigner(ca.passIdentity(), provider).sign(MANIFEST, at)));
  }

  @Test
  void theNativeProviderIsUsedOnTheMachineItWasBuiltFor() {
    boolean ours =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    assertEquals(ours, NativeCrypto.find().isPresent());
    for (var provider : java.security.Security.getProviders()) {
      assertNotEquals("AmazonCorrettoCryptoProvider", provider.getName());
    }
  }

  @Test
  void manyThreadsShareOneSigner() throws Exception {
    CmsSigner signer = new CmsSigner(ca.passIdentity());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] content = ("manifest " + i).getBytes(StandardCharsets.UTF_8);
        results.add(
            threads.submit(
                () ->
                    new CMSSignedData(
                            new CMSProcessableByteArray(content), signer.sign(content, now))
                        .getSignerInfos()
                        .getSigners()
                        .iterator()
                        .next()
                        .verify(
                            new JcaSimpleSignerInfoVerifierBuilder()
                                .build(ca.passIdentity().certificate()))));
      }
      for (Future<Boolean> one : results) {
        assertTrue(one.get());
      }
    }
  }

  private static byte[] sign(ApplePassIdentity identity, byte[] content) {
    return new CmsSigner(identity).sign(content, Instant.parse("2026-11-21T12:00:00Z"));
  }

  private Openssl.Answer verify(byte[] content, byte[] signature, DevelopmentCa trusted)
      throws IOException {
    Path contentFile = Files.write(folder.resolve("manifest.json"), content);
    Path signatureFile = Files.write(folder.resolve("signature"), signature);
    Path root = Files.writeString(folder.resolve("root.pem"), trusted.rootPem());
    return Openssl.run(
        "smime",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        signatureFile.toString(),
        "-content",
        contentFile.toString(),
        "-CAfile",
        root.toString(),
        "-out",
        folder.resolve("out").toString());
  }
}

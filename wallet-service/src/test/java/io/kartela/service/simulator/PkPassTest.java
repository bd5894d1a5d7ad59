package io.kartela.service.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.CmsSigner;
import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.preview.PkPass;
import io.kartela.service.wallet.preview.SignatureCheck;
import io.kartela.service.wallet.preview.WalletRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a phone refuses, each with its own reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PkPassTest {
  private static final String JSON =
      """
      {"formatVersion":1,"passTypeIdentifier":"pass.io.kartela.demo","teamIdentifier":"KARTELADEV",
       "serialNumber":"s1","organizationName":"Shop","description":"Card","authenticationToken":"0123456789abcdef",
       "storeCard":{"headerFields":[{"key":"balance","label":"Бонусы","value":12.5,"changeMessage":"Баланс: %@"}]}}
      """;

  private final DevelopmentCa ca = DevelopmentCa.inMemory(Instant.now());
  private final SignatureCheck checker = new SignatureCheck(ca.root());

  private static Map<String, byte[]> files(String json) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pass.json", json.getBytes(StandardCharsets.UTF_8));
    files.put("icon.png", new byte[] {1, 2, 3});
    files.put(
        "en.lproj/pass.strings",
        "/* c */ \"Бонусы\" = \"Bonuses\";\n\"Баланс: %@\"=\"Balance: %@\";\n\"q\\\"\\n\" = \"x\\\\y\";"
            .getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static void manifest(Map<String, byte[]> files) throws Exception {
    StringBuilder lines = new StringBuilder("{");
    for (var file : files.entrySet()) {
      lines
          .append(lines.length() > 1 ? "," : "")
          .append("\"")
          .append(file.getKey())
          .append("\":\"")
          .append(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file.getValue())))
          .append("\"");
    }
    files.put("manifest.json", lines.append("}").toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, byte[]> signed(String json, ApplePassIdentity by) throws Exception {
    Map<String, byte[]> files = files(json);
    manifest(files);
    files.put(
        "signature",
        new CmsSigner(by).sign(files.getOrDefault("manifest.json", new byte[0]), Instant.now()));
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private String refusal(Map<String, byte[]> files) {
    return assertThrows(WalletRefused.class, () -> PkPass.open(zip(files), checker)).reason();
  }

  @Test
  void takesAGoodOne() throws Exception {
    PkPass pass = PkPass.open(zip(signed(JSON, ca.passIdentity())), checker);
    assertEquals("s1", pass.serial());
    assertEquals("Bonuses", pass.localised("Бонусы", Lang.EN));
    assertEquals("Бонусы", pass.localised("Бонусы", Lang.RU));
    assertEquals("x\\y", pass.localised("q\"\n", Lang.EN));
    assertEquals(
        "manifest 3 files, signed by Pass Type ID: pass.io.kartela.demo", pass.signature());
  }

  @Test
  void refusesAFileThatTheManifestDoesNotMatch() throws Exception {
    Map<String, byte[]> files = signed(JSON, ca.passIdentity());
    files.put("icon.png", new byte[] {9});
    assertEquals("the manifest's hash of icon.png does not match", refusal(files));
  }

  @Test
  void refusesAFileThatTheManifestDoesNotName() throws Exception {
    Map<String, byte[]> files = signed(JSON, ca.passIdentity());
    files.put("logo.png", new byte[] {9});
    assertEquals("the manifest does not name logo.png", refusal(files));
  }

  @Test
  void refusesAMissingFile() throws Exception {
    for (String name : new String[] {"manifest.json", "signature"}) {
      Map<String, byte[]> files = signed(JSON, ca.passIdentity());
      files.remove(name);
      assertEquals(name + " is missing", refusal(files));
    }
    Map<String, byte[]> files = signed(JSON, ca.passIdentity());
    files.remove("icon.png");
    assertEquals("the manifest names icon.png, which is missing", refusal(files));
  }

  @Test
  void refusesAPassWithoutAnIcon() throws Exception {
    Map<String, byte[]> files = files(JSON);
    files.remove("icon.png");
    manifest(files);
    files.put("signature", new byte[0]);
    assertEquals("there is no icon", refusal(files));
  }

  @Test
  void refusesASignatureOfAnotherManifest() throws Exception {
    Map<String, byte[]> files = signed(JSON, ca.passIdentity());
    files.put("signature", new CmsSigner(ca.passIdentity()).sign(new byte[] {1}, Instant.now()));
    assertEquals("the signature does not match the manifest", refusal(files));
    files.put("signature", new byte[] {1, 2, 3});
    assertEquals("the signature cannot be read", refusal(files));
  }

  @Test
  void refusesAnotherAuthority() throws Exception {
    String reason = refusal(signed(JSON, DevelopmentCa.inMemory(Instant.now()).passIdentity()));
    assertTrue(reason.startsWith("the certificate is not trusted"), reason);
  }

  @Test
  void refusesAnExpiredCertificate() throws Exception {
    ApplePassIdentity old =
        ca.issuePassIdentity(
            "pass.io.kartela.demo",
            "KARTELADEV",
            false,
            Instant.now().minus(Duration.ofHours(20)),
            Duration.ofHours(1));
    String reason = refusal(signed(JSON, old));
    assertTrue(reason.startsWith("the certificate is not trusted"), reason);
  }

  @Test
  void refusesACertificateOfAnotherPassTypeOrTeam() throws Exception {
    Instant from = Instant.now().minusSeconds(60);
    ApplePassIdentity type =
        ca.issuePassIdentity("pass.other", "KARTELADEV", false, from, Duration.ofDays(1));
    assertEquals("the certificate is for pass.other", refusal(signed(JSON, type)));
    ApplePassIdentity team =
        ca.issuePassIdentity("pass.io.kartela.demo", "OTHERTEAM1", false, from, Duration.ofDays(1));
    assertEquals("the certificate is of team OTHERTEAM1", refusal(signed(JSON, team)));
  }

  @Test
  void refusesAPassWithoutItsFields() throws Exception {
    assertEquals(
        "pass.json has no serialNumber",
        refusal(signed(JSON.replace("serialNumber", "x"), ca.passIdentity())));
    assertEquals(
        "formatVersion is not 1",
        refusal(
            signed(JSON.replace("\"formatVersion\":1", "\"formatVersion\":2"), ca.passIdentity())));
    assertEquals("pass.json is not JSON", refusal(signed("{", ca.passIdentity())));
    assertEquals(
        "not a ZIP archive",
        assertThrows(
                WalletRefused.class,
                () -> PkPass.open("no archive".getBytes(StandardCharsets.UTF_8), checker))
            .reason());
  }
}

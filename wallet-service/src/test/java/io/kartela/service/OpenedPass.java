package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** A .pkpass as unzip and openssl see it, with none of the service's own code. */
record OpenedPass(Map<String, byte[]> files) {

  static OpenedPass of(byte[] pkpass) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pkpass))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OpenedPass(files);
  }

  private byte[] file(String name) {
    byte[] content = files.get(name);
    assertTrue(content != null, () -> name + " is not among " + files.keySet());
    return content == null ? new byte[0] : content;
  }

  JsonNode pass() {
    return Http.JSON.readTree(file("pass.json"));
  }

  /** Every file is named in the manifest with its SHA-1, and nothing else is. */
  void assertManifestIsTrue() {
    JsonNode manifest = Http.JSON.readTree(file("manifest.json"));
    TreeSet<String> expected = new TreeSet<>(files.keySet());
    expected.remove("manifest.json");
    expected.remove("signature");
    assertEquals(expected, new TreeSet<>(manifest.propertyNames()));
    for (String name : expected) {
      assertEquals(manifest.path(name).asString(), sha1(file(name)), name);
    }
  }

  /** openssl follows the signature down to this root. */
  void assertSignedUnder(Path root) {
    try {
      Path folder = Files.createTempDirectory("opened-pass-");
      Path manifest = Files.write(folder.resolve("manifest.json"), file("manifest.json"));
      Path signature = Files.write(folder.resolve("signature"), file("signature"));
      Process openssl =
          new ProcessBuilder(
                  "openssl",
                  "smime",
                  "-verify",
                  "-binary",
                  "-inform",
                  "DER",
                  "-purpose",
                  "any",
                  "-in",
                  signature.toString(),
                  "-content",
                  manifest.toString(),
                  "-CAfile",
                  root.toString(),
                  "-out",
                  "/dev/null")
              .redirectErrorStream(true)
              .start();
      String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, openssl.waitFor(), said);
      Files.delete(manifest);
      Files.delete(signature);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String sha1(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.kartela.service.wallet.apple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens a .pkpass with the JDK's ZIP reader and lets the machine's openssl judge the signature. */
final class PassFile {
  final Map<String, byte[]> files = new LinkedHashMap<>();

  PassFile(byte[] pkpass) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(pkpass))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new AssertionError(name + " is missing among " + files.keySet());
    }
    return content;
  }

  /** A file of texts: UTF-16, which its mark says. */
  String text(String name) {
    byte[] file = file(name);
    if (file[0] != (byte) 0xff || file[1] != (byte) 0xfe) {
      throw new AssertionError(name + " has no byte order mark");
    }
    return new String(file, StandardCharsets.UTF_16);
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(file("pass.json"));
  }

  JsonNode field(String group, String key) {
    for (JsonNode field : json().path("storeCard").path(group)) {
      if (field.path("key").asString().equals(key)) {
        return field;
      }
    }
    throw new AssertionError("no field " + key + " in " + json().path("storeCard").path(group));
  }

  Map<String, String> manifest() {
    Map<String, String> lines = new TreeMap<>();
    JsonMapper.shared()
        .readTree(file("manifest.json"))
        .properties()
        .forEach(e -> lines.put(e.getKey(), e.getValue().asString()));
    return lines;
  }

  Map<String, String> hashes() {
    Map<String, String> lines = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (!name.equals("manifest.json") && !name.equals("signature")) {
            lines.put(name, HexFormat.of().formatHex(sha1(content)));
          }
        });
    return lines;
  }

  /** What openssl says; "Verification successful" is in it when all is well. */
  String openssl(Path folder, String rootPem) throws IOException, InterruptedException {
    Path root = Files.writeString(folder.resolve("root.pem"), rootPem);
    Path signature = Files.write(folder.resolve("signature"), file("signature"));
    Path manifest = Files.write(folder.resolve("manifest.json"), file("manifest.json"));
    Process process =
        new ProcessBuilder(
                "openssl",
                "smime",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                manifest.toString(),
                "-CAfile",
                root.toString(),
                "-purpose",
                "any",
                "-out",
                "/dev/null")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }

  private static byte[] sha1(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

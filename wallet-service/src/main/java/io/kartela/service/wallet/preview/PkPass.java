package io.kartela.service.wallet.preview;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A .pkpass as a phone reads it: unpacked, every file checked against the manifest, the signature
 * checked, texts in the phone's language. Refuses what Wallet would refuse. Immutable.
 */
public final class PkPass {
  private static final int LARGEST = 8 * 1024 * 1024;

  private final Map<String, byte[]> files;
  private final JsonNode json;
  private final Map<Lang, Map<String, String>> strings;
  private final String signature;

  private PkPass(Map<String, byte[]> files, JsonNode json, String signature) {
    this.files = files;
    this.json = json;
    this.signature = signature;
    this.strings = new HashMap<>();
    for (Lang lang : Lang.values()) {
      byte[] file = files.get(lang.tag() + ".lproj/pass.strings");
      strings.put(lang, file == null ? Map.of() : StringsFile.parse(file));
    }
  }

  /**
   * Opens a bundle.
   *
   * @param checker null leaves the signature unchecked, for measuring a service rather than a phone
   * @throws WalletRefused naming what is wrong
   */
  public static PkPass open(byte[] pkpass, @Nullable SignatureCheck checker) {
    Map<String, byte[]> files = unpack(pkpass);
    byte[] manifest = need(files, "manifest.json");
    checkManifest(files, parse(manifest, "manifest.json"));
    JsonNode json = parse(need(files, "pass.json"), "pass.json");
    for (String field :
        new String[] {
          "passTypeIdentifier", "serialNumber", "teamIdentifier", "organizationName", "description"
        }) {
      if (!json.path(field).isString() || json.path(field).asString().isBlank()) {
        throw new WalletRefused("pass.json has no " + field);
      }
    }
    if (json.path("formatVersion").asInt(0) != 1) {
      throw new WalletRefused("formatVersion is not 1");
    }
    if (!files.containsKey("icon.png") && !files.containsKey("icon@2x.png")) {
      throw new WalletRefused("there is no icon");
    }
    byte[] signature = need(files, "signature");
    String said = checker == null ? "not checked" : checker.check(manifest, signature, json);
    return new PkPass(files, json, "manifest " + (files.size() - 2) + " files, " + said);
  }

  /** What a bundle without a manifest and a signature would show; no phone would take it. */
  public static PkPass unsigned(JsonNode json, Map<String, byte[]> files) {
    return new PkPass(files, json, "");
  }

  private static Map<String, byte[]> unpack(byte[] pkpass) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int total = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(pkpass))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readNBytes(LARGEST);
        total += content.length;
        if (total >= LARGEST) {
          throw new WalletRefused("the bundle is too large");
        }
        if (files.put(entry.getName(), content) != null) {
          throw new WalletRefused(entry.getName() + " is there twice");
        }
      }
    } catch (IOException e) {
      throw new WalletRefused("not a ZIP archive", e);
    }
    if (files.isEmpty()) {
      throw new WalletRefused("not a ZIP archive");
    }
    return files;
  }

  private static void checkManifest(Map<String, byte[]> files, JsonNode manifest) {
    for (var line : manifest.properties()) {
      byte[] content = files.get(line.getKey());
      if (content == null) {
        throw new WalletRefused("the manifest names " + line.getKey() + ", which is missing");
      }
      if (!HexFormat.of().formatHex(sha1(content)).equals(line.getValue().asString(""))) {
        throw new WalletRefused("the manifest's hash of " + line.getKey() + " does not match");
      }
    }
    for (String name : new TreeSet<>(files.keySet())) {
      if (!manifest.has(name) && !name.equals("manifest.json") && !name.equals("signature")) {
        throw new WalletRefused("the manifest does not name " + name);
      }
    }
  }

  private static byte[] need(Map<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new WalletRefused(name + " is missing");
    }
    return content;
  }

  private static JsonNode parse(byte[] content, String name) {
    try {
      JsonNode json = Http.JSON.readTree(content);
      if (!json.isObject()) {
        throw new WalletRefused(name + " is not an object");
      }
      return json;
    } catch (JacksonException e) {
      throw new WalletRefused(name + " is not JSON", e);
    }
  }

  private static byte[] sha1(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json() {
    return json;
  }

  public String text(String field) {
    return json.path(field).asString("");
  }

  public String serial() {
    return text("serialNumber");
  }

  /** How it was checked, for the curious. */
  public String signature() {
    return signature;
  }

  /** The text in the phone's language; as it stands when the card does not know it. */
  public String localised(String text, Lang lang) {
    return strings.getOrDefault(lang, Map.of()).getOrDefault(text, text);
  }

  /** The sharpest of an image's three sizes that a browser needs; null when there is none. */
  byte @Nullable [] image(String name) {
    for (String suffix : new String[] {"@2x.png", "@3x.png", ".png"}) {
      byte[] file = files.get(name + suffix);
      if (file != null) {
        return file;
      }
    }
    return null;
  }
}

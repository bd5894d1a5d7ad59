package io.kartela.service.pass.apple;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.CmsSigner;
import io.kartela.service.pass.CardArt;
import io.kartela.service.pass.CardContent;
import io.kartela.service.pass.PassRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Builds signed .pkpass files. What is common to the cards of a tier (images, their hashes) is
 * prepared once; a card that did not change is not signed again. Thread-safe.
 */
public final class ApplePasses {
  /** About 8 KB each. */
  private static final int SIGNED_KEPT = 4_000;

  /** About 200 KB each; a program has a handful of colours. */
  private static final int TEMPLATES_KEPT = 200;

  private final ApplePassIdentity identity;
  private final CmsSigner signer;
  private final Supplier<URI> publicUrl;
  private final InstantSource clock;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Map<String, List<Zip.Entry>> signed;

  /**
   * @param publicUrl where phones reach this service, without a trailing slash; asked for every
   *     card, so that it may become known after the server has a port
   */
  public ApplePasses(ApplePassIdentity identity, Supplier<URI> publicUrl, InstantSource clock) {
    this.identity = identity;
    this.signer = new CmsSigner(identity);
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.signed =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, List<Zip.Entry>> eldest) {
            return size() > SIGNED_KEPT;
          }
        };
  }

  /** Of the certificate that signs; also the topic of pushes. */
  public String passTypeIdentifier() {
    return identity.passTypeIdentifier();
  }

  private record Template(List<Zip.Entry> images, String manifestPart) {}

  /** A card laid out but not yet signed. */
  public final class Draft {
    private final PassJson.Files files;
    private final Template template;
    private final String contentHash;

    private Draft(PassJson.Files files, Template template) {
      this.files = files;
      this.template = template;
      MessageDigest sha = digest("SHA-256");
      sha.update(files.json());
      sha.update(files.ru());
      sha.update(files.en());
      sha.update(template.manifestPart().getBytes(StandardCharsets.UTF_8));
      this.contentHash = HexFormat.of().formatHex(sha.digest(), 0, 16);
    }

    /** Equal for equal content; fit for an ETag. */
    public String contentHash() {
      return contentHash;
    }

    /** The signed bundle. */
    public byte[] pkpass() {
      List<Zip.Entry> own;
      synchronized (signed) {
        own = signed.get(contentHash);
      }
      if (own == null) {
        own = sign(files, template);
        synchronized (signed) {
          signed.put(contentHash, own);
        }
      }
      return Zip.join(own, template.images());
    }
  }

  /** Lays the card out; cheap beside {@link Draft#pkpass()}. */
  public Draft draft(PassRef pass, CardContent card) {
    PassJson layout =
        new PassJson(
            identity.passTypeIdentifier(),
            identity.teamIdentifier(),
            URI.create(publicUrl.get() + "/apple"));
    return new Draft(layout.write(pass, card), template(card.tier().color()));
  }

  private Template template(String color) {
    if (templates.size() > TEMPLATES_KEPT) {
      templates.clear();
    }
    return templates.computeIfAbsent(color, ApplePasses::prepare);
  }

  private static Template prepare(String color) {
    List<Zip.Entry> images = new ArrayList<>();
    StringBuilder manifest = new StringBuilder();
    CardArt.draw(color)
        .forEach(
            (name, content) -> {
              images.add(new Zip.Entry(name, content));
              line(manifest, name, content);
            });
    return new Template(List.copyOf(images), manifest.toString());
  }

  private List<Zip.Entry> sign(PassJson.Files files, Template template) {
    StringBuilder manifest = new StringBuilder("{");
    line(manifest, "pass.json", files.json());
    line(manifest, "ru.lproj/pass.strings", files.ru());
    line(manifest, "en.lproj/pass.strings", files.en());
    manifest.append(template.manifestPart());
    manifest.setCharAt(manifest.length() - 1, '}');
    byte[] bytes = manifest.toString().getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Zip.Entry("pass.json", files.json()),
        new Zip.Entry("ru.lproj/pass.strings", files.ru()),
        new Zip.Entry("en.lproj/pass.strings", files.en()),
        new Zip.Entry("manifest.json", bytes),
        new Zip.Entry("signature", signer.sign(bytes, clock.instant())));
  }

  /** Apple's manifest is SHA-1 by definition; the signature over it is not. */
  private static void line(StringBuilder manifest, String name, byte[] content) {
    manifest
        .append('"')
        .append(name)
        .append("\":\"")
        .append(HexFormat.of().formatHex(digest("SHA-1").digest(content)))
        .append("\",");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.kartela.service.wallet.apple;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.CmsSigner;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.content.PictureCache;
import io.kartela.service.wallet.design.Artwork;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds signed .pkpass files. What is common to the cards of a tier (images, their hashes) is
 * prepared once; a card that did not change is not signed again. Thread-safe.
 */
public final class ApplePasses {
  /** About 8 KB each, beside images that are shared. */
  private static final int SIGNED_KEPT = 4_000;

  /** About 100 KB each, 350 KB of a poster, megabytes of a merchant's own large pictures. */
  private static final long TEMPLATE_BYTES = 96L * 1024 * 1024;

  private static final int SIGNERS_KEPT = 1_000;

  private final PassSigners signers;
  private final Supplier<URI> publicUrl;
  private final InstantSource clock;
  private final Art art;
  private final Map<X509Certificate, CmsSigner> cms = new ConcurrentHashMap<>();
  private final PictureCache<Look, Template> templates =
      new PictureCache<>(TEMPLATE_BYTES, template -> template.images().length());

  /** Without the images: these live as long as their template. */
  private final Map<String, byte[]> signed;

  /**
   * @param publicUrl where phones reach this service, without a trailing slash; asked for every
   *     card, so that it may become known after the server has a port
   */
  public ApplePasses(PassSigners signers, Supplier<URI> publicUrl, InstantSource clock) {
    this(signers, publicUrl, clock, Artwork::apple);
  }

  /** With one identity for everybody. */
  public ApplePasses(ApplePassIdentity identity, Supplier<URI> publicUrl, InstantSource clock) {
    this(merchantId -> new PassSigners.Signing(identity, null), publicUrl, clock);
  }

  private ApplePasses(PassSigners signers, Supplier<URI> publicUrl, InstantSource clock, Art art) {
    this.signers = signers;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.art = art;
    this.signed =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > SIGNED_KEPT;
          }
        };
  }

  /** With other images and a signer of the caller's choice, as a benchmark needs. */
  static ApplePasses with(
      ApplePassIdentity identity,
      Supplier<URI> publicUrl,
      InstantSource clock,
      CmsSigner signer,
      Art art) {
    ApplePasses passes =
        new ApplePasses(
            merchantId -> new PassSigners.Signing(identity, null), publicUrl, clock, art);
    passes.cms.put(identity.certificate(), signer);
    return passes;
  }

  /** Of the certificate that signs a merchant's passes; also the topic of their pushes. */
  public String passTypeIdentifier(long merchantId) {
    return signers.of(merchantId).identity().passTypeIdentifier();
  }

  private CmsSigner cms(ApplePassIdentity identity) {
    CmsSigner known = cms.get(identity.certificate());
    if (known != null) {
      return known;
    }
    if (cms.size() > SIGNERS_KEPT) {
      cms.clear();
    }
    return cms.computeIfAbsent(identity.certificate(), c -> new CmsSigner(identity));
  }

  /**
   * What the cards of one look have in common.
   *
   * @param manifestTail the images' lines and the end of the manifest
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Template(Zip.Block images, byte[] manifestTail) {}

  /** A card laid out but not yet signed. */
  public final class Draft {
    private final PassJson.Files files;
    private final Template template;
    private final ApplePassIdentity identity;
    private final byte[] manifest;

    /** Of the manifest, hence of every file: what is signed, and the name of this content. */
    private final byte[] sha256;

    private final String entityTag;

    private Draft(
        PassJson.Files files,
        Template template,
        ApplePassIdentity identity,
        @Nullable Draft unannounced) {
      this.files = files;
      this.identity = identity;
      this.template = template;
      this.manifest = manifest(files, template);
      this.sha256 = digest("SHA-256").digest(manifest);
      this.entityTag = unannounced == null ? '"' + contentHash() + '"' : unannounced.entityTag;
    }

    /**
     * Names what the card shows. How a change is announced depends on what the phone had before; a
     * phone that asks again later would otherwise be told that its copy is another card.
     */
    public String entityTag() {
      return entityTag;
    }

    /** Equal for equal content. */
    String contentHash() {
      return HexFormat.of().formatHex(sha256, 0, 16);
    }

    /** The signed bundle. */
    Zip.Archive pkpass() {
      // A new certificate signs anew, though the content is the same.
      String key = contentHash() + identity.certificate().getSerialNumber().toString(36);
      synchronized (signed) {
        byte[] known = signed.get(key);
        if (known != null) {
          return Zip.join(template.images(), known);
        }
      }
      Zip.Archive archive = Zip.join(template.images(), sign());
      synchronized (signed) {
        signed.put(key, archive.own());
      }
      return archive;
    }

    private List<Zip.Entry> sign() {
      return List.of(
          new Zip.Entry("pass.json", files.json()),
          new Zip.Entry("ru.lproj/pass.strings", files.strings().ru()),
          new Zip.Entry("en.lproj/pass.strings", files.strings().en()),
          new Zip.Entry("manifest.json", manifest),
          new Zip.Entry("signature", cms(identity).signDigest(sha256, clock.instant())));
    }
  }

  /** Lays the card out by the design that everybody begins with. */
  Draft draft(PassRef pass, CardContent card) {
    return draft(new PassReader.Card(pass, card, DesignVersion.first()), null);
  }

  /**
   * Lays the card out; cheap beside {@link Draft#pkpass()}.
   *
   * @param shownSince when the phone's own copy was made; null when it has none
   */
  public Draft draft(PassReader.Card card, @Nullable Instant shownSince) {
    CardContent content = card.content();
    PassSigners.Signing signing = signers.of(card.pass().merchantId());
    boolean tierMoved = shownSince != null && content.tier().since().isAfter(shownSince);
    Face face = card.face();
    return new Draft(
        layout(signing).write(card.pass(), content, card.design().design(), tierMoved),
        template(card.design(), face, content.tier().id(), Colors.hex(face.background(content))),
        signing.identity(),
        tierMoved ? draft(card, null) : null);
  }

  /** Lays out what is left of a card that was replaced. */
  public Draft draft(PassReader.VoidCard card) {
    PassSigners.Signing signing = signers.of(card.pass().merchantId());
    Face face = card.design().design().face();
    return new Draft(
        layout(signing).write(card),
        template(card.design(), face, "", PassJson.ENDED),
        signing.identity(),
        null);
  }

  private PassJson layout(PassSigners.Signing signing) {
    ApplePassIdentity identity = signing.identity();
    return new PassJson(
        identity.passTypeIdentifier(),
        identity.teamIdentifier(),
        publicUrl.get() + "/apple",
        identity.nfc() ? signing.nfcPublicKey() : null,
        clock);
  }

  private Template template(DesignVersion design, Face face, String tier, String color) {
    boolean own = !face.pictures().isEmpty() || !face.none().isEmpty();
    Look look =
        new Look(
            own ? design.merchantId() : 0,
            own ? design.number() : 0,
            own ? tier : "",
            design.design().poster(),
            color);
    return templates.get(look, () -> prepare(art.images(design, face, color)));
  }

  /**
   * Cards that have their images in common; without own images the style and the colour alone
   * decide. Whatever {@link Artwork#apple} looks at is a part of it.
   */
  private record Look(long merchantId, int design, String tier, boolean poster, String color) {}

  /** Where images come from. */
  @FunctionalInterface
  interface Art {
    Map<String, byte[]> images(DesignVersion design, Face face, String color);
  }

  private static Template prepare(Map<String, byte[]> images) {
    List<Zip.Entry> entries = new ArrayList<>();
    StringBuilder manifest = new StringBuilder();
    images.forEach(
        (name, content) -> {
          entries.add(new Zip.Entry(name, content));
          line(manifest, name, content);
        });
    manifest.setCharAt(manifest.length() - 1, '}');
    return new Template(new Zip.Block(entries), ascii(manifest));
  }

  private static byte[] manifest(PassJson.Files files, Template template) {
    StringBuilder own = new StringBuilder(256).append('{');
    line(own, "pass.json", files.json());
    line(own, "ru.lproj/pass.strings", files.strings().ru());
    line(own, "en.lproj/pass.strings", files.strings().en());
    byte[] head = ascii(own);
    byte[] tail = template.manifestTail();
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }

  private static byte[] ascii(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
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

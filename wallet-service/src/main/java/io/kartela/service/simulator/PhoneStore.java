package io.kartela.service.simulator;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.preview.HeldCard;
import io.kartela.service.wallet.preview.Notice;
import io.kartela.service.wallet.preview.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps phones in a folder, so that they survive a restart as real ones do. Used by one thread at a
 * time.
 */
final class PhoneStore {
  private static final FileAttribute<?> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final Map<String, Instant> samplesWritten = new HashMap<>();
  private final Set<ApplePhone.Held> written = Collections.newSetFromMap(new WeakHashMap<>());

  PhoneStore(Path folder) {
    this.folder = folder;
  }

  record Kept(List<KeptPhone> phones) {}

  record KeptPhone(
      String id,
      String name,
      Platform platform,
      @Nullable String deviceId,
      @Nullable String pushToken,
      @Nullable String tag,
      List<Notice> notices,
      List<KeptPass> passes,
      List<HeldCard> googlePasses,
      @Nullable Boolean online,
      @Nullable Integer ios) {}

  record KeptPass(
      String serial, @Nullable String lastModified, Instant updatedAt, boolean registered) {}

  /** Empty on the first start. */
  Optional<Kept> load() {
    Path file = folder.resolve("phones.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Http.JSON.readValue(Files.readAllBytes(file), Kept.class));
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated phones cannot be read from " + file, e);
    }
  }

  byte[] pass(String phoneId, String serial) throws IOException {
    return Files.readAllBytes(passFile(phoneId, serial));
  }

  private Path passFile(String phoneId, String serial) {
    return folder.resolve(phoneId).resolve(serial.replaceAll("[^A-Za-z0-9._-]", "_") + ".pkpass");
  }

  void save(List<SimulatedPhone> phones) {
    try {
      Files.createDirectories(folder);
      List<KeptPhone> kept = new ArrayList<>();
      for (SimulatedPhone phone : phones) {
        keepSample(phone);
        kept.add(
            switch (phone) {
              case ApplePhone apple -> keep(apple);
              case GooglePhone google ->
                  new KeptPhone(
                      google.id(),
                      google.name(),
                      Platform.GOOGLE,
                      null,
                      null,
                      null,
                      google.notices(),
                      List.of(),
                      List.copyOf(google.held().values()),
                      google.online(),
                      null);
            });
      }
      replace(folder.resolve("phones.json"), Http.JSON.writeValueAsBytes(new Kept(kept)));
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated phones cannot be written to " + folder, e);
    }
  }

  /** The design that is tried on, which stands beside the cards. */
  private void keepSample(SimulatedPhone phone) throws IOException {
    Path file = sampleFile(phone.id());
    SimulatedPhone.Sample sample = phone.samples().get(SampleCards.SERIAL);
    if (sample == null) {
      samplesWritten.remove(phone.id());
      Files.deleteIfExists(file);
    } else if (!sample.source().at().equals(samplesWritten.get(phone.id()))) {
      Files.createDirectories(folder.resolve(phone.id()));
      replace(file, Http.JSON.writeValueAsBytes(sample.source()));
      samplesWritten.put(phone.id(), sample.source().at());
    }
  }

  /** What was tried on when the phone was last kept. */
  Optional<SimulatedPhone.Sample.Source> sample(String phoneId) throws IOException {
    Path file = sampleFile(phoneId);
    return Files.exists(file)
        ? Optional.of(
            Http.JSON.readValue(Files.readAllBytes(file), SimulatedPhone.Sample.Source.class))
        : Optional.empty();
  }

  private Path sampleFile(String phoneId) {
    return folder.resolve(phoneId).resolve("sample.json");
  }

  private KeptPhone keep(ApplePhone phone) throws IOException {
    // The tag is read first: an older tag with newer cards only makes the phone ask once more.
    String tag = phone.tag();
    List<KeptPass> passes = new ArrayList<>();
    for (ApplePhone.Held held : phone.held().values()) {
      String serial = held.pass().serial();
      if (written.add(held)) {
        Files.createDirectories(folder.resolve(phone.id()));
        replace(passFile(phone.id(), serial), held.file());
      }
      passes.add(new KeptPass(serial, held.lastModified(), held.updatedAt(), held.registered()));
    }
    return new KeptPhone(
        phone.id(),
        phone.name(),
        Platform.APPLE,
        phone.deviceId(),
        phone.pushToken(),
        tag,
        phone.notices(),
        passes,
        List.of(),
        phone.online(),
        phone.ios().number());
  }

  Optional<String> google() {
    Path file = folder.resolve("google.json");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the fake Google cannot be read from " + file, e);
    }
  }

  void saveGoogle(String snapshot) {
    try {
      Files.createDirectories(folder);
      replace(folder.resolve("google.json"), snapshot.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the fake Google cannot be written to " + folder, e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    Files.createFile(aside, OWNERS);
    Files.write(aside, content);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

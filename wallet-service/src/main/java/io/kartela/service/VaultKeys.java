package io.kartela.service;

import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.service.platform.config.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The master keys: from configuration, or else one that the data folder keeps. What that one sealed
 * before another was configured is opened by it.
 */
final class VaultKeys {
  private static final String FILE = "master.key";

  private VaultKeys() {}

  static Vault open(Optional<Secret> configured, Path folder) {
    Path file = folder.resolve(FILE);
    List<MasterKey> keys = new ArrayList<>();
    configured.ifPresent(
        secret -> MasterKey.list(secret.reveal()).forEach(key -> keys.add(MasterKey.of(key))));
    if (keys.isEmpty() || Files.exists(file)) {
      keys.add(MasterKey.of(kept(file)));
    }
    return new Vault(keys.getFirst(), keys.subList(1, keys.size()));
  }

  private static String kept(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, MasterKey.generate());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartException("The master key cannot be kept in " + file, e);
    }
  }

  private static void write(Path file, String key) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    } catch (FileAlreadyExistsException e) {
      // Somebody was quicker; theirs is read.
    }
  }
}

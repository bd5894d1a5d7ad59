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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The master key: from configuration, or else one that the data folder keeps. */
final class VaultKeys {
  private static final String FILE = "master.key";

  private VaultKeys() {}

  static Vault open(Optional<Secret> configured, Path folder) {
    String key = configured.map(Secret::reveal).orElseGet(() -> kept(folder.resolve(FILE)));
    return new Vault(MasterKey.of(key), List.of());
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

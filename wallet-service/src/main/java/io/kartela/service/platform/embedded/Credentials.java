package io.kartela.service.platform.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** Passwords of one cluster, kept inside it so that they appear and vanish together with it. */
record Credentials(String ownerPassword, String servicePassword) {
  static final String FILE = "kartela-credentials.properties";
  private static final int PASSWORD_BYTES = 24;

  static Credentials generate() {
    return new Credentials(password(), password());
  }

  static Credentials read(Path data) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
      properties.load(reader);
    }
    String owner = properties.getProperty("owner.password");
    String service = properties.getProperty("service.password");
    if (owner == null || service == null) {
      throw new NoSuchFileException(FILE, null, "it is incomplete");
    }
    return new Credentials(owner, service);
  }

  void write(Path data) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("owner.password", ownerPassword);
    properties.setProperty("service.password", servicePassword);
    StringWriter text = new StringWriter();
    properties.store(text, "Passwords of this database. Keep them secret.");
    writePrivate(data.resolve(FILE), text.toString());
  }

  /** Nobody else can read the file at any moment of its life, and it is on the disk on return. */
  static void writePrivate(Path file, String text) throws IOException {
    var permissions =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Credentials[REDACTED]";
  }
}

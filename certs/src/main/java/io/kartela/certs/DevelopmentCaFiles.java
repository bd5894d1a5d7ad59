package io.kartela.certs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The development CA's folder. It appears whole or not at all: written aside, then renamed. */
final class DevelopmentCaFiles {
  private static final FileAttribute<?> FOLDER_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private DevelopmentCaFiles() {}

  static DevelopmentCa.Parts loadOrStore(Path folder, Supplier<DevelopmentCa.Parts> maker) {
    try {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || isEmpty(folder)) {
        store(folder, maker.get());
      }
      return load(folder);
    } catch (IOException e) {
      throw new CertsException("certs.io", "development CA folder " + folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void store(Path folder, DevelopmentCa.Parts parts) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    Path home = parent == null ? absolute : parent;
    Files.createDirectories(home, FOLDER_MODE);
    Path aside = Files.createTempDirectory(home, ".development-ca", FOLDER_MODE);
    for (Map.Entry<String, String> file : texts(parts).entrySet()) {
      Path path = Files.createFile(aside.resolve(file.getKey()), FILE_MODE);
      Files.writeString(path, file.getValue(), StandardOpenOption.WRITE);
    }
    try {
      Files.move(aside, absolute, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      remove(aside);
      if (isEmpty(absolute)) {
        throw e;
      }
      // Another process was faster; its authority is the one to load.
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.toList();
    }
    for (Path entry : entries) {
      Files.delete(entry);
    }
    Files.delete(folder);
  }

  private static Map<String, String> texts(DevelopmentCa.Parts parts) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("root.key.pem", Pem.write(parts.rootKey()));
    files.put("root.pem", Pem.write(parts.root()));
    files.put("wwdr.key.pem", Pem.write(parts.intermediateKey()));
    files.put("wwdr.pem", Pem.write(parts.intermediate()));
    files.put("pass.key.pem", Pem.write(parts.passKey()));
    files.put("pass.pem", Pem.write(parts.pass()));
    files.put("tls.key.pem", Pem.write(parts.tlsKey()));
    files.put("tls.pem", Pem.write(parts.tls()));
    files.put("google-service-account.json", parts.google().toJson());
    files.put("nfc.key.pem", parts.nfc().privateKeyPem());
    return files;
  }

  private static DevelopmentCa.Parts load(Path folder) throws IOException {
    return new DevelopmentCa.Parts(
        key(folder, "root.key.pem"),
        certificate(folder, "root.pem"),
        key(folder, "wwdr.key.pem"),
        certificate(folder, "wwdr.pem"),
        key(folder, "pass.key.pem"),
        certificate(folder, "pass.pem"),
        key(folder, "tls.key.pem"),
        certificate(folder, "tls.pem"),
        GoogleServiceAccount.parse(text(folder, "google-service-account.json")).orThrow(),
        NfcKey.fromPem(text(folder, "nfc.key.pem"), null).orThrow());
  }

  private static String text(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new CertsException("certs.folder", folder + " has no " + name, null);
    }
    return Files.readString(file);
  }

  private static PrivateKey key(Path folder, String name) throws IOException {
    List<PrivateKey> keys = contents(folder, name).keys();
    if (keys.size() != 1) {
      throw new CertsException("certs.folder", name + " in " + folder + " holds no key", null);
    }
    return keys.getFirst();
  }

  private static X509Certificate certificate(Path folder, String name) throws IOException {
    List<X509Certificate> found = contents(folder, name).certificates();
    if (found.size() != 1) {
      throw new CertsException(
          "certs.folder", name + " in " + folder + " holds no certificate", null);
    }
    return found.getFirst();
  }

  private static Pem.Contents contents(Path folder, String name) throws IOException {
    try {
      return Pem.read(text(folder, name), null);
    } catch (Pem.Refused e) {
      throw new CertsException("certs.folder", name + " in " + folder + " is damaged", e);
    }
  }
}

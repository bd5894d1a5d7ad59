package io.kartela.service.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every folder and machine that cannot be used gets one clear sentence. */
class EmbeddedRefusalsTest {
  private static final int NOBODY = 65_534;

  @TempDir Path temp;

  @Test
  void aFolderWithOtherThingsIsForeignAndStaysUntouched() throws IOException {
    Files.writeString(temp.resolve("thesis.txt"), "precious");
    for (boolean fresh : List.of(false, true)) {
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, () -> DataFolder.open(temp, fresh));
      assertEquals(Code.FOLDER_FOREIGN, refused.code());
      assertEquals(
          "The folder %s holds other files and was not made by Kartela; choose an empty or a new one with --data."
              .formatted(temp),
          refused.sentence());
    }
    try (Stream<Path> content = Files.list(temp)) {
      assertEquals(List.of(temp.resolve("thesis.txt")), content.toList());
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(
        Code.FOLDER_FOREIGN,
        "The data folder %s is a file, not a folder; choose another with --data.".formatted(file),
        file);
    Path below = file.resolve("data");
    assertRefused(
        Code.FOLDER_NOT_WRITABLE,
        "The data folder %s cannot be written (FileAlreadyExistsException, %s); choose another with --data."
            .formatted(below, file),
        below);
  }

  @Test
  void aFolderThatCannotBeMade() {
    Path folder = Path.of("/proc/kartela-data");
    EmbeddedPostgresException refused =
        assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(folder));
    assertEquals(Code.FOLDER_NOT_WRITABLE, refused.code());
    assertTrue(
        refused.sentence().startsWith("The data folder /proc/kartela-data cannot be written ("));
  }

  @Test
  void aFolderWithoutWritePermission() throws IOException {
    assumeTrue(!Owner.isRoot(), "root may write everywhere");
    Path folder = Files.createDirectory(temp.resolve("data"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused(
        Code.FOLDER_NOT_WRITABLE,
        "The data folder %s cannot be written (permission denied); choose another with --data."
            .formatted(folder),
        folder);
  }

  @Test
  void aFolderOfAnotherUser() throws IOException {
    assumeTrue(Owner.isRoot(), "only root can give a folder away");
    Path folder = temp.resolve("data");
    DataFolder.open(folder, false).close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY);
      }
    }
    assertRefused(
        Code.FOLDER_OTHER_USER,
        "The data folder %s belongs to the user nobody and Kartela runs as root; start it as that user or choose another folder with --data."
            .formatted(folder),
        folder);
  }

  /** As when somebody uses sudo in a home folder that only its owner may enter. */
  @Test
  void aFolderInsideAnotherUsersPrivateOne() throws IOException {
    assumeTrue(Owner.isRoot(), "only root gets that far");
    Path home = Files.createDirectory(temp.resolve("home"));
    Files.setAttribute(home, "unix:uid", NOBODY);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path folder = home.resolve("data");
    assertRefused(
        Code.FOLDER_OTHER_USER,
        "PostgreSQL, which must not have root's rights, cannot reach the folder %s through folders of another user; start Kartela as that user or choose another folder with --data."
            .formatted(folder),
        folder);
  }

  @Test
  void dataOfAnotherMajorVersion() throws IOException {
    Path folder = temp.resolve("data");
    EmbeddedPostgres.start(folder).close();
    Path version = folder.resolve("postgres/PG_VERSION");
    Files.writeString(version, "17\n");
    assertRefused(
        Code.FOLDER_OTHER_VERSION,
        "The database in %s was made by PostgreSQL 17 and this Kartela brings PostgreSQL 18; move the data with pg_dump or choose another folder with --data."
            .formatted(folder.resolve("postgres")),
        folder);
    Files.delete(version);
    assertDamaged(folder);
  }

  @Test
  void dataThatLackAPart() throws IOException {
    Path folder = temp.resolve("data");
    EmbeddedPostgres.start(folder).close();
    Files.writeString(folder.resolve("postgres").resolve(Credentials.FILE), "owner.password=x\n");
    assertDamaged(folder);
    Files.delete(folder.resolve("postgres/global/pg_control"));
    assertDamaged(folder);
  }

  @Test
  void dataThatPostgresItselfRefuses() throws IOException {
    Path folder = temp.resolve("data");
    EmbeddedPostgres.start(folder).close();
    FileTree.delete(folder.resolve("postgres/pg_wal"));
    EmbeddedPostgresException refused =
        assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(folder));
    assertEquals(Code.START_FAILED, refused.code());
    assertTrue(refused.sentence().contains("FATAL:"), refused.sentence());
    // The refusal gave the folder back.
    DataFolder.open(folder, false).close();
  }

  @Test
  void aFullDisk() throws IOException, InterruptedException {
    assumeTrue(Owner.isRoot(), "only root can mount a small disk");
    Path disk = Files.createDirectory(temp.resolve("disk"));
    assumeTrue(
        Commands.run(
                    List.of(
                        "/bin/mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()))
                .exitCode()
            == 0,
        "mounting is not allowed here");
    try {
      EmbeddedPostgresException refused =
          assertThrows(
              EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(disk.resolve("data")));
      assertEquals(Code.DISK_FULL, refused.code());
      assertTrue(
          refused
              .sentence()
              .matches(
                  "The disk of the folder .* has 1\\d MB left and PostgreSQL needs 200 MB to start;"
                      + " .*"),
          refused.sentence());
      Path filler = disk.resolve("filler");
      assertThrows(IOException.class, () -> Files.write(filler, new byte[32 << 20]));
      assertRefused(
          Code.DISK_FULL,
          "The disk of the folder %s is full; free some space or choose another folder with --data."
              .formatted(disk.resolve("other")),
          disk.resolve("other"));
    } finally {
      Commands.run(List.of("/bin/umount", disk.toString()));
    }
  }

  @Test
  void missingPrograms() {
    Commands commands = new Commands(List.of(temp), true);
    for (String program : List.of("setsid", "setpriv", "unshare")) {
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, () -> commands.find(program));
      assertEquals(Code.TOOL_MISSING, refused.code());
      assertEquals(
          "The program %s, which the embedded PostgreSQL needs, is missing; install the package util-linux or use a PostgreSQL of your own with --jdbc."
              .formatted(program),
          refused.sentence());
    }
  }

  @Test
  void rootWithoutUserNamespaces() throws IOException {
    Path bin = Files.createDirectory(temp.resolve("bin"));
    script(
        bin.resolve("unshare"),
        "echo 'unshare: unshare failed: Operation not permitted' >&2; exit 1");
    script(bin.resolve("true"), "exit 0");
    EmbeddedPostgresException refused =
        assertThrows(
            EmbeddedPostgresException.class,
            () -> new Commands(List.of(bin), true).requireReach(temp));
    assertEquals(Code.NAMESPACE_REFUSED, refused.code());
    assertEquals(
        "PostgreSQL refuses to run as root and this machine refuses `unshare -U`; start Kartela as"
            + " an ordinary user or use a PostgreSQL of your own with --jdbc.",
        refused.sentence());
  }

  @Test
  void aMachineWithoutBinaries() {
    EmbeddedPostgresException refused =
        assertThrows(EmbeddedPostgresException.class, () -> Binaries.unpacked(temp, null));
    assertEquals(Code.NOT_SUPPORTED, refused.code());
  }

  @Test
  void aClosedFolderCanBeOpenedAgain() {
    Path folder = temp.resolve("data");
    DataFolder.open(folder, false).close();
    DataFolder.open(folder, false).close();
    assertTrue(Files.exists(folder.resolve("KARTELA")));
  }

  @Test
  void freshErasesOnlyWhatIsInTheFolder() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "precious");
    Path folder = temp.resolve("data");
    DataFolder.open(folder, false).close();
    Files.createSymbolicLink(folder.resolve("link"), temp);
    Files.createDirectories(folder.resolve("keys/old"));
    DataFolder.open(folder, true).close();
    assertTrue(Files.exists(outside));
    assertFalse(Files.exists(folder.resolve("keys")));
    assertFalse(Files.isSymbolicLink(folder.resolve("link")));
  }

  private static void assertDamaged(Path folder) {
    assertRefused(
        Code.FOLDER_DAMAGED,
        "The folder %s is not a complete PostgreSQL database; restore it from a backup or erase it with --fresh."
            .formatted(folder.resolve("postgres")),
        folder);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void assertRefused(Code code, String sentence, Path folder) {
    EmbeddedPostgresException refused =
        assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(folder));
    assertEquals(sentence, refused.sentence());
    assertEquals(code, refused.code());
  }
}

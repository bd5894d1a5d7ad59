package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentCaTest {
  private final Instant now = Instant.now();

  @TempDir Path temporary;

  @Test
  void reloadKeepsEveryIdentity() {
    Path folder = temporary.resolve("data/ca");
    DevelopmentCa made = DevelopmentCa.openOrCreate(folder, now);
    DevelopmentCa reloaded = DevelopmentCa.openOrCreate(folder, now.plusSeconds(86_400));
    assertEquals(made.root(), reloaded.root());
    assertEquals(made.intermediate(), reloaded.intermediate());
    assertEquals(made.passIdentity().certificate(), reloaded.passIdentity().certificate());
    assertEquals(made.passIdentity().privateKey(), reloaded.passIdentity().privateKey());
    assertEquals(made.serverIdentity().certificate(), reloaded.serverIdentity().certificate());
    assertEquals(
        made.googleServiceAccount().publicKey(), reloaded.googleServiceAccount().publicKey());
    assertEquals(made.nfcKey().applePublicKey(), reloaded.nfcKey().applePublicKey());
  }

  @Test
  void nobodyElseMayReadTheFolder() throws IOException {
    Path folder = temporary.resolve("ca");
    DevelopmentCa.openOrCreate(folder, now);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(folder), left.toList(), "nothing is left beside the folder");
    }
  }

  @Test
  void startsTogetherAgreeOnOneAuthority() throws Exception {
    Path folder = temporary.resolve("ca");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<DevelopmentCa> start = () -> DevelopmentCa.openOrCreate(folder, now);
      List<Future<DevelopmentCa>> starts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(threads.submit(start));
      }
      Set<Object> roots = new HashSet<>();
      for (Future<DevelopmentCa> one : starts) {
        roots.add(one.get().root());
      }
      assertEquals(1, roots.size());
    }
  }

  @Test
  void aForeignFolderIsRefusedAndLeftAlone() throws IOException {
    Path file = Files.writeString(temporary.resolve("holiday.txt"), "sea");
    CertsException refused =
        assertThrows(CertsException.class, () -> DevelopmentCa.openOrCreate(temporary, now));
    assertEquals("certs.folder", refused.code());
    assertEquals("sea", Files.readString(file));
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path folder = temporary.resolve("ca");
    DevelopmentCa.openOrCreate(folder, now);
    Files.writeString(folder.resolve("pass.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    CertsException refused =
        assertThrows(CertsException.class, () -> DevelopmentCa.openOrCreate(folder, now));
    assertEquals("certs.folder", refused.code());
    assertTrue(refused.toString().contains("pass.pem"), refused.toString());
  }

  @Test
  void looksLikeApplesChainAndSaysThatItIsNot() {
    DevelopmentCa ca = DevelopmentCa.inMemory(now);
    String pass = ca.passIdentity().certificate().getSubjectX500Principal().toString();
    assertTrue(pass.contains("CN=Pass Type ID with NFC: pass.io.kartela.demo"), pass);
    assertEquals("pass.io.kartela.demo", ca.passIdentity().passTypeIdentifier());
    assertEquals("KARTELADEV", ca.passIdentity().teamIdentifier());
    String middle = ca.intermediate().getSubjectX500Principal().toString();
    assertTrue(middle.contains("Apple Worldwide Developer Relations"), middle);
    assertTrue(middle.contains("Kartela development"), middle);
    assertTrue(middle.contains("not Apple"), middle);
  }

  @Test
  void secretsAreNotPrinted() {
    DevelopmentCa ca = DevelopmentCa.inMemory(now);
    String printed =
        ca
            + " "
            + ca.passIdentity()
            + ca.serverIdentity()
            + ca.googleServiceAccount()
            + ca.nfcKey();
    assertFalse(printed.contains("PRIVATE KEY"), printed);
    assertTrue(printed.contains("[REDACTED]"), printed);
  }
}

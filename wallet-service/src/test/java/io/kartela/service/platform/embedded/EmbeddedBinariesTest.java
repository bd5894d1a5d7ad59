package io.kartela.service.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBinariesTest {
  @TempDir Path cache;

  @Test
  void severalUnpackAtOnceAndOneWins() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Callable<Path> unpack = () -> Binaries.unpacked(cache);
      List<Future<Path>> folders = threads.invokeAll(List.of(unpack, unpack, unpack));
      Path folder = folders.getFirst().get();
      for (Future<Path> other : folders) {
        assertEquals(folder, other.get());
      }
      assertTrue(Binaries.isComplete(folder));
      assertTrue(Files.isExecutable(folder.resolve("bin/postgres")));
      assertTrue(Files.isSymbolicLink(folder.resolve("lib/libpq.so.5")));
    }
    try (Stream<Path> content = Files.list(cache)) {
      assertEquals(1, content.count());
    }
  }

  /** After a power cut a file may be empty although its folder was renamed in time. */
  @Test
  void aDamagedCopyIsReplaced() throws IOException {
    Path folder = Binaries.unpacked(cache);
    Files.write(folder.resolve("bin/postgres"), new byte[0]);
    assertFalse(Binaries.isComplete(folder));
    Binaries.unpacked(cache);
    assertTrue(Binaries.isComplete(folder));
  }

  @Test
  void anUndamagedCopyIsUsedAsItIs() throws IOException {
    Path folder = Binaries.unpacked(cache);
    FileTime before = Files.getLastModifiedTime(folder.resolve("bin/postgres"));
    Path abandoned = Files.createDirectory(cache.resolve(".unfinished-x"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    assertEquals(folder, Binaries.unpacked(cache));
    assertEquals(before, Files.getLastModifiedTime(folder.resolve("bin/postgres")));
    assertTrue(Files.exists(abandoned));
    Files.delete(folder.resolve("manifest"));
    Binaries.unpacked(cache);
    assertFalse(Files.exists(abandoned));
  }
}

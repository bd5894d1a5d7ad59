package io.kartela.service.wallet.apple;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.CmsSigner;
import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.NativeCrypto;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes signed per second, every one with a serial, balance and code of its own and the same nine
 * images, beside the bare RSA-2048 signatures of the same provider, {@code openssl speed} and
 * jpasskit. What is compared in a round runs in turns, so that a busy machine disturbs all alike;
 * rates per core are those of processor time.
 */
public final class PassesBench {
  private static final Duration TURN = Duration.ofMillis(700);
  private static final int ROUNDS = 5;
  private static final double WANTED_OF_RAW = 0.8;
  private static final double WANTED_OF_JPASSKIT = 5;
  private static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00Z");

  private final ApplePassIdentity identity;
  private final DevelopmentCa ca = DevelopmentCa.inMemory(Instant.now());
  private final Map<String, byte[]> images = BenchImages.nine();
  private final AtomicLong numbers = new AtomicLong();
  private final @Nullable Provider provider;
  private final ApplePasses ours;
  private final JpasskitPasses jpasskit;

  private PassesBench(@Nullable Provider provider) throws IOException {
    this.provider = provider;
    this.identity = ca.passIdentity();
    this.ours =
        ApplePasses.with(
            identity,
            () -> URI.create("https://cards.example"),
            InstantSource.system(),
            new CmsSigner(identity, provider),
            (design, face, color) -> images);
    this.jpasskit = new JpasskitPasses(identity, images);
  }

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%d processors, nine images of %,d bytes together%n",
        Runtime.getRuntime().availableProcessors(),
        BenchImages.nine().values().stream().mapToInt(i -> i.length).sum());
    openssl();
    boolean fine = true;
    if (NativeCrypto.find().isPresent()) {
      fine = new PassesBench(NativeCrypto.find().get()).run();
    } else {
      System.out.println("The native provider does not load here.");
    }
    fine &= new PassesBench(null).run();
    System.out.println(fine ? "all as wanted" : "NOT as wanted");
    System.exit(fine ? 0 : 1);
  }

  private boolean run() throws Exception {
    System.out.println("\nSigning by " + (provider == null ? "the JDK" : provider.getName()));
    verify();
    warmUp();
    int all = Runtime.getRuntime().availableProcessors();
    boolean fine = measure(1);
    return (all == 1 || measure(all)) && fine;
  }

  /** By count and not by time: on a busy machine the compilers need longer. */
  private void warmUp() {
    for (int i = 0; i < 30_000; i++) {
      long number = numbers.incrementAndGet();
      if (ours.draft(ref(number), card(number)).contentHash().isEmpty()) {
        throw new IllegalStateException("a card without content");
      }
    }
    for (int i = 0; i < 2_000; i++) {
      next();
    }
  }

  private boolean measure(int threads) throws Exception {
    turn(threads, this::raw);
    turn(threads, this::pass);
    turn(threads, this::other);
    turn(threads, this::pass);
    double[][] rates = new double[3][ROUNDS];
    double[] wall = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[0][round] = turn(threads, this::raw).perCpuSecond();
      Rate passes = turn(threads, this::pass);
      rates[1][round] = passes.perCpuSecond();
      wall[round] = passes.perSecond();
      rates[2][round] = turn(threads, this::other).perCpuSecond();
    }
    double raw = median(rates[0]);
    double made = median(rates[1]);
    double theirs = median(rates[2]);
    boolean fine = made >= WANTED_OF_RAW * raw;
    System.out.printf(
        Locale.ROOT,
        "%d thread%s  raw RSA-2048 %,6.0f/s and core   passes %,6.0f/s and core (%,6.0f/s by the"
            + " clock)   jpasskit %,5.0f/s and core%n           %.2f of the raw rate (wanted %.1f),"
            + " %.1f times jpasskit%s%n",
        threads,
        threads == 1 ? " " : "s",
        raw,
        made,
        median(wall),
        theirs,
        made / raw,
        WANTED_OF_RAW,
        made / theirs,
        provider == null ? "" : String.format(Locale.ROOT, " (wanted %.0f)", WANTED_OF_JPASSKIT));
    return fine && (provider == null || made >= WANTED_OF_JPASSKIT * theirs);
  }

  /** How many a second, by the clock and by the processors' time. */
  private record Rate(double perSecond, double perCpuSecond) {}

  private interface Maker {
    /** Makes until the moment has come and says how many. */
    long until(long nanoTime) throws Exception;
  }

  private Rate turn(int threads, Maker maker) throws Exception {
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      long from = System.nanoTime();
      long end = from + TURN.toNanos();
      List<Future<long[]>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<long[]> work =
            () -> {
              long before = cpu.getCurrentThreadCpuTime();
              long made = maker.until(end);
              return new long[] {made, cpu.getCurrentThreadCpuTime() - before};
            };
        results.add(pool.submit(work));
      }
      long made = 0;
      long nanos = 0;
      for (Future<long[]> result : results) {
        made += result.get()[0];
        nanos += result.get()[1];
      }
      return new Rate(made * 1e9 / (System.nanoTime() - from), made * 1e9 / nanos);
    }
  }

  /** Bare signatures of as many bytes as the signed attributes have. */
  private long raw(long until) throws GeneralSecurityException {
    Signature signature =
        provider == null
            ? Signature.getInstance("SHA256withRSA")
            : Signature.getInstance("SHA256withRSA", provider);
    signature.initSign(identity.privateKey());
    byte[] data = new byte[105];
    long made = 0;
    while (System.nanoTime() < until) {
      data[0]++;
      signature.update(data);
      signature.sign();
      made++;
    }
    return made;
  }

  /** Whole files, written one after the other to where a connection's buffer would be. */
  private long pass(long until) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(100_000);
    long made = 0;
    while (System.nanoTime() < until) {
      file.reset();
      next().writeTo(file);
      made++;
    }
    return made;
  }

  private Zip.Archive next() {
    long number = numbers.incrementAndGet();
    CardContent card = card(number);
    return ours.draft(ref(number), card).pkpass();
  }

  private long other(long until) throws Exception {
    long made = 0;
    while (System.nanoTime() < until) {
      long number = numbers.incrementAndGet();
      jpasskit.pass(ref(number), card(number));
      made++;
    }
    return made;
  }

  private static CardContent card(long number) {
    return TestCards.bench(number);
  }

  private static PassRef ref(long number) {
    return new PassRef(
        1,
        number,
        "1-serial" + number,
        "1-token" + number,
        "0123456789abcdef" + number,
        1,
        ISSUED,
        ISSUED,
        null,
        null,
        false);
  }

  private void verify() throws Exception {
    Path folder = Files.createTempDirectory("kartela-passes");
    try {
      PassFile file = new PassFile(next().bytes());
      String said = file.openssl(folder, ca.rootPem());
      if (!said.startsWith("0 ") || !file.hashes().equals(file.manifest())) {
        throw new IllegalStateException("openssl refuses the pass: " + said);
      }
      System.out.println("openssl verifies the passes; " + file.files.size() + " files each");
    } finally {
      try (var files = Files.list(folder)) {
        for (Path one : files.toList()) {
          Files.delete(one);
        }
      }
      Files.delete(folder);
    }
  }

  /** The machine's own openssl, for comparison. */
  private static void openssl() throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("openssl", "speed", "-seconds", "2", "rsa2048")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher line = Pattern.compile("rsa 2048 bits\\s+\\S+\\s+\\S+\\s+([0-9.]+)").matcher(said);
      System.out.println(
          process.waitFor() == 0 && line.find()
              ? "openssl speed: " + line.group(1) + " RSA-2048 signatures/s and core"
              : "openssl speed tells nothing");
    } catch (IOException e) {
      System.out.println("no openssl on this machine");
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

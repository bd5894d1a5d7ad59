package io.kartela.service;

import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Loading;
import io.kartela.service.platform.config.Ports;
import io.kartela.service.platform.embedded.EmbeddedPostgresException;
import io.kartela.service.platform.http.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts the service and keeps it until it is told to stop. Exit codes: 0 stopped, 1 could not
 * start, 2 bad settings.
 */
public final class App {
  private App() {}

  public static void main(String[] args) throws InterruptedException {
    switch (Config.load(args, System.getenv())) {
      case Loading.Help(String text) -> System.out.println(text);
      case Loading.Mistakes mistakes -> {
        System.err.println(mistakes.text());
        System.exit(2);
      }
      case Loading.Loaded(Config config) -> run(config);
      case Loading.Command(Config config, Loading.Task task) -> command(config, task);
    }
  }

  /** A bad description exits with 2, as bad settings do. */
  private static void command(Config config, Loading.Task task) {
    logging(config);
    try {
      System.out.println(OperatorCommand.run(config, task, Clock.tickMillis(ZoneOffset.UTC)));
    } catch (Problem e) {
      System.err.println(OperatorCommand.text(e));
      System.exit(2);
    } catch (EmbeddedPostgresException | StartException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private static void run(Config config) throws InterruptedException {
    logging(config);
    Optional<String> trouble = Ports.trouble(config.http().host(), config.http().port());
    if (trouble.isPresent()) {
      fail(trouble.get());
    }
    Kartela kartela = null;
    try {
      kartela = Kartela.start(config, Clock.tickMillis(ZoneOffset.UTC));
    } catch (EmbeddedPostgresException | StartException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(App.class).error("Kartela cannot start", e);
      fail("Kartela cannot start: " + e.getMessage());
    }
    if (kartela == null) {
      return;
    }
    Kartela started = kartela;
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(
                    () -> {
                      started.close();
                      stopped.countDown();
                    }));
    System.out.println(started.welcome());
    stopped.await();
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }

  private static void logging(Config config) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (LoggerFactory.getLogger("io.kartela") instanceof ch.qos.logback.classic.Logger logger) {
      logger.setLevel(ch.qos.logback.classic.Level.toLevel(config.logLevel().text()));
    }
  }
}

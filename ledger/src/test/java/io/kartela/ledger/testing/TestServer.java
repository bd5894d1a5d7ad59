package io.kartela.ledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A started server; it ends with the JVM. */
interface TestServer {
  /** JDBC address of a database, credentials of a superuser included. */
  String url(String database);

  static TestServer start() {
    String external = System.getProperty("kartela.test.pg.url");
    if (external != null) {
      return database -> external.replaceFirst("(//[^/]+/)[^?]*", "$1" + database);
    }
    boolean durable = Boolean.getBoolean("kartela.test.pg.durable");
    return !durable && dockerAnswers() ? container() : embedded(durable);
  }

  private static boolean dockerAnswers() {
    // Asking Testcontainers is slow and loud where there is plainly no engine.
    boolean likely =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    try {
      return likely && DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static TestServer container() {
    Logger log = LoggerFactory.getLogger(TestServer.class);
    try {
      String image = System.getProperty("kartela.test.pg.image", "postgres:15");
      PostgreSQLContainer container = new PostgreSQLContainer(image).withUsername("postgres");
      container.start(); // Testcontainers' own reaper ends it with the JVM
      String address = container.getHost() + ":" + container.getMappedPort(5432);
      String credentials = "?user=postgres&password=" + container.getPassword();
      return database -> "jdbc:postgresql://" + address + "/" + database + credentials;
    } catch (RuntimeException e) {
      log.warn("Docker answers but cannot run PostgreSQL, using the embedded one", e);
      return embedded(false);
    }
  }

  private static TestServer embedded(boolean durable) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("max_wal_size", "2GB")
              .setServerConfig("max_connections", "200");
      if (durable) {
        builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
      }
      EmbeddedPostgres postgres = builder.start();
      return database -> postgres.getJdbcUrl("postgres", database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

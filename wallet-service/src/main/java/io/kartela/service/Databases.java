package io.kartela.service;

import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.embedded.DataFolder;
import io.kartela.service.platform.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Opens the database that the settings name, its schema brought up to date. */
final class Databases {
  private Databases() {}

  static Database open(Config config, DataFolder folder, Closing closing) {
    return switch (config.database()) {
      case Config.Database.Embedded embedded -> {
        EmbeddedPostgres server = closing.add(EmbeddedPostgres.start(folder));
        server.keepRunning(
            status -> {
              // Without its database the service can do nothing; whoever runs it starts both again.
              System.err.println(
                  "The embedded PostgreSQL ended and cannot be started again; stopping.");
              System.exit(1);
            });
        migrate(
            Database.dataSource(server.jdbcUrl(), server.user(), server.password()),
            server.serviceUser());
        yield closing.add(
            Database.open(
                server.jdbcUrl(),
                server.serviceUser(),
                server.servicePassword(),
                embedded.poolSize()));
      }
      case Config.Database.External external -> external(external, closing);
    };
  }

  private static void migrate(DataSource owner, String serviceUser) {
    try {
      Database.migrate(owner, serviceUser);
    } catch (FlywayValidateException e) {
      throw new StartException(
          "The data was made by another version of Kartela whose database scripts differ from this"
              + " one's; use another data folder, or --fresh to erase this one.",
          e);
    }
  }

  private static Database external(Config.Database.External external, Closing closing) {
    Config.Login owner = external.migrationLogin();
    Config.Login service = external.service();
    try {
      migrate(Database.dataSource(external.jdbcUrl(), owner.user(), reveal(owner)), service.user());
      return closing.add(
          Database.open(external.jdbcUrl(), service.user(), reveal(service), external.poolSize()));
    } catch (StartException e) {
      throw e;
    } catch (RuntimeException e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      throw new StartException("The database cannot be used: " + root.getMessage(), e);
    }
  }

  private static String reveal(Config.Login login) {
    return login.password().map(Secret::reveal).orElse("");
  }
}

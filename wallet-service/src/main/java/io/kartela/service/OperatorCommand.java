package io.kartela.service;

import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Loading;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.embedded.DataFolder;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.operator.OpenedMerchants;
import io.kartela.service.shop.operator.Openings;
import io.kartela.service.shop.operator.OperatorAudit;
import io.kartela.service.shop.operator.OperatorKey;
import io.kartela.service.shop.staff.Invitations;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the operator asks for on the command line, on the same database as the service's. */
final class OperatorCommand {
  private OperatorCommand() {}

  static String run(Config config, Loading.Task task, InstantSource clock) {
    try (Closing closing = new Closing()) {
      DataFolder folder = closing.add(DataFolder.open(config.dataFolder(), false));
      Database database = Databases.open(config, folder, closing);
      return switch (task) {
        case Loading.Task.NewOperatorKey() -> key(config, database, clock).renew();
        case Loading.Task.OpenMerchant(Path file) -> {
          List<Class<?>> entities = new ArrayList<>(Stores.ENTITIES);
          entities.add(Merchants.ENTITY);
          entities.add(Sessions.ENTITY);
          Jpa jpa = closing.add(new Jpa(database, entities));
          Ids ids = new Ids(database);
          Operators operators =
              operators(
                  database,
                  jpa,
                  ids,
                  new Merchants(database, jpa, clock),
                  new Programs(database, clock),
                  new Stores(jpa, ids, clock),
                  clock,
                  config.http().publicUrl(config.http().port()));
          yield Http.JSON
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(operators.openings.open(read(file)));
        }
      };
    }
  }

  /** The operator's parts, which the service and the command share. */
  record Operators(Openings openings, OpenedMerchants merchants, Invitations invitations) {}

  static Operators operators(
      Database database,
      Jpa jpa,
      Ids ids,
      Merchants merchants,
      Programs programs,
      Stores stores,
      InstantSource clock,
      URI publicUrl) {
    OperatorAudit audit = new OperatorAudit(new Audit(ids, clock), ids, clock);
    Invitations invitations = new Invitations(jpa, ids, clock);
    return new Operators(
        new Openings(
            jpa,
            ids,
            merchants,
            (c, merchantId, program) -> {
              int _ = programs.publish(c, merchantId, program, "Kartela");
            },
            stores,
            invitations,
            audit,
            publicUrl),
        new OpenedMerchants(database, merchants, audit, clock),
        invitations);
  }

  static OperatorKey key(Config config, Database database, InstantSource clock) {
    return new OperatorKey(database, clock, config.operatorKey().map(Secret::reveal));
  }

  /** A refusal for the console: each field with what is wrong with it. */
  static String text(Problem problem) {
    return problem.errors().isEmpty()
        ? problem.text(Lang.EN)
        : problem.errors().stream()
            .map(e -> "  - " + e.field() + ": " + e.en())
            .collect(
                Collectors.joining(
                    "\n", "The merchant is not opened; its description says:\n", ""));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartException("The file " + file + " cannot be read", e);
    }
  }
}

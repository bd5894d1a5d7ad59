package io.kartela.service;

import io.kartela.service.guide.Beginnings;
import io.kartela.service.platform.House;
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
import io.kartela.service.platform.outbox.Wake;
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
          House house =
              new House(
                  database, ids, clock, config.http().publicUrl(config.http().port()), new Wake());
          Operators operators =
              operators(
                  house,
                  jpa,
                  new Merchants(database, jpa, clock),
                  new Programs(database, clock),
                  new Stores(jpa, ids, clock));
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
      House house, Jpa jpa, Merchants merchants, Programs programs, Stores stores) {
    OperatorAudit audit =
        new OperatorAudit(new Audit(house.ids(), house.clock()), house.ids(), house.clock());
    Invitations invitations = new Invitations(jpa, house.ids(), house.clock());
    return new Operators(
        new Openings(house, jpa, merchants, new Beginnings(programs), stores, invitations, audit),
        new OpenedMerchants(house.database(), merchants, audit, house.clock()),
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

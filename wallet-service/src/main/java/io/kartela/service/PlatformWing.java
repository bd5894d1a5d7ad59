package io.kartela.service;

import io.kartela.certs.Vault;
import io.kartela.service.member.profile.Enrolment;
import io.kartela.service.message.campaign.CampaignFeature;
import io.kartela.service.platform.House;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.embedded.DataFolder;
import io.kartela.service.platform.http.ClientAddress;
import io.kartela.service.platform.http.ConnectionLimits;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.platform.http.KnownHosts;
import io.kartela.service.platform.http.OperatorRoutes;
import io.kartela.service.platform.http.Outages;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.outbox.Wake;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What every feature stands on: settings, data folder, database, the house, the web server. */
final class PlatformWing {
  final Config config;
  final Closing closing;
  final DataFolder folder;
  final House house;
  final Jpa jpa;
  final Vault vault;
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final Outages outages = new Outages();
  private final int port;

  PlatformWing(Config config, InstantSource clock, Closing closing) {
    this.config = config;
    this.closing = closing;
    this.folder = closing.add(DataFolder.open(config.dataFolder(), config.freshData()));
    this.port = config.http().port() == 0 ? freePort() : config.http().port();
    URI publicUrl = config.http().publicUrl(port);
    Database database = Databases.open(config, folder, closing);
    this.jpa = closing.add(new Jpa(database, entities()));
    this.house = new House(database, new Ids(database), clock, publicUrl, new Wake());
    this.vault = VaultKeys.open(config.masterKey(), folder.path());
  }

  private static List<Class<?>> entities() {
    List<Class<?>> entities = new ArrayList<>(Stores.ENTITIES);
    entities.add(Merchants.ENTITY);
    entities.add(Sessions.ENTITY);
    entities.add(Enrolment.ENTITY);
    entities.add(CampaignFeature.ENTITY);
    return entities;
  }

  /** Where this machine itself finds the door. */
  URI here() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Opens the door; says where it listens. */
  URI serve(List<Routes> routes) {
    closing.add(new HttpServer(address(), port, meters, routes, door(), outages));
    return config.http().local(port);
  }

  private Door door() {
    Config.Access access = config.access();
    return new Door(
        new KnownHosts(house.publicUrl(), access.hosts()),
        new ClientAddress(access.proxies(), access.forwarded()),
        ConnectionLimits.USUAL.withConnections(
            access.maxConnections(), access.maxConnectionsPerAddress()));
  }

  OperatorRoutes.Metrics metrics() {
    return config
        .access()
        .metricsToken()
        .map(token -> OperatorRoutes.Metrics.by(token.reveal()))
        .orElse(
            config.mode() == Config.Mode.DEMO
                ? OperatorRoutes.Metrics.OPEN
                : OperatorRoutes.Metrics.CLOSED);
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(config.http().host());
    } catch (UnknownHostException e) {
      throw new StartException("The address to listen on is not known: " + config.http().host(), e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartException("No port is free", e);
    }
  }
}

package io.kartela.service;

import io.kartela.push.mailbox.Mailbox;
import io.kartela.service.demo.DemoHistory;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.demo.DemoWelcome;
import io.kartela.service.platform.House;
import io.kartela.service.platform.config.Config;
import io.kartela.service.program.Programs;
import io.kartela.service.simulator.ChatBots;
import io.kartela.service.simulator.DemoBrowsers;
import io.kartela.service.simulator.DemoCalls;
import io.kartela.service.simulator.Simulator;
import io.kartela.service.simulator.SimulatorRoutes;
import java.util.Optional;

/** The demonstration: its shop, its past, and phones that are played. */
final class DemoWing {
  private final PlatformWing platform;
  private final ShopWing shop;
  private final Optional<Simulator> phones;
  private final Optional<DemoShop.Shop> demo;

  DemoWing(PlatformWing platform, ShopWing shop, Programs programs, Optional<Simulator> phones) {
    this.platform = platform;
    this.shop = shop;
    this.phones = phones;
    this.demo =
        platform.config.mode() == Config.Mode.DEMO
            ? Optional.of(
                new DemoShop(
                        shop.merchants,
                        programs,
                        shop.stores,
                        shop.sessions,
                        shop.goods,
                        platform.house.ids())
                    .open(platform.folder.path()))
            : Optional.empty();
  }

  Optional<SimulatorRoutes> routes(
      Mailbox mailbox, ChatBots bots, DemoCalls calls, DemoBrowsers browsers) {
    return phones.flatMap(
        played ->
            demo.map(
                own ->
                    new SimulatorRoutes(
                        played,
                        mailbox,
                        bots,
                        calls,
                        browsers,
                        () -> DemoWelcome.info(platform.house.publicUrl(), own.credentials()))));
  }

  /** Begins once the service answers. */
  void start(MemberWing members, boolean withHistory) {
    phones.ifPresent(Simulator::start);
    demo.ifPresent(own -> DemoHistory.closeTills(shop.tillRules, own.credentials().merchantId()));
    demo.filter(own -> own.fresh() && withHistory).ifPresent(own -> writeHistory(own, members));
  }

  /** The demo shop's year is written while people look around. */
  private void writeHistory(DemoShop.Shop own, MemberWing members) {
    House house = platform.house;
    DemoHistory history =
        new DemoHistory(
            at -> members.enrolment(house.at(() -> at)),
            own.credentials(),
            shop.tillRules,
            house.publicUrl(),
            house.clock().instant());
    Thread writer = Thread.ofVirtual().name("demo-history").start(history::write);
    platform.closing.add(writer::interrupt);
  }

  String welcome() {
    return demo.map(
            own ->
                DemoWelcome.text(
                    platform.house.publicUrl(), own.credentials(), platform.config.simulator()))
        .orElse("Kartela is ready: " + platform.house.publicUrl());
  }
}

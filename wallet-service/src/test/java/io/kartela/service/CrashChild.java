package io.kartela.service;

import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Loading;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;

/** The service in a process of its own, to be killed: as {@link App}, less the demo shop's past. */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] args) throws InterruptedException {
    if (!(Config.load(args, System.getenv()) instanceof Loading.Loaded(Config config))) {
      throw new IllegalArgumentException("bad settings");
    }
    Kartela kartela = Kartela.start(config, Clock.tickMillis(ZoneOffset.UTC), false);
    Runtime.getRuntime().addShutdownHook(new Thread(kartela::close));
    new CountDownLatch(1).await();
  }
}

package io.kartela.service.demo;

import io.kartela.service.simulator.DemoInfo;
import java.net.URI;

/** What the console says to a newcomer. */
public final class DemoWelcome {
  private DemoWelcome() {}

  public static String text(URI url, DemoShop.Credentials shop) {
    return """

    Kartela is ready.  The demo shop is «Зерно»; everything runs on this machine.

      Start here         %1$s/
      Sign-up page       %1$s/join/%2$s
      Phone              %1$s/phone
      Mailbox (SMS)      %1$s/mailbox
      Till               %1$s/till       register key  %3$s
      Cabinet            %1$s/cabinet    e-mail  %4$s   password  %5$s
      API                %1$s/openapi

    Ctrl-C stops everything; the data stays for the next start.
    """
        .formatted(url, DemoShop.SLUG, shop.registerKey(), shop.email(), shop.password());
  }

  /** The same for the start page. */
  public static DemoInfo info(URI url, DemoShop.Credentials shop) {
    return new DemoInfo(
        DemoShop.SLUG,
        shop.email(),
        shop.password(),
        shop.registerKey(),
        new DemoInfo.Pages(
            url + "/cabinet",
            url + "/till",
            url + "/join/" + DemoShop.SLUG,
            url + "/phone",
            url + "/mailbox",
            url + "/openapi"));
  }
}

package io.kartela.service.demo;

import io.kartela.service.simulator.DemoInfo;
import java.net.URI;

/** What the console says to a newcomer. */
public final class DemoWelcome {
  private DemoWelcome() {}

  /**
   * Only addresses that exist.
   *
   * @param simulator whether there are phones and a mailbox
   */
  public static String text(URI url, DemoShop.Credentials shop, boolean simulator) {
    return
"""

    Kartela is ready.  The demo shop is «Зерно»; everything runs on this machine.

%6$s      Sign-up page       %1$s/join/%2$s
%7$s      Till               %1$s/till       register key  %3$s
      Cabinet            %1$s/cabinet    e-mail  %4$s   password  %5$s
      API                %1$s/openapi

    Ctrl-C stops everything; the data stays for the next start.
"""
        .formatted(
            url,
            DemoShop.SLUG,
            shop.registerKey(),
            shop.email(),
            shop.password(),
            simulator ? "      Start here         " + url + "/\n" : "",
            simulator
                ? "      Phone              "
                    + url
                    + "/phone\n      Mailbox (SMS)      "
                    + url
                    + "/mailbox\n"
                : "");
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

package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom a campaign would reach is counted where the members are, however many. */
class AudienceTest extends WithShops {
  private static final int MEMBERS = 50_000;
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  @Test
  void askingTakesNoMemoryForEveryMember() {
    TestShop shop = maker.open("audience", PROGRAM);
    Api owner = shop.owner();
    String phones = shop.member();
    shop.signUp(Map.of("consentMessages", false));
    multiply(phones);
    hold(shop, phones, "one");
    hold(shop, phones, "two");
    JsonNode first = owner.get("/api/v1/campaigns/audience").expect(200);
    assertEquals(MEMBERS + 2, first.path("members").asInt());
    assertEquals(1, first.path("withWallet").asInt());
    assertEquals(2, first.path("apple").asInt());
    assertEquals(0, first.path("google").asInt());
    assertEquals(
        MEMBERS + 2,
        owner.get("/api/v1/campaigns/audience?tier=base").expect(200).path("members").asInt());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    owner.get("/api/v1/campaigns/audience").expect(200);
    long taken = threads.getTotalThreadAllocatedBytes() - before;
    assertTrue(taken < 50L * MEMBERS, () -> taken + " bytes for " + MEMBERS + " members");
  }

  private void multiply(String member) {
    for (String table : new String[] {"member", "member_standing"}) {
      String columns =
          kartela.text(
              "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE"
                  + " table_schema = 'kartela' AND is_generated = 'NEVER' AND table_name = '"
                  + table
                  + "'");
      String copied =
          Arrays.stream(columns.split(",", -1))
              .map(
                  column ->
                      switch (column) {
                        case "member_id" -> "9000000000 + g";
                        case "phone" -> "'+7999' || lpad(g::text, 7, '0')";
                        default -> column;
                      })
              .collect(Collectors.joining(","));
      kartela.execute(
          "INSERT INTO kartela.%s (%s) SELECT %s FROM kartela.%1$s, generate_series(1, %d) g WHERE member_id = %s"
              .formatted(table, columns, copied, MEMBERS, member));
    }
    kartela.execute("ANALYZE");
  }

  private void hold(TestShop shop, String member, String device) {
    kartela.execute(
        "INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at) VALUES"
            + " (%d, '%s', '%s', now())".formatted(shop.id(), device, device));
    kartela.execute(
        """
        INSERT INTO kartela.apple_registration (merchant_id, device_id, serial, registered_at)
        SELECT merchant_id, '%s', serial, now() FROM kartela.pass WHERE member_id = %s
        """
            .formatted(device, member));
  }
}

package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.shop.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of members as a file: what is seen, all of it, and nothing that a spreadsheet runs. */
class MemberExportTest extends WithShops {
  private static final String EXPORT = "/api/v1/members/export";

  @Test
  void theFileHoldsWhatIsSeen() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("export", "");
    Api owner = scene.shop.owner();
    scene.shop.signUp(Map.of("name", "=1+1", "phone", "+79160010001"));
    String anna =
        scene
            .shop
            .signUp(Map.of("name", "Анна", "phone", "+79160010002"))
            .path("memberId")
            .asString();
    scene.buy(Bill.of("100.50").by(anna));
    String columns = "&columns=name,phone,spent,purchases,lastPurchase";
    List<String> lines = lines(owner.get(EXPORT + "?sort=name&lang=ru" + columns));
    assertEquals(
        List.of(
            "\"Имя\";\"Телефон\";\"Сумма покупок\";\"Покупок\";\"Последняя покупка\"",
            "\"'=1+1\";\"'+79160010001\";\"0\";\"0\";\"\"",
            "\"Анна\";\"'+79160010002\";\"100,50\";\"1\";\"2026-11-20\""),
        lines);
    List<String> found = lines(owner.get(EXPORT + "?q=0010002&lang=en&columns=name,spent"));
    assertEquals(List.of("\"Name\",\"Total spent\"", "\"Анна\",\"100.50\""), found);
    JsonNode entries = owner.get("/api/v1/audit?kind=MEMBERS_EXPORTED").expect(200).path("items");
    assertEquals(2, entries.size());
    scene.shop.as(Role.CASHIER).get(EXPORT).refused(403, "FORBIDDEN");
    owner.get(EXPORT + "?columns=password").refused(400, "INVALID_PARAMETER");
  }

  @Test
  void theSameIsToBeHadAsExcel() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("export-excel", "");
    String anna =
        scene
            .shop
            .signUp(Map.of("name", "=Анна", "phone", "+79160010002"))
            .path("memberId")
            .asString();
    scene.buy(Bill.of("100.50").by(anna));
    Answer file =
        scene
            .shop
            .owner()
            .get(EXPORT + "?format=xlsx&lang=ru&columns=name,phone,spent,purchases,lastPurchase")
            .expectStatus(200);
    assertEquals("attachment; filename=\"members.xlsx\"", file.header("Content-Disposition"));
    List<List<String>> rows = new ArrayList<>();
    assertTrue(Sheets.read(file.bytes(), (number, cells) -> rows.add(cells)));
    assertEquals(
        List.of(
            List.of("Имя", "Телефон", "Сумма покупок", "Покупок", "Последняя покупка"),
            List.of("=Анна", "+79160010002", "100.5", "1", "2026-11-20")),
        rows);
  }

  @Test
  void nobodyIsLostBetweenTheParts() {
    Scene scene = scene("export-many", "");
    Api owner = scene.shop.owner();
    scene.shop.member();
    kartela.execute(
        """
        INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, created_at)
        SELECT %1$d, 9000000000 + i, '+7900' || lpad(i::text, 7, '0'), 'Имя ' || i, 'ru', 'ACTIVE', now()
        FROM generate_series(1, 5000) i;
        INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since)
        SELECT %1$d, 9000000000 + i, (SELECT tier FROM kartela.member_standing WHERE merchant_id = %1$d LIMIT 1), now()
        FROM generate_series(1, 5000) i
        """
            .formatted(scene.shop.id()));
    List<String> lines = lines(owner.get(EXPORT + "?columns=phone"));
    assertEquals(5002, lines.size());
    assertEquals(5002, lines.stream().distinct().count());
  }

  private static List<String> lines(Answer answer) {
    String text = answer.expectStatus(200).text();
    assertTrue(text.startsWith("\ufeff"), "says that it is UTF-8");
    return text.substring(1).lines().toList();
  }
}

package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.postgres.SelfCheck;
import io.kartela.service.code.CardLock;
import io.kartela.service.platform.db.Database;
import io.kartela.service.shop.staff.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Members from another system. */
class MemberImportTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500},"
          + "{'id':'gold','name':{'ru':'Золотой','en':'Gold'},'rank':2,'earnBp':900}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  private static final List<String> TITLES =
      List.of(
          "Телефон",
          "ФИО",
          "Дата рождения",
          "Номер карты",
          "Бонусный баланс",
          "Уровень",
          "Метки",
          "E-mail");

  private static final List<List<?>> ROWS =
      List.of(
          List.of(
              "8 (916) 300-00-01",
              "Анна Королёва",
              LocalDate.of(1990, 2, 28),
              "8500001",
              new BigDecimal("1234.5"),
              "золотой",
              "VIP, сосед",
              "Anna@Example.com"),
          List.of(79163000002L, "Пётр", "29.02.1992", 8500002, "0", "", "vip", ""),
          List.of("9163000003", "", "", "", "10,01", "Gold", "", ""));

  private static byte[] table() {
    return Brought.xlsx(TITLES, ROWS);
  }

  private static JsonNode member(Api owner, String q) {
    JsonNode found = owner.get("/api/v1/members?q=" + q).expect(200).path("items");
    assertEquals(1, found.size(), q);
    return owner.get("/api/v1/members/" + found.get(0).path("id").asString()).expect(200);
  }

  private static int total(Api owner) {
    return owner.get("/api/v1/members?limit=1").expect(200).path("total").asInt();
  }

  private static long available(JsonNode member) {
    return member.at("/balance/available").asLong();
  }

  @Test
  void membersComeWithAllThatTheyBringAlong() {
    Scene scene = scene("members-file", PROGRAM);
    Api owner = scene.shop.owner();
    Brought file = Brought.of(owner, "MEMBERS", table());
    assertEquals(
        List.of("phone", "name", "birthday", "card", "balance", "tier", "tags", "email"),
        file.columns());
    assertEquals("3 0 0 0", file.checked().counts());
    assertEquals(0, total(owner));
    assertEquals("3 0 0 0", file.run().counts());
    JsonNode anna = member(owner, "9163000001");
    assertEquals("Анна Королёва", anna.path("name").asString());
    assertEquals("anna@example.com", anna.path("email").asString());
    assertEquals("1990-02-28", anna.path("birthDate").asString());
    assertEquals("gold", anna.at("/tier/id").asString());
    assertEquals(123_450, available(anna));
    assertFalse(anna.path("consentMessages").asBoolean());
    String id = anna.path("id").asString();
    assertEquals(
        0, owner.get("/api/v1/members/" + id + "/consents").expect(200).path("items").size());
    assertEquals(
        id,
        scene
            .shop
            .register()
            .post("/api/v1/scans", Map.of("text", "8500001"))
            .expect(200)
            .path("memberId")
            .asString());
    assertEquals(1_001, available(member(owner, "9163000003")));
    assertEquals("[\"VIP\"]", member(owner, "9163000002").path("tags").toString());
    assertEquals("0 0 3 0", Brought.of(owner, "MEMBERS", table()).checked().run().counts());
    assertEquals(123_450, available(member(owner, "9163000001")));
    assertEquals(3, total(owner));
    addsUp(scene);
  }

  private void addsUp(Scene scene) {
    try (Database database = kartela.open()) {
      assertEquals(
          List.of(), database.inTransaction(c -> new SelfCheck().merchant(c, scene.shop.id())));
    }
  }

  @Test
  void whatIsWrongIsToldByItsRow() {
    Scene scene = scene("members-wrong", PROGRAM);
    Api owner = scene.shop.owner();
    Brought first = Brought.of(owner, "MEMBERS", table()).checked().run();
    assertEquals("3 0 0 0", first.counts());
    Brought file =
        Brought.of(
                owner,
                "MEMBERS",
                Brought.csv(
                    """
                    phone;name;card;balance;level;birthday
                    нет телефона;А;;;;
                    +7 916 400-00-01;Б;8500001;;;
                    +7 916 400-00-02;В;;12,345;;
                    +7 916 400-00-03;Г;;;Платина;
                    +7 916 400-00-04;Д;;;;31.02.1990
                    +7 916 400-00-05;Е;;;;
                    8 916 400-00-05;Ж;;;;
                    ;З;;5;;
                    ;И;8500777;;;
                    +7 916 300-00-01;Другое имя;;2000;;
                    +7 916 400-00-06;К;89164000099;;;
                    +7 916 400-00-07;Л;;-50;;
                    """))
            .checked()
            .run();
    assertEquals("1 0 1 10", file.counts());
    assertEquals(
        List.of(
            "2: телефон не распознан: нет телефона",
            "3: карта 8500001 уже у другого участника",
            "4: в балансе больше двух знаков после запятой: 12,345",
            "5: в программе нет уровня «Платина»",
            "6: дата рождения не читается: 31.02.1990",
            "8: +79164000005: уже есть в строке 7",
            "9: нет ни телефона, ни карты",
            "10: карта никому не выдана, а для нового участника нужен телефон",
            "11: баланс уже перенесён: 1234.50; в файле 2000 — второй раз не начислено",
            "12: 89164000099: Этот номер на кассе приняли бы за телефон: такую карту не выдать",
            "13: отрицательный баланс: -50"),
        file.remarks());
    JsonNode anna = member(owner, "9163000001");
    assertEquals("Анна Королёва", anna.path("name").asString());
    assertEquals(123_450, available(anna));
    assertTrue(file.remarksFile().contains("Платина"), file.remarksFile());
  }

  @Test
  void aTierThatIsNotTakenOverIsTold() {
    Scene scene = scene("members-tier", PROGRAM);
    Api owner = scene.shop.owner();
    scene.shop.signUp(Map.of("name", "Ольга", "phone", "+79165000008"));
    String list = "Телефон;Уровень\n79165000008;%s";
    Brought same =
        Brought.of(owner, "MEMBERS", Brought.csv(list.formatted("База"))).checked().run();
    assertEquals("0 0 1 0", same.counts());
    assertEquals(List.of(), same.remarks());
    Brought other =
        Brought.of(owner, "MEMBERS", Brought.csv(list.formatted("gold"))).checked().run();
    assertEquals("0 0 1 0", other.counts());
    assertEquals(List.of("2: уровень остался «База»; в файле «Золотой»"), other.remarks());
  }

  @Test
  void onlyWhatIsEmptyIsFilled() {
    Scene scene = scene("members-fill", PROGRAM);
    Api owner = scene.shop.owner();
    scene.shop.signUp(Map.of("name", "Ольга", "phone", "+79165000001"));
    Brought file =
        Brought.of(
            owner,
            "MEMBERS",
            Brought.csv("Телефон;Имя;Почта;Карта;Баллы\n79165000001;Оля;olga@x.example;777001;15"));
    assertEquals("0 1 0 0", file.checked().run().counts());
    JsonNode olga = member(owner, "9165000001");
    assertEquals("Ольга", olga.path("name").asString());
    assertEquals("olga@x.example", olga.path("email").asString());
    assertEquals(1_500, available(olga));
    // By the card, and by another way of writing it.
    Brought byCard = Brought.of(owner, "MEMBERS", Brought.csv("Карта;ДР\n0777001;03.12.1980"));
    assertEquals("0 1 0 0", byCard.checked().run().counts());
    assertEquals("1980-12-03", member(owner, "9165000001").path("birthDate").asString());
  }

  @Test
  void whatMembersBroughtAlongIsNotCreditedAgainAfterAMerge() {
    Scene scene = scene("members-merged", PROGRAM);
    Api owner = scene.shop.owner();
    Brought.of(owner, "MEMBERS", table()).checked().run();
    String anna = member(owner, "9163000001").path("id").asString();
    String stays = scene.shop.member();
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", anna, "reason", "one person"))
        .expect(201);
    // What Anna had said went along with her, so that nothing is left to fill.
    assertEquals("0 0 3 0", Brought.of(owner, "MEMBERS", table()).checked().run().counts());
    assertEquals(123_450, available(owner.get("/api/v1/members/" + stays).expect(200)));
    addsUp(scene);
  }

  @Test
  void anImportIsTakenBackButForWhatHasHappenedSince() {
    Scene scene = scene("members-undo", PROGRAM);
    Api owner = scene.shop.owner();
    Brought file = Brought.of(owner, "MEMBERS", table()).checked().run();
    scene.buy(Bill.of("100").by(member(owner, "9163000002").path("id").asString()));
    JsonNode back = file.undone().view().at("/result/takenBack");
    assertEquals(2, back.path("taken").asInt(), back.toString());
    assertEquals(2, back.path("credits").asInt());
    assertEquals(1, back.path("kept").asInt());
    assertEquals(1, total(owner));
    scene
        .shop
        .register()
        .post("/api/v1/scans", Map.of("text", "8500001"))
        .refused(404, "CARD_NOT_FOUND");
    assertEquals("2 0 1 0", Brought.of(owner, "MEMBERS", table()).checked().run().counts());
    assertEquals(123_450, available(member(owner, "9163000001")));
    addsUp(scene);
  }

  @Test
  void balancesAreTheOwnersBusiness() {
    Scene scene = scene("members-roles", PROGRAM);
    Api marketer = scene.shop.as(Role.MARKETER);
    Brought file = Brought.of(marketer, "MEMBERS", table());
    List<String> columns = new ArrayList<>(file.columns());
    assertEquals("", columns.get(4));
    columns.set(4, "balance");
    marketer
        .post(
            "/api/v1/imports/" + file.view().path("id").asString() + "/check",
            Map.of("columns", columns))
        .refused(403, "FORBIDDEN");
    assertEquals("3 0 0 0", file.checked().run().counts());
    file.act("undo").refused(403, "FORBIDDEN");
    Brought.send(scene.shop.as(Role.CASHIER), "MEMBERS", table()).refused(403, "FORBIDDEN");
  }

  @Test
  void whatIsStoppedStaysAndGoesOn() {
    Scene scene = scene("members-stop", PROGRAM);
    Api owner = scene.shop.owner();
    Brought file = Brought.of(owner, "MEMBERS", table()).checked();
    try (Database database = kartela.open()) {
      boolean _ =
          database.inTenant(
              scene.shop.id(),
              c -> {
                // Whoever gives cards out waits here, and the import with them.
                CardLock.alone(c, scene.shop.id());
                file.act("run").expect(202);
                Brought.of(owner, "MEMBERS", table()).act("run").refused(409, "IMPORT_BUSY");
                file.act("stop").expect(200);
                return true;
              });
    }
    assertEquals(0, total(owner));
    assertEquals("3 0 0 0", file.run().counts());
    assertEquals(3, total(owner));
  }

  /** The bench in small: more than one part, some of every part wrong. */
  @Test
  void aLongListIsTakenInParts() {
    Scene scene = scene("members-many", PROGRAM);
    Api owner = scene.shop.owner();
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      String phone = i % 100 == 99 ? "нет" : "+7916" + (7_000_000 + i);
      // Eight digits could be the number of a card that another row is just given.
      rows.add(List.of(phone, "Имя " + i, 850_000_000_000L + i, new BigDecimal(i)));
    }
    byte[] file = Brought.xlsx(List.of("Телефон", "Имя", "Карта", "Баланс"), rows);
    Brought first = Brought.of(owner, "MEMBERS", file).checked();
    assertEquals("2475 0 0 25", first.counts());
    assertEquals("2475 0 0 25", first.run().counts());
    assertEquals(26, first.remarksFile().lines().count());
    assertEquals("0 0 2475 25", Brought.of(owner, "MEMBERS", file).checked().run().counts());
    assertEquals(100_000, available(member(owner, "9167001000")));
    addsUp(scene);
  }
}

package io.kartela.service.demo;

import io.kartela.service.code.Phone;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.profile.Enrolment;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A believable year of the demo shop: regulars, occasional guests and those who stopped coming.
 * Members join through the real enrolment, receipts go through the real register API with their own
 * time, so every bonus is booked by the rules. Random but the same in every installation.
 */
public final class DemoHistory {
  private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final int MEMBERS = 90;
  private static final int DAYS = 365;

  private static final List<String> WOMEN =
      List.of(
          "Анна",
          "Мария",
          "Елена",
          "Ольга",
          "Наталья",
          "Екатерина",
          "Татьяна",
          "Ирина",
          "Дарья",
          "Полина",
          "Алиса",
          "Вера",
          "Софья",
          "Ксения",
          "Юлия");
  private static final List<String> MEN =
      List.of(
          "Александр",
          "Дмитрий",
          "Максим",
          "Сергей",
          "Андрей",
          "Алексей",
          "Иван",
          "Михаил",
          "Никита",
          "Павел",
          "Роман",
          "Тимур",
          "Глеб",
          "Фёдор",
          "Юрий");
  private static final List<String> FAMILIES =
      List.of(
          "Соколов",
          "Лебедев",
          "Козлов",
          "Новиков",
          "Морозов",
          "Волков",
          "Зайцев",
          "Павлов",
          "Семёнов",
          "Голубев",
          "Виноградов",
          "Богданов",
          "Воробьёв",
          "Фролов",
          "Беляев",
          "Тарасов",
          "Белов",
          "Комаров",
          "Орлов",
          "Киселёв");

  private final Function<Instant, Enrolment> enrolment;
  private final DemoShop.Credentials shop;
  private final TillRules rules;
  private final URI base;
  private final Instant now;
  private final Random random = new Random(20261121);
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private record Goods(String sku, String name, String category, long price, long cost) {}

  private static final List<Goods> MENU =
      List.of(
          new Goods("ESPRESSO", "Эспрессо", "coffee", 18_000, 4_500),
          new Goods("CAPPUCCINO", "Капучино", "coffee", 28_000, 8_000),
          new Goods("LATTE", "Латте", "coffee", 30_000, 9_000),
          new Goods("RAF", "Раф", "coffee", 36_000, 12_000),
          new Goods("TEA", "Чай", "tea", 22_000, 3_000),
          new Goods("CROISSANT", "Круассан", "bakery", 22_000, 9_000),
          new Goods("CHEESECAKE", "Чизкейк", "cake", 35_000, 15_000),
          new Goods("HONEYCAKE", "Медовик", "cake", 32_000, 13_000),
          new Goods("BEANS", "Зерно 250 г", "beans", 79_000, 42_000));

  private record Visit(long memberId, Instant at, int size, boolean spends) {}

  /**
   * @param enrolment makes an enrolment whose clock shows the given instant
   * @param base where this service listens
   */
  public DemoHistory(
      Function<Instant, Enrolment> enrolment,
      DemoShop.Credentials shop,
      TillRules rules,
      URI base,
      Instant now) {
    this.enrolment = enrolment;
    this.shop = shop;
    this.rules = rules;
    this.base = base;
    this.now = now;
  }

  /** Writes the year; about four thousand receipts. Stops quietly when the service stops. */
  public void write() {
    long start = System.nanoTime();
    try {
      List<Visit> visits = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        visits.addAll(member(i));
      }
      visits.sort(Comparator.comparing(Visit::at));
      buyAll(visits);
      LOG.info(
          "The demo shop's year is written: {} members, {} receipts, {} s",
          MEMBERS,
          visits.size(),
          (System.nanoTime() - start) / 1_000_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The demo shop's history stays incomplete: {}", e.toString());
    }
  }

  /** A year is older than tills may be, and nobody reads a card for what is made up. */
  private void buyAll(List<Visit> visits) throws IOException, InterruptedException {
    TillSettings usual = TillSettings.USUAL;
    rules.set(shop.merchantId(), usual.vouching(DAYS), "demo");
    try {
      int number = 0;
      for (Visit visit : visits) {
        buy(visit, ++number);
      }
    } finally {
      rules.set(shop.merchantId(), usual, "demo");
    }
  }

  /**
   * Who killed the service while the year was written left the tills open: they are as usual again.
   */
  public static void closeTills(TillRules rules, long merchantId) {
    if (rules.of(merchantId).equals(TillSettings.USUAL.vouching(DAYS))) {
      rules.set(merchantId, TillSettings.USUAL, "demo");
    }
  }

  private List<Visit> member(int i) {
    boolean woman = random.nextBoolean();
    List<String> names = woman ? WOMEN : MEN;
    String family = FAMILIES.get(random.nextInt(FAMILIES.size())) + (woman ? "а" : "");
    String name = names.get(random.nextInt(names.size())) + " " + family;
    int joined = 20 + random.nextInt(DAYS - 20);
    Instant at = moment(LocalDate.ofInstant(now, ZONE).minusDays(joined));
    LocalDate born =
        random.nextInt(3) == 0
            ? null
            : LocalDate.of(
                1960 + random.nextInt(45), 1 + random.nextInt(12), 1 + random.nextInt(28));
    Enrolment.Person person =
        new Enrolment.Person(
            new Phone(
                "+7999" + String.format(java.util.Locale.ROOT, "%07d", 1_000_003 + i * 7_919)),
            name,
            random.nextInt(10) == 0 ? Lang.EN : Lang.RU,
            born,
            random.nextInt(5) != 0);
    long id =
        enrolment
            .apply(at)
            .enrol(shop.merchantId(), person, new Evidence.OnPage("", at))
            .memberId();
    return visits(id, joined);
  }

  private List<Visit> visits(long memberId, int joined) {
    // A few come nearly every day, many now and then, some stop coming.
    double kind = random.nextDouble();
    double gap = kind < 0.12 ? 2.2 : kind < 0.5 ? 8 : 25;
    int lastDay = random.nextInt(4) == 0 ? Math.min(joined - 1, 40 + random.nextInt(120)) : 0;
    List<Visit> visits = new ArrayList<>();
    double day = joined;
    while (true) {
      day -= Math.max(0.6, gap * (0.3 + random.nextDouble() * 1.4));
      if (day < Math.max(lastDay, 1)) {
        return visits;
      }
      Instant at = moment(LocalDate.ofInstant(now, ZONE).minusDays((long) day));
      visits.add(
          new Visit(memberId, at, 1 + random.nextInt(gap < 3 ? 3 : 4), random.nextInt(5) == 0));
    }
  }

  /** A moment of that day when people drink coffee. */
  private Instant moment(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    int hour =
        weekend
            ? 10 + random.nextInt(10)
            : random.nextInt(2) == 0 ? 8 + random.nextInt(3) : 12 + random.nextInt(8);
    return day.atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60)))
        .atZone(ZONE)
        .toInstant();
  }

  private void buy(Visit visit, int number) throws IOException, InterruptedException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 1; i <= visit.size; i++) {
      Goods goods = MENU.get(i == 1 ? random.nextInt(5) : random.nextInt(MENU.size()));
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("lineNo", i);
      line.put("sku", goods.sku);
      line.put("name", goods.name);
      line.put("categories", List.of(goods.category));
      line.put("amount", goods.price);
      line.put("cost", goods.cost);
      lines.add(line);
    }
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("memberId", Long.toString(visit.memberId));
    receipt.put("number", "D" + number);
    receipt.put("at", visit.at.toString());
    receipt.put("lines", lines);
    receipt.put("spend", Map.of("mode", visit.spends ? "MAX" : "NONE"));
    String key = random.nextInt(4) == 0 ? shop.secondRegisterKey() : shop.registerKey();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/receipts"))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", "demo-" + number)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(receipt)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IOException(
          "receipt " + number + ": " + response.statusCode() + " " + response.body());
    }
  }
}

package io.kartela.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A phone of the simulator, watched through its API. */
record SimulatedPhone(Api api, String id) {

  static SimulatedPhone create(Api api, String platform) {
    JsonNode phone =
        api.post("/simulator/phones", Map.of("platform", platform, "name", "Test")).expect(201);
    return new SimulatedPhone(api, phone.path("id").asString());
  }

  JsonNode look() {
    return api.get("/simulator/phones/" + id + "?lang=en").expect(200);
  }

  void add(String card) {
    api.post("/simulator/phones/" + id + "/cards", Map.of("card", card)).expect(201);
  }

  /** The first card's field of this key, wherever it is printed. */
  String value(String key) {
    return value(look(), key);
  }

  static String value(JsonNode phone, String key) {
    JsonNode card = phone.at("/cards/0");
    for (String group :
        List.of(
            "headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields")) {
      for (JsonNode field : card.path(group)) {
        if (field.path("key").asString().equals(key)) {
          return field.path("value").asString();
        }
      }
    }
    return "";
  }

  List<String> notices() {
    return StreamSupport.stream(look().path("notices").spliterator(), false)
        .map(notice -> notice.path("text").asString())
        .toList();
  }

  /** Looks again and again until it is so; tells how long that took. */
  Duration await(Predicate<JsonNode> so) {
    long start = System.nanoTime();
    while (true) {
      JsonNode phone = look();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      if (so.test(phone)) {
        return taken;
      }
      if (taken.toSeconds() >= 20) {
        throw new AssertionError("waited in vain, the phone shows " + phone);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

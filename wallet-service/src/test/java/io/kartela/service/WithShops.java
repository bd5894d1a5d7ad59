package io.kartela.service;

import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The running service on a clock that the test holds, and shops of the test's own in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithShops {
  final TestClock clock = new TestClock();
  final TestKartela kartela;
  final TestShop.Maker maker;

  WithShops() {
    this(TestKartela::start);
  }

  WithShops(Function<TestClock, TestKartela> start) {
    this.kartela = start.apply(clock);
    this.maker = new TestShop.Maker(kartela);
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
  }

  Scene scene(String slug, String program) {
    return new Scene(kartela, maker.open(slug, program));
  }

  static String tier(Api owner, String member) {
    return owner.get("/api/v1/members/" + member).expect(200).at("/tier/id").asString();
  }

  /** What the card of somebody who signed up shows. */
  String code(JsonNode signedUp) {
    return kartela
        .api()
        .get("/api/v1/public/cards/" + signedUp.path("cardToken").asString())
        .expect(200)
        .path("code")
        .asString();
  }
}

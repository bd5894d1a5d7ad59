package io.kartela.service;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    return web(signedUp.path("cardToken").asString()).path("code").asString();
  }

  /** Puts the design in force; cards are newer by the second that HTTP dates can tell. */
  void publish(Api owner, ObjectNode design) {
    int revision = owner.get("/api/v1/design/draft").expect(200).path("revision").asInt();
    owner.put("/api/v1/design/draft", Map.of("revision", revision, "document", design)).expect(200);
    owner.post("/api/v1/design/publish", Map.of("revision", revision + 1)).expect(201);
    clock.plus(Duration.ofSeconds(2));
  }

  /** What Apple's card says. */
  JsonNode pass(String token) {
    return OpenedPass.of(kartela.api().get("/c/" + token + ".pkpass").expectStatus(200).bytes())
        .pass();
  }

  /** What the card's own page says. */
  JsonNode web(String token) {
    return kartela.api().get("/api/v1/public/cards/" + token).expect(200);
  }
}

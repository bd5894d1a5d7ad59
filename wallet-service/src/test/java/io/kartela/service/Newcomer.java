package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody who joined the demo shop by the page, with the code from the mailbox. */
record Newcomer(String memberId, String cardToken, String cardUrl) {
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  static Newcomer join(Api api, String phone, String name, boolean messages) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("phone", phone);
    body.put("name", name);
    body.put("locale", "en");
    body.put("consentTerms", true);
    body.put("consentData", true);
    body.put("consentMessages", messages);
    JsonNode started = api.post("/api/v1/public/shops/zerno/sign-ups", body).expect(202);
    JsonNode done =
        api.post(
                "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
                Map.of("code", codeFor(api, started.path("phone").asString())))
            .expect(200);
    assertEquals(true, done.path("created").asBoolean());
    return new Newcomer(
        done.path("memberId").asString(),
        done.path("cardToken").asString(),
        done.path("cardUrl").asString());
  }

  /** The newest code that the mailbox holds for this phone. */
  static String codeFor(Api api, String phone) {
    return StreamSupport.stream(
            api.get("/simulator/messages").expect(200).path("items").spliterator(), false)
        .filter(message -> message.path("to").asString().equals(phone))
        .map(message -> CODE.matcher(message.path("text").asString()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no message to " + phone));
  }
}

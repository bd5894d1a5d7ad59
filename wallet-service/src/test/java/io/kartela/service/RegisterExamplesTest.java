package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples for integrators do what they say, and the page names nothing that is not there. */
class RegisterExamplesTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  @Test
  void bothClientsWorkAShift() throws IOException, InterruptedException {
    try (TestKartela kartela = TestKartela.startWithSimulator()) {
      JsonNode member =
          kartela
              .register()
              .post(
                  "/api/v1/members",
                  Map.of(
                      "phone",
                      "+79164440001",
                      "name",
                      "Anna",
                      "consentTerms",
                      true,
                      "consentData",
                      true))
              .expect(201);
      String code =
          kartela
              .api()
              .get("/api/v1/public/cards/" + member.path("cardToken").asString())
              .expect(200)
              .path("code")
              .asString();
      Path examples = TOP.resolve("examples/register");
      ProcessBuilder shell = new ProcessBuilder("bash", examples.resolve("shift.sh").toString());
      shell.environment().put("SERVICE", kartela.url().toString());
      shell.environment().put("KEY", kartela.demoKey());
      shell.environment().put("CARD", code);
      worked(run(shell));
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      worked(
          run(
              new ProcessBuilder(
                  java,
                  examples.resolve("Shift.java").toString(),
                  kartela.url().toString(),
                  kartela.demoKey(),
                  code)));
      assertEquals(
          4,
          kartela.number("SELECT count(*) FROM kartela.receipt"),
          "two receipts at once and two made without network");
    }
  }

  private static void worked(List<String> said) {
    String all = String.join("\n", said);
    for (String word :
        List.of("to pay: 60000", "repeated: same receipt", "returned: 30000", "offline: BOOKED")) {
      assertTrue(said.contains(word), () -> word + " is missing in:\n" + all);
    }
  }

  private static List<String> run(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.environment().keySet().removeIf(name -> name.endsWith("_proxy"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    return said.lines().toList();
  }

  @Test
  void thePageNamesOnlyCodesThatExist() throws IOException {
    String page = Files.readString(TOP.resolve("docs/register-api.md"));
    var codes = java.util.regex.Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)+)`").matcher(page);
    String problems =
        Files.readString(
            TOP.resolve(
                "wallet-service/src/main/java/io/kartela/service/platform/http/ProblemCode.java"));
    String contract =
        Files.readString(TOP.resolve("wallet-service/src/main/resources/openapi.yaml"));
    int found = 0;
    while (codes.find()) {
      String code = codes.group(1);
      assertTrue(problems.contains(code) || contract.contains(code), code);
      found++;
    }
    assertTrue(found > 20, "only " + found);
    assertTrue(Files.readString(TOP.resolve("README.md")).contains("docs/register-api.md"));
  }
}

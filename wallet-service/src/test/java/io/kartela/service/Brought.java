package io.kartela.service;

import io.kartela.service.platform.sheet.XlsxWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A file that somebody brings, and what becomes of it. */
final class Brought {
  private static final Set<String> AT_WORK = Set.of("CHECKING", "RUNNING", "UNDOING");

  private final Api api;
  private JsonNode last;

  private Brought(Api api, JsonNode last) {
    this.api = api;
    this.last = last;
  }

  static Brought of(Api api, String kind, byte[] file) {
    return new Brought(api, send(api, kind, file).expect(201));
  }

  static Answer send(Api api, String kind, byte[] file) {
    return api.with("Content-Type", "application/octet-stream")
        .send("POST", "/api/v1/imports?name=list&kind=" + kind, file);
  }

  static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xlsx(List<String> titles, List<? extends List<?>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter book = new XlsxWriter(out, titles)) {
      rows.forEach(book::row);
    }
    return out.toByteArray();
  }

  private String path() {
    return "/api/v1/imports/" + last.path("id").asString();
  }

  JsonNode view() {
    return last;
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>();
    last.at("/table/columns").forEach(one -> columns.add(one.asString()));
    return columns;
  }

  /** Has it checked, by the columns as they were guessed. */
  Brought checked() {
    return checked(columns());
  }

  Brought checked(List<String> columns) {
    api.post(path() + "/check", Map.of("columns", columns)).expect(202);
    return over("CHECKED");
  }

  Brought run() {
    api.send("POST", path() + "/run", null).expect(202);
    return over("DONE");
  }

  Brought undone() {
    api.send("POST", path() + "/undo", null).expect(202);
    return over("UNDONE");
  }

  Answer act(String act) {
    return api.send("POST", path() + "/" + act, null);
  }

  private Brought over(String state) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    do {
      if (System.nanoTime() > end) {
        throw new AssertionError("still " + last);
      }
      Thread.onSpinWait();
      last = api.get(path()).expect(200);
    } while (AT_WORK.contains(last.path("state").asString()));
    if (!last.path("state").asString().equals(state)) {
      throw new AssertionError(last.toString());
    }
    return this;
  }

  /** "added changed same wrong" */
  String counts() {
    JsonNode counts = last.at("/result/counts");
    return "%d %d %d %d"
        .formatted(
            counts.path("added").asInt(),
            counts.path("changed").asInt(),
            counts.path("same").asInt(),
            counts.path("wrong").asInt());
  }

  /** What is said of rows, by row. */
  List<String> remarks() {
    List<String> all = new ArrayList<>();
    last.at("/result/remarks")
        .forEach(one -> all.add(one.path("row").asInt() + ": " + one.at("/text/ru").asString()));
    return all;
  }

  String remarksFile() {
    return api.get(path() + "/remarks?lang=ru").expectStatus(200).text();
  }
}

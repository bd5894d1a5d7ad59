package io.kartela.service.till.plastic;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.CardNumber;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Physical cards by the thousand: imported from a list or generated for the printer. */
final class BatchRoutes implements Routes {
  private static final int AT_ONCE = 1000;

  private final Sessions sessions;
  private final Batches batches;

  private record NewBatch(
      @Nullable String name,
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<Batches.@Nullable Row> cards,
      @Nullable Generate generate) {}

  private record Generate(
      @Nullable String first,
      @Nullable Integer digits,
      @Nullable Integer count,
      @Nullable String checkDigit) {}

  BatchRoutes(Sessions sessions, Batches batches) {
    this.sessions = sessions;
    this.batches = batches;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/card-batches", this::create);
    routing.get(
        "/api/v1/card-batches",
        (req, res) ->
            Http.send(
                res,
                200,
                Map.of(
                    "items",
                    batches.list(sessions.require(req, Action.CARD_BATCHES).merchantId()))));
    routing.delete("/api/v1/card-batches/{batchId}", this::remove);
    routing.get("/api/v1/card-batches/{batchId}/cards", this::blanks);
    routing.get("/api/v1/card-batches/{batchId}/cards.txt", this::forThePrinter);
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARD_BATCHES);
    NewBatch body = Http.parse(Http.body(req, Http.LARGE_BODY), NewBatch.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    check.require(
        (body.cards == null) != (body.generate == null),
        "cards",
        "REQUIRED",
        "нужно либо cards, либо generate",
        "either cards or generate is required");
    Batches.Made made;
    if (body.generate == null) {
      List<Batches.@Nullable Row> given = body.cards == null ? List.of() : body.cards;
      check.require(
          given.size() <= Batches.MAX_ROWS && (body.cards == null || !given.isEmpty()),
          "cards",
          "OUT_OF_RANGE",
          "от 1 до " + Batches.MAX_ROWS,
          "1 to " + Batches.MAX_ROWS);
      List<Batches.Row> rows = rows(check, given);
      check.done();
      made = batches.importRows(staff, name, rows);
    } else {
      Batches.Plan plan = plan(check, body.generate);
      check.done();
      made = batches.generate(staff, name, plan);
    }
    Http.send(res, 201, made);
  }

  /** Rows with nothing in them keep their place: people count them. */
  private static List<Batches.Row> rows(Check check, List<Batches.@Nullable Row> given) {
    List<Batches.Row> rows =
        given.stream()
            .limit(Batches.MAX_ROWS)
            .map(row -> row == null ? new Batches.Row(null, null, null) : row)
            .toList();
    check.require(
        given.isEmpty() || !rows.stream().allMatch(BatchRoutes::blank),
        "cards[0]",
        "REQUIRED",
        "во всех строках пусто: нужен number или uid",
        "every row is empty: number or uid is required");
    return rows;
  }

  private static boolean blank(Batches.Row row) {
    return Cells.text(row.number()).isEmpty() && Cells.text(row.uid()).isEmpty();
  }

  private static Batches.Plan plan(Check check, Generate g) {
    int count = g.count == null ? 0 : g.count;
    check.require(
        count >= 1 && count <= Batches.MAX_GENERATED,
        "generate.count",
        "OUT_OF_RANGE",
        "от 1 до " + Batches.MAX_GENERATED,
        "1 to " + Batches.MAX_GENERATED);
    check.oneOf("generate.checkDigit", g.checkDigit, "NONE", "EAN13", "LUHN");
    Batches.CheckDigit digit =
        g.checkDigit != null && List.of("EAN13", "LUHN").contains(g.checkDigit)
            ? Batches.CheckDigit.valueOf(g.checkDigit)
            : Batches.CheckDigit.NONE;
    String first = check.optional("generate.first", g.first, 30);
    int digits = first == null ? (g.digits == null ? 0 : g.digits) : first.length();
    String field = first == null ? "generate.digits" : "generate.first";
    // Twelve random digits are not guessed at a till that counts misses.
    int least = first == null ? 12 : 4;
    boolean right =
        digits >= least && digits <= 30 && (first == null || CardNumber.isDigits(first));
    check.require(
        right && (digit != Batches.CheckDigit.EAN13 || digits == 12),
        field,
        "INVALID",
        "цифры: подряд от 4 до 30, случайные от 12 до 30, для EAN-13 ровно 12",
        "digits: 4 to 30 in a row, 12 to 30 random, exactly 12 for EAN-13");
    return new Batches.Plan(first, digits, count, digit);
  }

  private void remove(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARD_BATCHES);
    long id = Http.id(req, "batchId", ProblemCode.BATCH_NOT_FOUND);
    Http.send(res, 200, batches.remove(staff, id));
  }

  private void blanks(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARD_BATCHES);
    long id = Http.id(req, "batchId", ProblemCode.BATCH_NOT_FOUND);
    Http.send(
        res,
        200,
        batches.blanks(
            staff.merchantId(), id, Http.query(req, "cursor").orElse(null), Http.limit(req)));
  }

  /**
   * A number a line, as printers of cards take them; quoted cells would be spoilt by spreadsheets.
   */
  private void forThePrinter(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CARD_BATCHES);
    long merchantId = staff.merchantId();
    long id = Http.id(req, "batchId", ProblemCode.BATCH_NOT_FOUND);
    Batches.BlankPage page = batches.blanks(merchantId, id, null, AT_ONCE);
    Http.download(res, "text/plain; charset=utf-8", "cards.txt");
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(res.outputStream(), StandardCharsets.UTF_8))) {
      while (true) {
        for (String code : page.items()) {
          out.write(code);
          out.write("\r\n");
        }
        if (page.nextCursor() == null) {
          return;
        }
        page = batches.blanks(merchantId, id, page.nextCursor(), AT_ONCE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

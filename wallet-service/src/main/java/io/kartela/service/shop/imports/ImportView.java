package io.kartela.service.shop.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as people see it.
 *
 * @param table null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    String id, String state, About about, @Nullable Table table, Progress progress, Result result) {

  /** Where it came from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record About(
      String kind, String file, String by, Instant createdAt, @Nullable Instant finishedAt) {}

  /**
   * What the file holds.
   *
   * @param columns by key, "" for those that nobody asks for
   * @param sample the first rows
   * @param fields what columns can be
   */
  record Table(
      List<String> titles, List<String> columns, List<List<String>> sample, List<Field> fields) {}

  record Field(String key, LocalText name, boolean many, boolean ownersOnly) {
    static Field of(ImportField field) {
      return new Field(field.key(), field.name(), field.many(), field.ownersOnly());
    }
  }

  record Progress(int done, int total) {}

  /**
   * What was found or done.
   *
   * @param remarks the first ones
   * @param more that there are further remarks, in the file of them
   * @param takenBack null: it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      Counts counts,
      List<Remark> remarks,
      boolean more,
      boolean canBeTakenBack,
      @Nullable TakenBack takenBack,
      @Nullable String error) {}

  /** What is said of a row. */
  record Remark(int row, boolean wrong, LocalText text) {}
}

package io.kartela.service.program;

import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.http.Check;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft as the editor sends it.
 *
 * @param program any JSON; or else
 * @param document any text, even broken JSON; or else
 * @param template the name of a ready program
 */
record DraftRequest(
    @Nullable String name,
    @Nullable JsonNode program,
    @Nullable String document,
    @Nullable String template,
    @Nullable Integer basedOn,
    @Nullable Integer revision) {

  /** The text to keep; null when the request has none. */
  @Nullable String document(Check check) {
    check.require(
        Stream.of(program, document, template).filter(Objects::nonNull).count() <= 1,
        "document",
        "EITHER_OR",
        "что-то одно: program, document или template",
        "one of program, document and template");
    String text = document;
    if (text == null && program != null && !program.isNull()) {
      text = program.toString();
    }
    if (text == null) {
      return null;
    }
    check.require(
        text.length() <= ProgramJson.MAX_CHARS,
        "document",
        "TOO_LONG",
        "длиннее 4 000 000 знаков",
        "longer than 4,000,000 characters");
    check.require(
        text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text),
        "document",
        "CONTROL_CHARACTER",
        "содержит знаки, которые нельзя сохранить",
        "contains characters that cannot be stored");
    return text;
  }

  void checkBase(Check check) {
    check.require(
        basedOn == null || basedOn >= 0,
        "basedOn",
        "INVALID",
        "номер версии или 0",
        "a version's number or 0");
  }
}

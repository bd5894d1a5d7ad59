package io.kartela.service.shop.details;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of what customers agree to: a link to it or the text itself.
 *
 * @param url null when the text stands here
 * @param text null when it stands elsewhere; in English empty when there is only one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Text(
    int version,
    @Nullable String url,
    @Nullable LocalText text,
    Instant publishedAt,
    @Nullable String publishedBy) {
  private static final int LONGEST = 30_000;

  /** What a text is about; the name in small letters stands in addresses. */
  enum Kind {
    TERMS,
    PRIVACY;

    static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.address().equals(name)) {
          return kind;
        }
      }
      throw new Problem(ProblemCode.NOT_FOUND);
    }

    String address() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was sent: a link or a text, not both. */
  record Request(@Nullable String url, Details.@Nullable Words text) {
    Body check() {
      Check check = new Check();
      String given = url == null ? "" : url.strip();
      boolean linked = !given.isEmpty();
      String ru = text == null ? null : check.optional("text.ru", text.ru(), LONGEST);
      String en = text == null ? null : check.optional("text.en", text.en(), LONGEST);
      String link = linked ? Details.link(check, "url", given) : "";
      check.require(
          linked || ru != null, "text.ru", "REQUIRED", "напишите текст", "write the text");
      check.require(
          !linked || (ru == null && en == null),
          "url",
          "INVALID",
          "либо ссылка, либо текст",
          "either a link or a text");
      check.done();
      return new Body(link, ru == null ? "" : ru, en == null ? "" : en);
    }
  }

  record Body(String url, String ru, String en) {
    Body {
      // By the same words it is the same version.
      ru = ru.replace("\r\n", "\n");
      en = en.replace("\r\n", "\n");
    }

    boolean is(Text old) {
      LocalText said = old.text == null ? LocalText.same("") : old.text;
      return url.equals(old.url == null ? "" : old.url)
          && ru.equals(said.ru())
          && en.equals(said.en());
    }
  }

  /** As anybody may read it: who wrote it is the shop's matter. */
  Text forCustomers() {
    return new Text(version, url, text, publishedAt, null);
  }
}

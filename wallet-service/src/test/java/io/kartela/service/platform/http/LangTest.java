package io.kartela.service.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LangTest {
  @Test
  void whatIsLikedBestWins() {
    for (String russian :
        List.of(
            "ru",
            "RU-ru",
            "ru-RU,ru;q=0.9,en-US;q=0.8",
            "en;q=0.1, ru",
            "en;q=0.5,ru;q=0.7",
            "en;q=0,ru;q=0.001",
            "uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7",
            "de, *;q=0.5, ru ; q = 0.3")) {
      assertEquals(Lang.RU, Lang.accepted(russian), russian);
    }
    for (String english :
        List.of(
            "",
            "*",
            "de",
            "en,ru",
            "ru;q=0",
            "ru;q=0.0,de",
            "rup",
            "ru;q=high",
            "ru;q=2",
            "ru;q=-1",
            "en-GB;q=0.9,ru;q=0.8",
            "ru".repeat(400))) {
      assertEquals(Lang.EN, Lang.accepted(english), english);
    }
  }

  @Test
  void aPageIsToldInItsLanguageAndNothingBreaksOutOfIt() {
    PagePreview preview =
        new PagePreview(
            Lang.EN,
            "Tea & <b> $1 \"Co\"",
            "It's",
            "<p>" + PagePreview.escaped("<i>") + "</p>",
            false);
    assertEquals(
        "<html lang=\"en\"><head><title>Tea &amp; &lt;b&gt; $1 &quot;Co&quot;</title>"
            + "<meta name=\"description\" content=\"It&#39;s\">",
        preview
            .into("<html lang=\"ru\"><head><title>Kartela</title></head><body></body></html>")
            .replaceFirst("<meta property.*", ""));
  }
}

package io.kartela.service.platform.http;

/** A text for people in both languages. */
public record LocalText(String ru, String en) {
  public String in(Lang lang) {
    return lang == Lang.RU ? ru : en;
  }
}

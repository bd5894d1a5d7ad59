package io.kartela.service.platform.http;

import java.util.Objects;
import java.util.regex.Matcher;

/**
 * What a page says before its script has come, or without it: to people whose browser runs none,
 * and to messengers that draw a link.
 *
 * @param noScript a few paragraphs of HTML for a browser without scripts, see {@link #escaped}
 * @param indexed whether search engines may keep the page
 */
public record PagePreview(
    Lang lang, String title, String description, String noScript, boolean indexed) {
  private static final String STYLE =
      "<style>.first{display:none}.plain{max-width:28rem;margin:15vh auto;padding:0 1rem;"
          + "font:1.1rem/1.5 system-ui}.plain a{display:block;margin:.75rem 0}</style>";

  public PagePreview {
    Objects.requireNonNull(lang);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(noScript);
  }

  /** Text as HTML wants it, inside quotation marks, too. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The page with this in its head and at the beginning of its body. */
  String into(String html) {
    String head =
        "<title>"
            + escaped(title)
            + "</title>"
            + meta("name", "description", description)
            + meta("property", "og:type", "website")
            + meta("property", "og:title", title)
            + meta("property", "og:description", description)
            + meta("property", "og:locale", lang == Lang.RU ? "ru_RU" : "en_US")
            + meta("name", "twitter:card", "summary")
            + (indexed ? "" : meta("name", "robots", "noindex"));
    String body = "<noscript>" + STYLE + "<div class=\"plain\">" + noScript + "</div></noscript>";
    return html.replaceFirst("<html lang=\"[a-z]+\"", "<html lang=\"" + lang.tag() + '"')
        .replaceFirst("<title>[^<]*</title>", Matcher.quoteReplacement(head))
        .replaceFirst("<body>", Matcher.quoteReplacement("<body>" + body));
  }

  private static String meta(String kind, String name, String content) {
    return "<meta " + kind + "=\"" + name + "\" content=\"" + escaped(content) + "\">";
  }
}

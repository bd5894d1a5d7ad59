package io.kartela.service.till.scan;

import io.kartela.service.code.CardNumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers, drivers and keyboards put around and between what was read. Pure. */
final class Noise {
  /** Frames of serial readers: start and end of text, a check character behind the end. */
  private static final Pattern FRAME =
      Pattern.compile("^[^\\u0002]{0,2}\\u0002(.*)\\u0003.{0,2}$", Pattern.DOTALL);

  /** Byte order marks, read as letters of another alphabet. */
  private static final Pattern MARK = Pattern.compile("^(ÿþ|þÿ|ï»¿|п»ї)");

  private static final Pattern CONTROLS = Pattern.compile("^[\\p{Cntrl}\\s]+|[\\p{Cntrl}\\s]+$");

  /** Terminators that somebody typed into the reader's set-up instead of choosing them. */
  private static final Pattern WRITTEN_OUT =
      Pattern.compile(
          "(?i)(\\\\[rnt]|<(cr|lf|tab|enter|etx|nul)>|\\{(cr|lf|tab|enter|etx)}|\\[cr])+$");

  private static final Pattern QUOTED =
      Pattern.compile("^(?:\"(.*)\"|'(.*)'|«(.*)»|“(.*)”|„(.*)[“”])$", Pattern.DOTALL);

  /** A spreadsheet's sign for "this is text". */
  private static final Pattern APOSTROPHE = Pattern.compile("^['’`](?=[0-9A-Za-z])");

  private static final Pattern ESCAPED =
      Pattern.compile(
          "(?i)(?:[0-9a-z._~+*:/-]|%[0-9a-f]{2})*%[0-9a-f]{2}(?:[0-9a-z._~+*:/-]|%[0-9a-f]{2})*");

  /** Signs that readers are set up to send before or behind a number; none is a part of one. */
  private static final Pattern BEFORE = Pattern.compile("^[#№*$~!&|<>:;=@^,/\\\\]+");

  private static final Pattern BEHIND = Pattern.compile("[#№*$~!&|<>:;=@^,/\\\\]+$");

  /** What a reader says of the alphabet, before the text; a backslash of the text is doubled. */
  private static final Pattern ECI = Pattern.compile("^(?:\\\\[0-9]{6})+");

  private Noise() {}

  /** Without terminators, frames and what nobody sees; one kind of blank, dash and digit. */
  static String around(String text) {
    String one = halved(MARK.matcher(text).replaceFirst(""));
    Matcher frame = FRAME.matcher(one);
    String plain = frame.matches() ? frame.group(1) : one;
    plain =
        CONTROLS.matcher(CardNumber.tidy(CONTROLS.matcher(plain).replaceAll(""))).replaceAll("");
    plain = WRITTEN_OUT.matcher(plain).replaceAll("");
    Matcher quoted = QUOTED.matcher(plain);
    if (quoted.matches()) {
      for (int i = 1; i <= quoted.groupCount(); i++) {
        String inner = quoted.group(i);
        plain = inner == null ? plain : inner;
      }
    }
    plain = APOSTROPHE.matcher(plain).replaceFirst("");
    if (plain.indexOf('%') >= 0 && ESCAPED.matcher(plain).matches()) {
      plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
    return CONTROLS.matcher(plain).replaceAll("");
  }

  /** Two bytes a character, read as one: every other one is nothing. */
  private static String halved(String text) {
    if (text.length() < 4 || text.indexOf('\u0000') < 0) {
      return text;
    }
    String even = text.replaceAll("(?s)(.).?", "$1");
    String odd = text.replaceAll("(?s).(.?)", "$1");
    boolean little = odd.chars().allMatch(c -> c == 0);
    boolean big = even.chars().allMatch(c -> c == 0);
    return little ? even : big ? odd : text;
  }

  /** A number without the signs around it. */
  static String signs(String text) {
    return BEHIND.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("").strip();
  }

  static String withoutAlphabet(String text) {
    Matcher eci = ECI.matcher(text);
    return eci.find() ? text.substring(eci.end()).replace("\\\\", "\\") : text;
  }
}

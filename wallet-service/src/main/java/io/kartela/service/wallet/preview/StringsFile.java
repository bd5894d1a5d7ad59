package io.kartela.service.wallet.preview;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Apple's {@code "key" = "value";} files. */
final class StringsFile {
  private static final Pattern LINE =
      Pattern.compile(
          "\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*;", Pattern.DOTALL);

  private StringsFile() {}

  /** Of UTF-16 with its mark, or of UTF-8. */
  static Map<String, String> parse(byte[] file) {
    boolean wide =
        file.length >= 2
            && ((file[0] == (byte) 0xff && file[1] == (byte) 0xfe)
                || (file[0] == (byte) 0xfe && file[1] == (byte) 0xff));
    return parse(new String(file, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    Matcher m = LINE.matcher(text);
    while (m.find()) {
      lines.put(plain(m.group(1)), plain(m.group(2)));
    }
    return lines;
  }

  private static String plain(String quoted) {
    StringBuilder out = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length()) {
        i++;
        char escaped = quoted.charAt(i);
        out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

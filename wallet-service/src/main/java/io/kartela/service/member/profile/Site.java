package io.kartela.service.member.profile;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site of a shop's as browsers name it in {@code Origin}. Pure. */
final class Site {
  private static final Pattern TYPED =
      Pattern.compile("(https?)://([^/:?#@\\s]{1,200})(?::([0-9]{1,5}))?/?");

  /** Without TLS a site is taken only from the shop's own machine, to try it. */
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  private Site() {}

  /** What was typed as an origin; empty: no site's, or one that anybody on the way could change. */
  static Optional<String> origin(String typed) {
    Matcher m = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return Optional.empty();
    }
    String scheme = m.group(1);
    String host;
    try {
      host = IDN.toASCII(m.group(2), IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (scheme.equals("http") && !THIS_MACHINE.contains(host)) {
      return Optional.empty();
    }
    String port = m.group(3);
    boolean usual = port == null || port.equals(scheme.equals("https") ? "443" : "80");
    return Optional.of(scheme + "://" + host + (usual ? "" : ":" + port));
  }
}

package io.kartela.service.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is. Behind proxies that are trusted it is the address that the outermost of them
 * saw, read from the right: what stands further left anybody can have written. Immutable.
 */
public final class ClientAddress {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern FOR = Pattern.compile("(?i)^\\s*for\\s*=\\s*\"?([^\"]*)\"?\\s*$");
  private static final int MAX_HOPS = 20;

  private final List<Network> trusted;
  private final boolean standard;

  /**
   * @param trusted the proxies' networks
   * @param standard whether they write {@code Forwarded}, else {@code X-Forwarded-For}; never both
   *     are read, because a proxy lets through what it does not write
   */
  public ClientAddress(List<Network> trusted, boolean standard) {
    this.trusted = List.copyOf(trusted);
    this.standard = standard;
  }

  /** Addresses with the same first bits. */
  public record Network(InetAddress address, int bits) {
    /** {@code 10.0.0.0/8}, {@code fd00::/8} or one address; empty when it is neither. */
    public static Optional<Network> parse(String text) {
      int slash = text.indexOf('/');
      InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
      if (address == null) {
        return Optional.empty();
      }
      int all = address.getAddress().length * 8;
      if (slash < 0) {
        return Optional.of(new Network(address, all));
      }
      String bits = text.substring(slash + 1);
      return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= all
          ? Optional.of(new Network(address, Integer.parseInt(bits)))
          : Optional.empty();
    }

    boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  HeaderName header() {
    return standard ? HeaderNames.FORWARDED : HeaderNames.X_FORWARDED_FOR;
  }

  boolean isTrusted(String host) {
    InetAddress address = literal(host);
    return address != null && isTrusted(address);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(n -> n.contains(address));
  }

  /**
   * What requests are counted by: an IPv4 address, or the first half of an IPv6 one, because every
   * customer has all of the second half to himself.
   *
   * @param peer who the connection is from
   * @param forwarded the header's values in their order
   */
  public String of(String peer, List<String> forwarded) {
    InetAddress client = literal(peer);
    if (client == null) {
      return peer;
    }
    List<String> hops = hops(forwarded);
    for (int i = hops.size() - 1, n = 0; i >= 0 && n < MAX_HOPS && isTrusted(client); i--, n++) {
      InetAddress before = hop(hops.get(i));
      if (before == null) {
        break;
      }
      client = before;
    }
    return key(client);
  }

  private List<String> hops(List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    for (String value : forwarded) {
      hops.addAll(List.of(value.split(",", -1)));
    }
    return hops;
  }

  private @Nullable InetAddress hop(String text) {
    String address = text.strip();
    if (standard) {
      String found = "";
      for (String part : text.split(";", -1)) {
        var matcher = FOR.matcher(part);
        found = matcher.matches() ? matcher.group(1) : found;
      }
      address = found;
    }
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      String port = end < 0 ? "x" : address.substring(end + 1);
      return port.matches("(:\\d{1,5})?") ? literal(address.substring(1, end)) : null;
    }
    int colon = address.indexOf(':');
    if (colon > 0 && colon == address.lastIndexOf(':')) {
      address = address.substring(0, colon);
    }
    return literal(address);
  }

  /** As {@link #of} for who is not behind a proxy. */
  static String key(String host) {
    InetAddress address = literal(host);
    return address == null ? host : key(address);
  }

  private static String key(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < 8; i += 2) {
      key.append(String.format(Locale.ROOT, "%x", (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
          .append(':');
    }
    return key.append(":/64").toString();
  }

  /** Never asks the name service; null when it is no address. */
  static @Nullable InetAddress literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (bare.indexOf('%') > 0) {
      bare = bare.substring(0, bare.indexOf('%')); // the interface it came in by
    }
    if (!V4.matcher(bare).matches() && bare.indexOf(':') < 0) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(bare); // an IPv4 address in IPv6's clothes comes out as IPv4
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

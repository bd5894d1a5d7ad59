package io.kartela.service.member.profile;

import io.kartela.service.code.Phone;
import io.kartela.service.member.standing.Members;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find members: words, each of them anywhere in the name and in any order,
 * and digits anywhere in the phone, however it was typed, or at the end of a card's number; or the
 * beginning of an e-mail address, known by its @.
 *
 * @param words as {@code list_name} in the database writes names: lower case, ё as е
 * @param phones patterns of which a phone's digits match one; empty: no digits were typed
 * @param digits the digits as typed
 * @param email the beginning of an address in lower case; empty: none was typed
 */
public record MemberSearch(List<String> words, List<String> phones, String digits, String email) {
  /** Fewer digits than these find nobody in particular. */
  private static final int FEWEST_DIGITS = 3;

  /** So much of a phone is shown to whoever may not read it. */
  private static final int END = 4;

  /** A number without the country's code. */
  private static final int WHOLE = 10;

  /** More words than these find nobody more in particular. */
  private static final int MOST_WORDS = 8;

  /** After all that a card's number can hold, in the order of bytes. */
  private static final String LAST = "\udbff\udfff";

  public static MemberSearch of(String text) {
    List<String> words = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    String email = "";
    for (String token : text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().split("\\s+", -1)) {
      if (token.indexOf('@') > 0) {
        email = token;
        continue;
      }
      boolean number = token.matches("[0-9+().-]+");
      (number ? numbers : words).add(token);
    }
    String digits = String.join("", numbers).replaceAll("[^0-9]", "");
    if (digits.length() < FEWEST_DIGITS) {
      words.addAll(numbers);
      digits = "";
    }
    return new MemberSearch(
        List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS))),
        phones(digits),
        digits,
        email);
  }

  /**
   * The same for somebody who sees only the end of a phone: by that end or by all of it, and not by
   * one digit more each time.
   */
  public MemberSearch byWholePhone() {
    if (phones.isEmpty()) {
      return this;
    }
    List<String> patterns = new ArrayList<>();
    if (digits.length() == END) {
      patterns.add("%" + digits);
    } else if (digits.length() >= WHOLE) {
      patterns.add(digits);
      if (digits.startsWith("8")) {
        patterns.add("7" + digits.substring(1));
      }
      if (digits.length() == WHOLE) {
        patterns.add("7" + digits);
      }
    } else {
      patterns.add("0".repeat(20)); // no phone has that
    }
    return new MemberSearch(words, List.copyOf(patterns), digits, email);
  }

  /** People type 8 912… or 00 7 912… for +7 912…: what they agree on is the national part. */
  private static List<String> phones(String digits) {
    if (digits.isEmpty()) {
      return List.of();
    }
    List<String> patterns = new ArrayList<>();
    patterns.add("%" + digits + "%");
    if (digits.startsWith("8")) {
      patterns.add("7" + digits.substring(1) + "%");
    }
    if (digits.startsWith("00") && digits.length() > FEWEST_DIGITS + 1) {
      patterns.add(digits.substring(2) + "%");
    }
    return List.copyOf(patterns);
  }

  /**
   * Who is found, by the index of {@code member_list}; in no order.
   *
   * @param most as many at most; so many may be more
   */
  public Set<Long> find(Connection c, long merchantId, @Nullable String tier, int most)
      throws SQLException {
    Set<Long> found = new LinkedHashSet<>();
    if (!email.isEmpty()) {
      byEmail(c, merchantId, tier, most, found);
      return found;
    }
    try (PreparedStatement s =
        c.prepareStatement("SELECT kartela.list_find(?::text[], ?::text[], ?, ?)")) {
      s.setArray(1, c.createArrayOf("text", words.toArray()));
      s.setArray(2, c.createArrayOf("text", phones.toArray()));
      s.setString(3, tier);
      s.setInt(4, most);
      read(s, found);
    }
    if (!digits.isEmpty() && found.size() < most) {
      byCard(c, merchantId, tier, most - found.size(), found);
    }
    if (words.isEmpty()) {
      byFormerPhone(c, merchantId, tier, found);
    }
    return found;
  }

  /**
   * Who of the newest is found, cards left out: a name that many have needs no index, which would
   * count them all first.
   *
   * @param among so many of the newest are looked at
   * @param most as many at most; so many may be more
   */
  public Set<Long> findNewest(Connection c, long merchantId, int among, int most)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId, among));
    String sql =
        "SELECT l.member_id FROM (SELECT * FROM kartela.member_list WHERE merchant_id = ? ORDER BY"
            + " member_id DESC LIMIT ?) l WHERE true"
            + condition(values)
            + " LIMIT ?";
    values.add(most);
    Set<Long> found = new LinkedHashSet<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        s.setObject(i + 1, values.get(i));
      }
      read(s, found);
    }
    return found;
  }

  private void byCard(
      Connection c, long merchantId, @Nullable String tier, int most, Set<Long> found)
      throws SQLException {
    String sql =
        "SELECT k.member_id FROM kartela.card k JOIN kartela.member_list l USING (merchant_id,"
            + " member_id) WHERE k.merchant_id = ? AND k.tail >= ? AND k.tail < ?"
            + (tier == null ? "" : " AND l.tier = ?")
            + wordsSql()
            + " LIMIT ?";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      String tail = new StringBuilder(digits).reverse().toString();
      int next = 1;
      s.setLong(next++, merchantId);
      s.setString(next++, tail);
      s.setString(next++, tail + LAST);
      if (tier != null) {
        s.setString(next++, tier);
      }
      for (String word : words) {
        s.setString(next++, like(word));
      }
      s.setInt(next, most);
      read(s, found);
    }
  }

  /** A whole phone also finds whom its record was merged into, as at the till. */
  private void byFormerPhone(Connection c, long merchantId, @Nullable String tier, Set<Long> found)
      throws SQLException {
    Phone phone = Phone.parse(digits).or(() -> Phone.withCountry(digits)).orElse(null);
    if (phone != null) {
      new Members()
          .byPhone(c, merchantId, phone.e164())
          .filter(member -> tier == null || tier.equals(member.standing().tier()))
          .ifPresent(member -> found.add(member.id()));
    }
  }

  private void byEmail(
      Connection c, long merchantId, @Nullable String tier, int most, Set<Long> found)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    String met = condition(values);
    String sql =
        "SELECT l.member_id FROM kartela.member_list l WHERE l.merchant_id = ?"
            + (tier == null ? "" : " AND l.tier = ?")
            + met
            + " LIMIT ?";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int next = 1;
      s.setLong(next++, merchantId);
      if (tier != null) {
        s.setString(next++, tier);
      }
      for (Object value : values) {
        s.setObject(next++, value);
      }
      s.setInt(next, most);
      read(s, found);
    }
  }

  private static void read(PreparedStatement s, Set<Long> found) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getLong(1));
      }
    }
  }

  private String wordsSql() {
    return " AND l.name_key LIKE ?".repeat(words.size());
  }

  /**
   * A condition on {@code member_list l} for who is found so often that going through the list
   * meets enough of them; cards are left out. It adds its values.
   */
  String condition(List<Object> values) {
    words.forEach(word -> values.add(like(word)));
    values.addAll(phones);
    if (!email.isEmpty()) {
      values.add(email);
      values.add(email + LAST);
    }
    return wordsSql()
        + (phones.isEmpty() ? "" : " AND (false" + " OR l.phone LIKE ?".repeat(phones.size()) + ")")
        + (email.isEmpty()
            ? ""
            : " AND l.member_id IN (SELECT e.member_id FROM kartela.member e WHERE e.merchant_id ="
                + " l.merchant_id AND e.email >= ? AND e.email < ?)");
  }

  private static String like(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}

package io.kartela.service.till.plastic;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.scan.ReadForms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose the codes are that a till might confuse with given ones: cards in hands and in stock, and
 * the phones of members. Codes that are given out in the same transaction are told to it. Not
 * thread-safe.
 */
final class Lookalikes {
  /** Each finds cards by one column; all have an index. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "key",
          """
          SELECT key, member_id, 0 FROM kartela.card WHERE merchant_id = ? AND key = ANY (?)
          UNION ALL SELECT key, 0, plastic_id FROM kartela.card_blank WHERE merchant_id = ? AND key = ANY (?)
          """,
          "code",
          """
          SELECT code, member_id, 0 FROM kartela.card WHERE merchant_id = ? AND code = ANY (?)
          UNION ALL SELECT code, 0, plastic_id FROM kartela.card_blank WHERE merchant_id = ? AND code = ANY (?)
          """,
          "printed",
          "SELECT printed, member_id, 0 FROM kartela.card WHERE merchant_id = ? AND printed = ANY"
              + " (?)",
          "tapped",
          "SELECT tapped, member_id, 0 FROM kartela.card WHERE merchant_id = ? AND tapped = ANY"
              + " (?)");

  /** With which letters keys begin in this shop: few have any, and those few of them. */
  private static final String LETTERS =
      """
      SELECT l FROM unnest(?::text[]) l
      WHERE l = (SELECT left(key, 1) FROM kartela.card WHERE merchant_id = ? AND key >= l ORDER BY key LIMIT 1)
          OR l = (SELECT left(key, 1) FROM kartela.card_blank WHERE merchant_id = ? AND key >= l ORDER BY key LIMIT 1)
      """;

  private final Map<String, Set<Owner>> owners = new HashMap<>();
  private final Set<Character> letters = new HashSet<>();
  private final Map<String, Long> phones = new HashMap<>();
  private final Set<String> meant = new HashSet<>();

  /** A member or a piece of plastic in stock; the other is 0. */
  record Owner(long memberId, long plasticId) {
    static Owner member(long id) {
      return new Owner(id, 0);
    }

    static Owner plastic(long id) {
      return new Owner(0, id);
    }
  }

  private Lookalikes() {}

  /** Reads what there is for all of these at once; the lock of cards must be held. */
  static Lookalikes of(Connection c, long merchantId, Members members, Collection<CardForms> forms)
      throws SQLException {
    Lookalikes found = new Lookalikes();
    Map<String, Set<String>> wanted = new HashMap<>();
    Set<String> phones = new HashSet<>();
    found.readLetters(c, merchantId);
    for (CardForms one : forms) {
      phones.addAll(one.phones());
      for (String form : found.confused(one)) {
        int colon = form.indexOf(':');
        wanted
            .computeIfAbsent(form.substring(0, colon), any -> new LinkedHashSet<>())
            .add(form.substring(colon + 1));
      }
    }
    for (Map.Entry<String, Set<String>> one : wanted.entrySet()) {
      found.read(c, merchantId, one.getKey(), one.getValue());
    }
    for (Map.Entry<String, MemberRef> one : members.byPhones(c, merchantId, phones).entrySet()) {
      found.phones.put(one.getKey(), one.getValue().id());
    }
    return found;
  }

  private void readLetters(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(LETTERS)) {
      s.setArray(1, c.createArrayOf("text", ReadForms.adorning().toArray()));
      s.setLong(2, merchantId);
      s.setLong(3, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          letters.add(r.getString(1).charAt(0));
        }
      }
    }
  }

  /** What a till may take for this one, and the other way round. */
  private List<String> confused(CardForms one) {
    List<String> forms = new ArrayList<>(one.all());
    forms.addAll(one.adorned(letters));
    return forms;
  }

  private void read(Connection c, long merchantId, String column, Set<String> values)
      throws SQLException {
    String sql = SOURCES.getOrDefault(column, "");
    Object[] all = values.toArray();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 1; i <= sql.chars().filter(sign -> sign == '?').count(); i += 2) {
        s.setLong(i, merchantId);
        s.setArray(i + 1, c.createArrayOf("text", all));
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          owners
              .computeIfAbsent(column + ":" + r.getString(1), any -> new HashSet<>())
              .add(new Owner(r.getLong(2), r.getLong(3)));
        }
      }
    }
  }

  /** Those who have this very code, by whatever form of it. */
  Set<Owner> holders(CardForms forms) {
    return owners(forms.own());
  }

  private Set<Owner> owners(Collection<String> forms) {
    Set<Owner> found = new LinkedHashSet<>();
    forms.forEach(form -> found.addAll(owners.getOrDefault(form, Set.of())));
    return found;
  }

  /**
   * Why nobody but one of these may have it; null: they may.
   *
   * <p>What looks like a phone is refused though nobody has that phone: whoever signs up with it
   * later would be taken for the holder of the plastic.
   *
   * @param held whether it is in the hand that it goes to already: there it stays what it is
   */
  @Nullable ProblemCode conflict(CardForms forms, Collection<Owner> allowed, boolean held) {
    boolean another = owners(confused(forms)).stream().anyMatch(owner -> !allowed.contains(owner));
    if (another || forms.own().stream().anyMatch(meant::contains)) {
      return ProblemCode.CARD_TAKEN;
    }
    boolean own = false;
    for (String phone : forms.phones()) {
      Long member = phones.get(phone);
      if (member != null && !allowed.contains(Owner.member(member))) {
        return ProblemCode.CARD_LIKE_PHONE;
      }
      own |= member != null;
    }
    return forms.likeAPhone() && !held && !own ? ProblemCode.CARD_LIKE_PHONE : null;
  }

  /** This one is given out now: those after it must not be confused with it. */
  void give(CardForms forms, Owner owner) {
    forms.own().forEach(form -> owners.computeIfAbsent(form, any -> new HashSet<>()).add(owner));
    meant.addAll(forms.all().stream().filter(form -> !forms.own().contains(form)).toList());
  }

  /** The forms of several codes on one piece. */
  static List<CardForms> formsOf(Collection<String> codes) {
    return codes.stream().map(CardForms::of).toList();
  }
}

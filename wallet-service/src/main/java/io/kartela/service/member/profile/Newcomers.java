package io.kartela.service.member.profile;

import io.kartela.service.code.Cards;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many people who come from another system at once: nobody of them has agreed to anything, told a
 * code or is greeted with a gift. In the caller's transaction. Thread-safe.
 */
public final class Newcomers {
  private final Cards cards;
  private final Passes passes;

  public Newcomers(Cards cards, Passes passes) {
    this.cards = cards;
    this.passes = passes;
  }

  /**
   * What is said of a person.
   *
   * @param name "": nobody knows
   */
  public record Said(String name, @Nullable String email, @Nullable LocalDate birthDate) {
    /** Where this says nothing, what the other says. */
    public Said or(Said other) {
      return new Said(
          name.isEmpty() ? other.name : name,
          email == null ? other.email : email,
          birthDate == null ? other.birthDate : birthDate);
    }
  }

  /** One who joins, in this tier. */
  public record Newcomer(long id, String phone, Said said, String tier) {}

  /** One who is a member already. */
  public record Known(long id, String phone, Said said, String tier) {
    /** What is said of somebody and not known yet. */
    public Said missing(Said more) {
      return new Said(
          said.name.isEmpty() ? more.name : "",
          said.email == null ? more.email : null,
          said.birthDate == null ? more.birthDate : null);
    }
  }

  /** Those of these phones that lead to a member, also by a record that was merged. */
  public Map<String, Known> byPhones(Connection c, long merchantId, Collection<String> phones)
      throws SQLException {
    Map<String, Long> records = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT phone, member_id FROM kartela.member WHERE merchant_id = ? AND phone = ANY"
                + " (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", phones.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          records.put(r.getString(1), r.getLong(2));
        }
      }
    }
    Map<Long, Known> known = byIds(c, merchantId, records.values());
    Map<String, Known> found = new HashMap<>();
    List<Long> gone = records.values().stream().filter(id -> !known.containsKey(id)).toList();
    Map<Long, Long> heirs = gone.isEmpty() ? Map.of() : Members.heirs(c, merchantId, gone);
    known.putAll(heirs.isEmpty() ? Map.of() : byIds(c, merchantId, heirs.values()));
    records.forEach(
        (phone, id) -> {
          Known one = known.get(heirs.getOrDefault(id, id));
          if (one != null) {
            found.put(phone, one);
          }
        });
    return found;
  }

  /** Those of these who are members now. */
  public Map<Long, Known> byIds(Connection c, long merchantId, Collection<Long> ids)
      throws SQLException {
    Map<Long, Known> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT member_id, phone, name, email, birth_date, s.tier
            FROM kartela.member JOIN kartela.member_standing s USING (merchant_id, member_id)
            WHERE merchant_id = ? AND member_id = ANY (?) AND status IN ('ACTIVE', 'BLOCKED')
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", ids.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String phone = r.getString(2);
          String name = r.getString(3);
          found.put(
              r.getLong(1),
              new Known(
                  r.getLong(1),
                  phone,
                  new Said(
                      name.equals(phone) ? "" : name,
                      r.getString(4),
                      r.getObject(5, LocalDate.class)),
                  r.getString(6)));
        }
      }
    }
    return found;
  }

  /** Makes members of them, with a card each. Who has no name is called by the phone. */
  public void join(
      Connection c, long merchantId, Collection<Newcomer> people, Lang locale, Instant now)
      throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    try (PreparedStatement member =
            c.prepareStatement(
                """
                INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, created_at, email,
                    birth_date, birth_date_entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        PreparedStatement standing =
            c.prepareStatement(
                "INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since)"
                    + " VALUES (?, ?, ?, ?)")) {
      Timestamp at = Timestamp.from(now);
      for (Newcomer one : people) {
        member.setLong(1, merchantId);
        member.setLong(2, one.id);
        member.setString(3, one.phone);
        member.setString(4, one.said.name.isEmpty() ? one.phone : one.said.name);
        member.setString(5, locale.tag());
        member.setString(6, "ACTIVE");
        member.setTimestamp(7, at);
        member.setString(8, one.said.email);
        member.setObject(9, one.said.birthDate, Types.DATE);
        member.setTimestamp(10, one.said.birthDate == null ? null : at);
        member.addBatch();
        standing.setLong(1, merchantId);
        standing.setLong(2, one.id);
        standing.setString(3, one.tier);
        standing.setTimestamp(4, at);
        standing.addBatch();
      }
      member.executeBatch();
      standing.executeBatch();
    }
    List<Long> ids = new ArrayList<>(new TreeSet<>(people.stream().map(Newcomer::id).toList()));
    cards.issueAll(c, merchantId, ids, now);
    passes.createAll(c, merchantId, ids);
  }

  /** Writes what was not known; what was known stays. */
  public void fill(Connection c, long merchantId, Map<Long, Said> missing, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.member SET revision = revision + 1,
                name = CASE WHEN (name = '' OR name = phone) AND ? <> '' THEN ? ELSE name END,
                email = coalesce(email, ?),
                birth_date_entered_at = CASE WHEN birth_date IS NULL AND ?::date IS NOT NULL THEN ?
                    ELSE birth_date_entered_at END,
                birth_date = coalesce(birth_date, ?::date)
            WHERE merchant_id = ? AND member_id = ?
            """)) {
      for (Map.Entry<Long, Said> one : missing.entrySet()) {
        Said said = one.getValue();
        s.setString(1, said.name);
        s.setString(2, said.name);
        s.setString(3, said.email);
        s.setObject(4, said.birthDate, Types.DATE);
        s.setTimestamp(5, Timestamp.from(now));
        s.setObject(6, said.birthDate, Types.DATE);
        s.setLong(7, merchantId);
        s.setLong(8, one.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}

package io.kartela.service.shop.staff;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Lang;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whoever forgot a password gets a link by e-mail that sets another one. What is answered, and
 * when, does not tell whether somebody is known. Thread-safe.
 */
public final class PasswordResets {
  /** Between two letters to one person, whatever node was asked. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int MOST_A_DAY = 5;

  private final Database database;
  private final Invitations invitations;
  private final PasswordLetters letters;
  private final InstantSource clock;
  private final URI publicUrl;

  private record Person(long staffId, Lang lang, String shop) {}

  private record Letter(Lang lang, String shop, String token) {}

  public PasswordResets(
      Database database,
      Invitations invitations,
      PasswordLetters letters,
      InstantSource clock,
      URI publicUrl) {
    this.database = database;
    this.invitations = invitations;
    this.letters = letters;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Answers at once; what comes of it is seen in the mailbox. */
  void ask(String email) {
    String normal = Sessions.normal(email);
    letters.later(() -> Sessions.merchantsOf(database, normal).forEach(id -> ask(id, normal)));
  }

  private void ask(long merchantId, String email) {
    Optional<Letter> letter =
        database.inTenant(
            merchantId,
            c -> {
              Optional<Person> found = person(c, merchantId, email);
              return found.isEmpty() || tooMany(c, merchantId, found.get())
                  ? Optional.empty()
                  : Optional.of(letter(c, merchantId, found.get()));
            });
    letter.ifPresent(
        l ->
            letters.link(
                email,
                l.lang,
                l.shop,
                publicUrl.resolve("/cabinet/invitation").toString() + "#" + l.token));
  }

  private Letter letter(Connection c, long merchantId, Person person) throws SQLException {
    return new Letter(
        person.lang, person.shop, invitations.reset(c, merchantId, person.staffId).token());
  }

  /** Locked: two who ask at once count one after the other. */
  private static Optional<Person> person(Connection c, long merchantId, String email)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT f.staff_id, f.locale, m.name FROM kartela.staff f JOIN kartela.merchant m USING (merchant_id)
            WHERE merchant_id = ? AND f.email = ? AND f.joined_at IS NOT NULL AND f.ended_at IS NULL
              AND m.disabled_at IS NULL
            FOR NO KEY UPDATE OF f
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, email);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(new Person(r.getLong(1), Lang.of(r.getString(2)), r.getString(3)))
            : Optional.empty();
      }
    }
  }

  /** Whether there was a letter just now, or enough of them in a day; older ones are forgotten. */
  private boolean tooMany(Connection c, long merchantId, Person person) throws SQLException {
    var now = clock.instant();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.staff_invitation
            WHERE merchant_id = ? AND staff_id = ? AND reset AND given_at < ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, person.staffId);
      s.setTimestamp(3, Timestamp.from(now.minus(Duration.ofDays(1))));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) >= ? OR bool_or(given_at > ?) FROM kartela.staff_invitation
            WHERE merchant_id = ? AND staff_id = ? AND reset
            """)) {
      s.setInt(1, MOST_A_DAY);
      s.setTimestamp(2, Timestamp.from(now.minus(PAUSE)));
      s.setLong(3, merchantId);
      s.setLong(4, person.staffId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getBoolean(1);
      }
    }
  }
}

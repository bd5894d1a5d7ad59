package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.wallet.google.GoogleCards.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells a whole class at once what is for everybody of it: one call instead of one a card. Which
 * way a text goes is decided when the first card comes, and then holds for all; any number of nodes
 * agree through the database. Thread-safe.
 */
final class ClassTexts {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Database database;
  private final GoogleAccounts accounts;
  private final Pace pace;
  private final WholeClass wholeClass;

  ClassTexts(Database database, GoogleAccounts accounts, Pace pace, WholeClass wholeClass) {
    this.database = database;
    this.accounts = accounts;
    this.pace = pace;
    this.wholeClass = wholeClass;
  }

  /** How far a text is with a class. */
  private enum Stage {
    /** Not for everybody: each object by itself. */
    SINGLY,
    /** It is on this worker to tell the class. */
    MINE,
    /** Another worker is at it. */
    OTHERS,
    TOLD
  }

  /**
   * Tells the class, once.
   *
   * @param meant asked right before it goes out
   * @return empty when the text is to be put on each object instead
   */
  Optional<GoogleAnswer> tell(
      long merchantId, String classId, String header, Message message, BooleanSupplier meant) {
    Stage stage = database.inTenant(merchantId, c -> claim(c, merchantId, classId, message.id()));
    return switch (stage) {
      case SINGLY -> Optional.empty();
      case TOLD -> Optional.of(new GoogleAnswer.Done(Map.of(), false));
      case OTHERS -> Optional.of(new GoogleAnswer.Retry("the class is being told", WAIT));
      case MINE -> send(merchantId, classId, header, message, meant);
    };
  }

  private Optional<GoogleAnswer> send(
      long merchantId, String classId, String header, Message message, BooleanSupplier meant) {
    String issuerId = GoogleIds.issuer(classId);
    pace.await(issuerId);
    GoogleAnswer answer =
        meant.getAsBoolean()
            ? accounts
                .of(merchantId, issuerId)
                .wallet()
                .addClassMessage(classId, message.id(), header, message.text(), true)
            : GoogleCards.NOT_MEANT;
    return switch (answer) {
      case GoogleAnswer.Done done -> {
        note(merchantId, classId, message.id(), "told_at = clock_timestamp()");
        yield Optional.of(answer);
      }
      case GoogleAnswer.Retry retry -> {
        note(merchantId, classId, message.id(), "claimed_until = clock_timestamp()");
        yield Optional.of(answer);
      }
      default -> {
        note(merchantId, classId, message.id(), "whole = false");
        yield Optional.empty();
      }
    };
  }

  private Stage claim(Connection c, long merchantId, String classId, String textId)
      throws SQLException {
    Optional<Stage> known = known(c, merchantId, classId, textId);
    if (known.isEmpty()) {
      // One of those who come first looks who is meant; the others wait for what it finds.
      lock(c, textId + " " + classId);
      known = known(c, merchantId, classId, textId);
    }
    if (known.isPresent()) {
      return known.get();
    }
    boolean whole = wholeClass.isEverybody(c, merchantId, textId, classId);
    String sql =
        """
        INSERT INTO kartela.google_class_text (merchant_id, text_id, class_id, whole, claimed_until)
        VALUES (?, ?, ?, ?, clock_timestamp() + interval '60 seconds')
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, textId);
      s.setString(3, classId);
      s.setBoolean(4, whole);
      s.executeUpdate();
    }
    return whole ? Stage.MINE : Stage.SINGLY;
  }

  private static void lock(Connection c, String what) throws SQLException {
    NamedLock.alone(c, "class-text:" + what);
  }

  /** Takes over what a worker that died had claimed. */
  private static Optional<Stage> known(Connection c, long merchantId, String classId, String textId)
      throws SQLException {
    String sql =
        """
        SELECT whole, told_at IS NOT NULL, claimed_until > clock_timestamp()
        FROM kartela.google_class_text WHERE merchant_id = ? AND text_id = ? AND class_id = ?
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, textId);
      s.setString(3, classId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        if (!r.getBoolean(1)) {
          return Optional.of(Stage.SINGLY);
        }
        if (r.getBoolean(2)) {
          return Optional.of(Stage.TOLD);
        }
        if (r.getBoolean(3)) {
          return Optional.of(Stage.OTHERS);
        }
      }
    }
    return Optional.of(takeOver(c, merchantId, classId, textId) ? Stage.MINE : Stage.OTHERS);
  }

  private static boolean takeOver(Connection c, long merchantId, String classId, String textId)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.google_class_text SET claimed_until = clock_timestamp() + interval '60 seconds'
        WHERE merchant_id = ? AND text_id = ? AND class_id = ?
            AND whole AND told_at IS NULL AND claimed_until <= clock_timestamp()
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, textId);
      s.setString(3, classId);
      return s.executeUpdate() == 1;
    }
  }

  /**
   * @param change of the row, one of this class's own texts
   */
  private void note(long merchantId, String classId, String textId, String change) {
    int _ =
        database.inTenant(
            merchantId,
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "UPDATE kartela.google_class_text SET "
                          + change
                          + " WHERE merchant_id = ? AND text_id = ? AND class_id = ?")) {
                s.setLong(1, merchantId);
                s.setString(2, textId);
                s.setString(3, classId);
                return s.executeUpdate();
              }
            });
  }
}

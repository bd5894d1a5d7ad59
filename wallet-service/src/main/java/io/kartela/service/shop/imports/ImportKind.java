package io.kartela.service.shop.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What rows of a list mean. Thread-safe.
 *
 * @param <R> a row that was read
 */
public interface ImportKind<R> {
  /** As the API calls it. */
  String name();

  List<ImportField> fields();

  /** Fields of which a list must have one at least. */
  List<String> needed();

  /** Reads a row without asking what there is. */
  R read(Order order, ImportRow row) throws WrongRow;

  /** What a row is known by: no other of the list may be it. The values name it for people. */
  Map<String, String> keys(R row);

  /**
   * Judges rows, one verdict for each, and does what they say if it is meant; in the caller's
   * transaction. None of them shares a key with another.
   */
  List<Verdict> take(Connection c, Order order, List<R> rows, boolean meant) throws SQLException;

  /** After the commit of what was taken. */
  void committed(Order order);

  /** Everything is taken: writes it down in the audit. */
  void audit(Connection c, Order order, String file, Counts counts) throws SQLException;

  /** Whether what was taken can be taken back. */
  default boolean canBeTakenBack() {
    return false;
  }

  /** Everything is taken back that could be: writes it down in the audit. */
  default void auditBack(Connection c, Order order, String file, TakenBack back)
      throws SQLException {
    throw new UnsupportedOperationException(name());
  }

  /** Takes a part of it back; nothing: that was all. Only if it can be. */
  default TakenBack takeBack(Connection c, Order order) throws SQLException {
    throw new UnsupportedOperationException(name());
  }
}

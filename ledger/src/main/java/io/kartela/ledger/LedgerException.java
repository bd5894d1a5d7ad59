package io.kartela.ledger;

/**
 * Trouble that no correct caller expects. A domain "no" is never an exception, it is a {@link
 * Refusal}.
 */
public class LedgerException extends RuntimeException {
  /** Stable codes: the name is written to logs and never changes its meaning. */
  public enum Code {
    /** An operation needs more lots than the snapshot was opened with: open with more covering. */
    LOTS_NOT_LOADED(false),
    /** The snapshot was opened for an earlier instant than the operation's. */
    OPENED_FOR_EARLIER(false),
    /** Two postings that do not follow one another were joined. */
    NOT_CONSECUTIVE(false),
    /** The account changed since the snapshot was opened: the caller did not keep its lock. */
    STALE_ACCOUNT(true),
    /**
     * Another transaction has just written the same idempotency key: repeat and find its answer.
     */
    OPERATION_RACE(true),
    /** The account was merged into another meanwhile; repeat and ask whose it is. */
    MERGED(true),
    /** The connection commits by itself, or its isolation is not READ COMMITTED. */
    WRONG_TRANSACTION(false),
    /** A deadlock, a serialization failure, a lost connection: the transaction may be repeated. */
    DATABASE_RETRY(true),
    /** Any other answer of the database. */
    DATABASE(false);

    private final boolean retryable;

    Code(boolean retryable) {
      this.retryable = retryable;
    }

    /** Whether repeating the whole transaction, with the same idempotency key, is sensible. */
    public boolean retryable() {
      return retryable;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Code code;

  public LedgerException(Code code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  public LedgerException(Code code, String message, Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}

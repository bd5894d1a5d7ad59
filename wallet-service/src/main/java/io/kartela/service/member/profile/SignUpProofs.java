package io.kartela.service.member.profile;

import io.kartela.service.code.Phone;
import io.kartela.service.platform.http.Lang;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways to prove a newcomer's phone without a text, as signing up needs them. A proof belongs to the
 * one attempt that it was begun for, and is good for minutes. Thread-safe.
 */
public interface SignUpProofs {
  /** How an attempt stands. */
  enum State {
    /** Nothing was heard yet. */
    WAITING,
    PROVEN,
    /** The messenger's account has another phone than was typed. */
    OTHER_PHONE,
    /** Too late: begin again. */
    ELAPSED
  }

  /**
   * What the person has to do.
   *
   * @param secret of whoever began it; asked for at every step
   * @param link that opens the chat with the shop's bot; null: no messenger
   * @param call the number to be rung, written for people; null: no call
   */
  record Opened(String secret, @Nullable URI link, @Nullable String call, Instant until) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "proof until " + until;
    }
  }

  /** What this shop's newcomers may choose from, in its order; empty: nobody can sign up alone. */
  List<ProofWay> ways(long merchantId);

  /**
   * Begins. Call it outside a transaction: a vendor may be asked.
   *
   * @param id names the attempt; not to be guessed
   */
  Opened open(long merchantId, long id, Phone phone, Lang lang, ProofWay way);

  /** How it stands; asks the vendor when only the vendor can know. */
  State state(long merchantId, long id, String secret);

  /** Throws a problem unless the phone is proven; held until the transaction ends. */
  void require(Connection c, long merchantId, long id, String secret) throws SQLException;

  /** The proof is used up; a chat by which it came is the member's from now on. */
  void joined(Connection c, long merchantId, long id, long memberId) throws SQLException;
}

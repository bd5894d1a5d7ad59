package io.kartela.push.sms;

import io.kartela.push.Answer;

/**
 * Proof that a phone is somebody's, without a text: the person rings a free number from it, and the
 * vendor tells us who rang. Works on landlines too.
 */
public interface InboundCalls {

  /** Waits for a call from this phone. */
  Opened open(String phone);

  /** How it stands; ask every few seconds. */
  State state(String checkId);

  /** What came of the wish. */
  sealed interface Opened {
    /**
     * The vendor waits for the call.
     *
     * @param checkId the vendor's
     * @param number to be rung, written for people
     */
    record Waiting(String checkId, String number) implements Opened {}

    /** As a text would have been refused. */
    record Refused(Answer answer) implements Opened {}
  }

  /** Whether the person has rung. */
  enum State {
    WAITING,
    CONFIRMED,
    /** Nobody rang in time. */
    ELAPSED,
    /** The vendor is out of reach, or does not know the check. */
    UNKNOWN
  }
}

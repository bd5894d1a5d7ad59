package io.kartela.service.member.profile;

/** How a person shows that a phone is theirs; what costs nothing comes first. */
public enum ProofWay {
  /** The button of a messenger that gives the own phone. */
  MAX,
  TELEGRAM,
  /** A call from the phone to a number that is free. */
  CALL,
  /** A code in a text message. */
  SMS
}

package io.kartela.push.mail;

/** A letter to one person, in plain text. */
public record Mail(String to, String subject, String text) {
  public Mail {
    if (to.isBlank() || subject.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("an empty letter");
    }
  }

  /** Whom it goes to and what it says stays out of logs. */
  @Override
  public String toString() {
    return "Mail[…]";
  }
}

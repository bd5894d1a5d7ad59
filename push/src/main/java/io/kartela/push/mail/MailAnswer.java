package io.kartela.push.mail;

/** What became of a letter. Exhaustive: switch over it without a default. */
public sealed interface MailAnswer {

  /** The server took it. Whether it is read is not known. */
  record Accepted() implements MailAnswer {}

  /** The server is not there, does not let us in, or does not want the letter. */
  record NotSent(String reason) implements MailAnswer {}
}

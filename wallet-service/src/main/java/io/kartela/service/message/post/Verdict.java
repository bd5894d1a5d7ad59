package io.kartela.service.message.post;

import io.kartela.push.Answer;

/** What became of a message. Exhaustive: switch over it without a default. */
public sealed interface Verdict {
  /** The gateway took it. */
  record Accepted() implements Verdict {}

  /**
   * It may arrive, and is not sent again: the gateway's answer got lost, or the node that sent it
   * ended before one came.
   */
  record Unknown(String detail) implements Verdict {}

  /** It certainly did not go; the same occasion may be tried again. */
  record Refused(Answer answer) implements Verdict {}

  /** Nobody was asked to send it. */
  record Skipped(Skip why) implements Verdict {}

  static Verdict of(Answer answer) {
    return switch (answer) {
      case Answer.Accepted _ -> new Accepted();
      case Answer.Unknown(String detail) -> new Unknown(detail);
      default -> new Refused(answer);
    };
  }
}

package io.kartela.service;

/** The service could not start; the message is one sentence for the operator. */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

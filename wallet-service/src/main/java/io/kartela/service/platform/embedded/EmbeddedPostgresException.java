package io.kartela.service.platform.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Why the data folder or the embedded server cannot be used: one sentence for the operator and a
 * stable code.
 */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Stable reasons; the texts appear in logs and must not change. */
  public enum Code {
    NOT_SUPPORTED("embedded-not-supported"),
    TOOL_MISSING("embedded-tool-missing"),
    NAMESPACE_REFUSED("embedded-namespace-refused"),
    FOLDER_FOREIGN("data-folder-foreign"),
    FOLDER_IN_USE("data-folder-in-use"),
    FOLDER_OTHER_VERSION("data-folder-other-version"),
    FOLDER_OTHER_USER("data-folder-other-user"),
    FOLDER_NOT_WRITABLE("data-folder-not-writable"),
    FOLDER_DAMAGED("data-folder-damaged"),
    DISK_FULL("data-folder-disk-full"),
    START_FAILED("embedded-start-failed");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  private final Code code;
  private final String sentence;

  EmbeddedPostgresException(Code code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
    this.sentence = sentence;
  }

  EmbeddedPostgresException(Code code, String sentence) {
    this(code, sentence, null);
  }

  /** The message: what is wrong and what to do about it. */
  public String sentence() {
    return sentence;
  }

  public Code code() {
    return code;
  }
}

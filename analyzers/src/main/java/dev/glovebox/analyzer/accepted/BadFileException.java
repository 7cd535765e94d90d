package dev.glovebox.analyzer.accepted;

/** A baseline or a suppression file that is not what it should be: nothing of it holds. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  BadFileException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable code: BASELINE_INVALID, SUPPRESSIONS_INVALID or FILE_UNREADABLE. */
  public String code() {
    return code;
  }

  /** Whether the file could not be read at all. */
  public boolean unreadable() {
    return code.equals(UNREADABLE);
  }

  static final String UNREADABLE = "FILE_UNREADABLE";
}

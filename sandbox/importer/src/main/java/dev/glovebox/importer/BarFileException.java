package dev.glovebox.importer;

/** A bar file that is refused: a stable code, what was wrong, and the line. */
final class BarFileException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String problem;
  private final int line;

  /**
   * Refuses a file.
   *
   * @param line 1-based; 0 if no line is to blame
   */
  BarFileException(String code, String problem, int line) {
    super(problem, null, false, false);
    this.code = code;
    this.problem = problem;
    this.line = line;
  }

  String code() {
    return code;
  }

  String problem() {
    return problem;
  }

  int line() {
    return line;
  }
}

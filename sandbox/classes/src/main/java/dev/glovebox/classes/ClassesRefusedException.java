package dev.glovebox.classes;

/** Carries a {@link ClassDefect} out of reading an archive. */
public final class ClassesRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ClassDefect defect;

  /** Wraps {@code defect}; no stack trace is filled in, as none is ever shown. */
  public ClassesRefusedException(ClassDefect defect) {
    super(defect.code() + ": " + defect.message(), null, false, false);
    this.defect = defect;
  }

  /** What to tell the caller. */
  public ClassDefect defect() {
    return defect;
  }
}

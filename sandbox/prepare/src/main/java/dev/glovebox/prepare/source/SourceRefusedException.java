package dev.glovebox.prepare.source;

/** Carries a {@link Refusal} out of deep calls; never leaves the entry points of this module. */
public final class SourceRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Wraps {@code refusal}; no stack trace is filled in, as none is ever shown. */
  public SourceRefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** What to tell the caller. */
  public Refusal refusal() {
    return refusal;
  }
}

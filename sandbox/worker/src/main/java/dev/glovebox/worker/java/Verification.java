package dev.glovebox.worker.java;

/** Reads a prepared form and verifies its classes, before any of them is defined. */
@FunctionalInterface
public interface Verification {
  /**
   * Returns the classes of {@code form}.
   *
   * @throws RefusedException if they are not what a preparation makes
   */
  Candidate verified(byte[] form) throws RefusedException;

  /** The form is none, or its classes may not be loaded. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says in one sentence why; no code of the candidate had a hand in it. */
    public RefusedException(String why) {
      super(why, null, false, false);
    }
  }
}

package dev.glovebox.session;

/** Where the secrets come from with which a process proves that it is the one we started. */
@FunctionalInterface
public interface Nonces {
  /** Length of every nonce. */
  int NONCE_BYTES = 32;

  /** Returns {@value #NONCE_BYTES} unpredictable bytes, never the same twice. Thread-safe. */
  byte[] fresh();
}

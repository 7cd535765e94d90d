package dev.glovebox.jail;

/** What a process holds beside itself and gives back once it has ended. */
public interface Holdings extends AutoCloseable {
  /** Whether the kernel killed the process at a memory bound that the host had set. */
  default boolean hitMemoryBound() {
    return false;
  }

  /** Whether the kernel refused the process another thread at a bound that the host had set. */
  default boolean hitThreadBound() {
    return false;
  }

  /** Gives everything back; called once, after the end of the process. Never throws. */
  @Override
  void close();
}

package dev.glovebox.worker.python;

import dev.glovebox.strategy.guest.MeteredThread;
import org.jspecify.annotations.Nullable;

/**
 * The thread that a guest runs on: it has a large stack and counts how deep the guest's calls are.
 *
 * <p>The count is a field of the thread, for nothing else is as fast to reach from every call.
 */
public final class GuestThread extends MeteredThread {
  /** Stack of a guest, so that the recursion limit is met before the stack's end. */
  public static final long STACK_BYTES = 64L * 1024 * 1024;

  /** Calls that have not returned yet. */
  int depth;

  /** Most calls at a time. */
  int depthMax = Integer.MAX_VALUE;

  /** The engine's own class of the error that tells of too many, of the context in use. */
  @Nullable Object recursionError;

  /** Where the sets come from that a running block has not seen yet. */
  @Nullable SetFeed feed;

  /** A thread for {@code task}, not yet started. */
  public GuestThread(Runnable task) {
    super(task, "guest", STACK_BYTES);
  }
}

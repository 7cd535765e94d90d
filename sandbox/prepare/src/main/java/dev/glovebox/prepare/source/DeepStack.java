package dev.glovebox.prepare.source;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs recursive work on a thread whose stack is larger than anything that passes the caps can use,
 * so that no verdict depends on how warm the JVM is.
 */
public final class DeepStack {
  /** Reserved address space of the thread; only what is touched is paid for. */
  private static final long STACK_BYTES = 512L * 1024 * 1024;

  private DeepStack() {}

  /**
   * Returns what {@code work} returns.
   *
   * <p>Work that does not end in time is left behind on a daemon thread: the process is disposable
   * and ends after its answer.
   *
   * @throws SourceRefusedException as thrown by {@code work}, or if it overflowed even this stack,
   *     or if it took longer than {@code limit}
   */
  public static <T> T call(Supplier<T> work, Duration limit) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                answer.complete(work.get());
              } catch (StackOverflowError e) {
                answer.completeExceptionally(
                    new SourceRefusedException(
                        Refusal.of(RefusalCode.SOURCE_DEPTH, "the code nests too deeply")));
              } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            },
            "deep-stack",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SourceRefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException("parsing failed", e.getCause());
    } catch (TimeoutException e) {
      throw new SourceRefusedException(late());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while parsing", e);
    }
  }

  /** The refusal of what is not parsed in time. */
  public static Refusal late() {
    return Refusal.of(RefusalCode.PARSE_DEADLINE, "parsing took too long");
  }
}

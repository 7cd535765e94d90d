package dev.glovebox.session;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps processes ready that were started ahead and wait at their stdin for their one request.
 *
 * <p>A process is handed over once and never comes back, so that it holds nothing of an earlier
 * candidate: all it has seen is the host's own sample. Its limits are those of a cold one, and its
 * deadline counts from the request. One that waits ends with the host, at the end of its stdin.
 * When none waits, a cold one is started: an empty pool costs time and refuses nobody.
 */
public final class WarmHelpers implements Helpers {
  /** Most processes that may wait in one pool. */
  public static final int WAITING_MAX = 16;

  private final Jail jail;
  private final ProcessImage image;
  private final ProcessImage ahead;
  private final ProcessLimits memory;
  private final WarmPool<JailedProcess> pool;

  /**
   * Starts to fill the pool, on a thread of its own.
   *
   * @param image what waits is told by one of its flags to warm itself before it reads
   * @param size processes that wait, 1 to {@value #WAITING_MAX}
   */
  public WarmHelpers(Jail jail, ProcessImage image, ProcessLimits memory, int size) {
    if (size < 1 || size > WAITING_MAX) {
      throw new IllegalArgumentException("a pool of " + size + " processes");
    }
    this.jail = jail;
    this.image = image;
    this.ahead = ahead(image);
    this.memory = memory;
    this.pool = new WarmPool<>(image.name(), size, new Ahead());
  }

  /** Returns {@code image} as one that warms itself before it reads its request. */
  public static ProcessImage ahead(ProcessImage image) {
    return WarmPool.ahead(image);
  }

  @Override
  public String name() {
    return image.name();
  }

  /** Processes that wait and live. */
  public int waiting() {
    return pool.waiting();
  }

  @Override
  public JailedProcess take() throws IOException {
    Optional<JailedProcess> ready = pool.take();
    return ready.isPresent() ? ready.get() : jail.start(image, memory);
  }

  /** Helpers as the pool's processes. */
  private final class Ahead implements WarmPool.Kind<JailedProcess> {
    @Override
    public Optional<JailedProcess> started() {
      try {
        return Optional.of(jail.start(ahead, memory));
      } catch (IOException _) {
        // The next request starts one itself and says why it could not.
        return Optional.empty();
      }
    }

    @Override
    public boolean lives(JailedProcess process) {
      return process.isAlive();
    }

    @Override
    public void end(JailedProcess process) {
      process.close();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

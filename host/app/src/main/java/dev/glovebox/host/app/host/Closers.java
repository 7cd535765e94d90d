package dev.glovebox.host.app.host;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things to close, last opened first; one that fails does not keep the others open. */
final class Closers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @CanIgnoreReturnValue
  synchronized <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close well", part.getClass().getSimpleName(), e);
      }
    }
  }
}

package dev.glovebox.session;

import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Log lines of one worker, counted by the host too. Not thread-safe.
 *
 * <p>The host's count is the looser one (text alone, without line ends), so that an honest worker
 * always stops first and the place where it stops does not depend on the block size.
 */
final class WorkerLog {
  private final WorkerLimits limits;
  private List<String> waiting = new ArrayList<>();
  private long bytes;
  private long lines;
  private int markedWaiting;

  WorkerLog(WorkerLimits limits) {
    this.limits = limits;
  }

  /** Counts lines, and keeps them until they are drained. */
  void add(List<String> received) throws EndedException {
    if (received.isEmpty()) {
      count(0);
    }
    for (String line : received) {
      AnswerChecks.text(line, limits.logLineBytesMax());
      count(Text.utf8Bytes(line));
      waiting.add(line);
    }
  }

  /** Counts lines that were kept when they came before. */
  void addAgain(List<String> received) throws EndedException {
    int kept = waiting.size();
    try {
      add(received);
    } finally {
      waiting.subList(kept, waiting.size()).clear();
    }
  }

  /** Counts a line, or a frame without any, which must not be free either. */
  private void count(int lineBytes) throws EndedException {
    bytes += lineBytes;
    lines++;
    if (bytes > limits.logRunBytesMax() || lines > limits.logRunBytesMax()) {
      throw EndedException.seen(
          WorkerEnd.OUTPUT_LIMIT, "more than " + limits.logRunBytesMax() + " bytes of log");
    }
  }

  /** Remembers what has come so far: it belongs to answers. */
  void mark() {
    markedWaiting = waiting.size();
  }

  /** Counts from nothing, for all will come again. */
  void countAgain() {
    bytes = 0;
    lines = 0;
  }

  /** Forgets what has come since the mark: it will come again. Nothing was drained since then. */
  void rollBack() {
    waiting.subList(markedWaiting, waiting.size()).clear();
  }

  List<String> drain() {
    List<String> drained = List.copyOf(waiting);
    waiting = new ArrayList<>();
    markedWaiting = 0;
    return drained;
  }
}

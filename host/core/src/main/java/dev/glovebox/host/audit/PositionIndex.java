package dev.glovebox.host.audit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Where each record starts: four bytes per record in memory, rebuilt at start. Thread-safe. */
final class PositionIndex {
  private static final int RECORDS_INITIAL = 1024;

  @GuardedBy("this")
  private final TreeMap<Long, Long> segments = new TreeMap<>();

  @GuardedBy("this")
  private int[] offsets = new int[RECORDS_INITIAL];

  @GuardedBy("this")
  private int size;

  /**
   * A record's place.
   *
   * @param segment first sequence of its segment
   * @param offset in the segment, in bytes
   */
  record Position(long segment, int offset) {}

  synchronized void add(long sequence, int offset) {
    if (sequence != size) {
      throw new IllegalStateException("positions are added in order");
    }
    if (offset == 0) {
      segments.put(sequence, sequence);
    }
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.multiplyExact(size, 2));
    }
    offsets[size++] = offset;
  }

  synchronized Position position(long sequence) {
    Map.Entry<Long, Long> segment = segments.floorEntry(sequence);
    if (segment == null || sequence >= size) {
      throw new IllegalArgumentException("no such record");
    }
    return new Position(segment.getKey(), offsets[Math.toIntExact(sequence)]);
  }
}

package dev.glovebox.worker.guest;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * The sets of one frame, oldest first, and how many of them are through. A guest moves it on only
 * after a set's hooks have returned, so that a fault tells what came before it. Not thread-safe.
 */
public final class SetCursor {
  private final List<ByteString> sets;
  private int done;

  /** Stands at the first of {@code sets}. */
  public SetCursor(List<ByteString> sets) {
    this.sets = sets;
  }

  /** True if a set is left. */
  public boolean hasNext() {
    return done < sets.size();
  }

  /** The set whose turn it is: a {@code BarSet} in its wire form. */
  public ByteString next() {
    return sets.get(done);
  }

  /** Tells that the hooks of {@link #next} have returned. */
  public void moveOn() {
    done++;
  }

  /** Number of sets that are through. */
  public int consumed() {
    return done;
  }
}

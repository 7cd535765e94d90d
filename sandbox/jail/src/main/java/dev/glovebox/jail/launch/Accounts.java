package dev.glovebox.jail.launch;

import java.util.concurrent.atomic.AtomicLong;

/**
 * User numbers that belong to nobody on the machine, a fresh one for each process. Only root can
 * hand them out. Thread-safe.
 *
 * @see <a href="https://systemd.io/UIDS-GIDS/">Users, groups, UIDs and GIDs on systemd systems</a>
 */
public final class Accounts {
  /** First number of a range that systems leave free. */
  public static final int FIRST = 1_900_000_000;

  /** Numbers in the range. */
  static final int COUNT = 200_000_000;

  private final AtomicLong next;

  /**
   * Starts somewhere in the range.
   *
   * @param seed random, so that two hosts do not hand out the same numbers
   */
  public Accounts(int seed) {
    next = new AtomicLong(Integer.toUnsignedLong(seed));
  }

  /** A number that was not handed out before. */
  public int next() {
    return FIRST + (int) (next.getAndIncrement() % COUNT);
  }
}

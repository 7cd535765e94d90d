package dev.glovebox.jail.landlock;

/**
 * Landlock's rights as bits, and which of them a kernel knows.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/landlock.html">Landlock</a>
 */
final class Rights {
  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIR = 1 << 3;
  private static final long REMOVE_DIR = 1 << 4;
  private static final long REMOVE_FILE = 1 << 5;
  private static final long MAKE_DIR = 1 << 7;
  private static final long MAKE_REG = 1 << 8;
  private static final long TRUNCATE = 1 << 14;

  /** Version in which a right came: by the number of rights that there are from then on. */
  private static final int FIRST_RIGHTS = 13;

  private static final int REFER_SINCE = 2;
  private static final int TRUNCATE_SINCE = 3;

  /** Version that knows of TCP. */
  static final int TCP_SINCE = 4;

  private static final int DEVICES_SINCE = 5;

  /** Version that knows of abstract unix sockets and signals. */
  static final int SCOPE_SINCE = 6;

  private static final long TCP = 0b11;
  private static final long SCOPE = 0b11;

  private Rights() {}

  /** Every right over files that a kernel of {@code version} can refuse. */
  static long files(int version) {
    int count = FIRST_RIGHTS;
    for (int since : new int[] {REFER_SINCE, TRUNCATE_SINCE, DEVICES_SINCE}) {
      if (version >= since) {
        count++;
      }
    }
    return (1L << count) - 1;
  }

  /** Binding and connecting by TCP, where the kernel can refuse it. */
  static long tcp(int version) {
    return version >= TCP_SINCE ? TCP : 0;
  }

  /** Abstract unix sockets and signals of others, where the kernel can refuse them. */
  static long scope(int version) {
    return version >= SCOPE_SINCE ? SCOPE : 0;
  }

  /**
   * What {@code access} allows, of what a kernel of {@code version} refuses.
   *
   * @param folder whether the rule is for a folder: a file takes no others
   */
  static long allowed(Access access, boolean folder, int version) {
    long rights =
        switch (access) {
          case READ -> READ_FILE | (folder ? READ_DIR : 0);
          case RUN -> READ_FILE | EXECUTE;
          case WRITE ->
              READ_FILE
                  | WRITE_FILE
                  | TRUNCATE
                  | (folder ? READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG : 0);
        };
    return rights & files(version);
  }
}

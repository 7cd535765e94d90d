package dev.glovebox.jail.armour;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * The host's own armour on Linux: nobody but root may look into its memory, its descriptors or its
 * environment, and no core file is ever written of it. Elsewhere nothing happens, and it is said.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/PR_SET_DUMPABLE.2const.html">prctl</a>
 */
public final class Armour {
  private static final int PR_GET_DUMPABLE = 3;
  private static final int PR_SET_DUMPABLE = 4;
  private static final int SECCOMP_GET_ACTION_AVAIL = 2;
  private static final int ACTION_ERRNO = 0x00050000;

  /** The same number on every architecture. */
  private static final long LANDLOCK_CREATE_RULESET = 444;

  private static final int LANDLOCK_VERSION = 1;

  private final MethodHandle syscall;
  private final long prctl;
  private final long seccomp;

  private Armour(MethodHandle syscall, long prctl, long seccomp) {
    this.syscall = syscall;
    this.prctl = prctl;
    this.seccomp = seccomp;
  }

  /** The calls of this machine; empty where there are none. */
  public static Optional<Armour> of(String osName, String osArch) {
    if (!osName.equals("Linux")) {
      return Optional.empty();
    }
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(new Armour(handle(), 157, 317));
      case "aarch64", "arm64" -> Optional.of(new Armour(handle(), 167, 277));
      default -> Optional.empty();
    };
  }

  @SuppressWarnings("restricted") // the JVM is told by --enable-native-access
  private static MethodHandle handle() {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(word, word, word, word, word, word, word),
        Linker.Option.firstVariadicArg(1));
  }

  /** Puts it on, for the life of this process; returns whether it is on. */
  public boolean put() {
    return call(prctl, PR_SET_DUMPABLE, 0, 0) == 0 && isOn();
  }

  /** Whether it is on. */
  public boolean isOn() {
    return call(prctl, PR_GET_DUMPABLE, 0, 0) == 0;
  }

  /** Whether the kernel would let a process filter its own calls. */
  public boolean canFilter() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocateFrom(ValueLayout.JAVA_INT, ACTION_ERRNO);
      return call(seccomp, SECCOMP_GET_ACTION_AVAIL, 0, action.address()) == 0;
    }
  }

  /** Version of the kernel's Landlock; 0 where it has none or it is switched off. */
  public int landlockVersion() {
    return (int) Math.max(0, call(LANDLOCK_CREATE_RULESET, 0, 0, LANDLOCK_VERSION));
  }

  private long call(long number, long first, long second, long third) {
    try {
      return (long) syscall.invokeExact(number, first, second, third, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("syscall " + number, e);
    }
  }
}

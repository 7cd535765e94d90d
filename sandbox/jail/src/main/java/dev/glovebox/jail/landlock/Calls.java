package dev.glovebox.jail.landlock;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The launcher's system calls, by one method handle: each shape of call costs time at a start.
 *
 * @param syscall libc's function
 * @param open number of {@code openat}
 * @param prctl number of {@code prctl}
 * @param execve number of {@code execve}
 * @param limit number of {@code prlimit64}
 * @param exit number of {@code exit_group}
 */
record Calls(MethodHandle syscall, long open, long prctl, long execve, long limit, long exit) {
  /** The same on every architecture. */
  static final long CLOSE_RANGE = 436;

  static final long CREATE_RULESET = 444;
  static final long ADD_RULE = 445;
  static final long RESTRICT_SELF = 446;

  /** Those of this machine. */
  @SuppressWarnings("restricted") // the JVM is told by --enable-native-access
  static Calls of(String architecture) {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    MethodHandle handle =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(word, word, word, word, word, word, word),
            Linker.Option.firstVariadicArg(1));
    return switch (architecture) {
      case "amd64", "x86_64" -> new Calls(handle, 257, 157, 59, 302, 231);
      case "aarch64", "arm64" -> new Calls(handle, 56, 167, 221, 261, 94);
      default -> throw new IllegalStateException("no launcher on " + architecture);
    };
  }

  /** Makes a call; negative if the kernel refused. */
  long call(long number, long first, long second, long third, long fourth) {
    try {
      return (long) syscall.invokeExact(number, first, second, third, fourth, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("syscall " + number, e);
    }
  }
}

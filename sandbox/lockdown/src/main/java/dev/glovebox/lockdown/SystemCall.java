package dev.glovebox.lockdown;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * The few system calls of a lockdown on Linux, through libc's {@code syscall}. One method handle
 * serves all, because each shape of call costs a child time at its start.
 */
final class SystemCall {
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG);

  private final MethodHandle syscall;
  private final long prctl;
  private final long seccomp;
  private final long exitGroup;

  private SystemCall(MethodHandle syscall, long prctl, long seccomp, long exitGroup) {
    this.syscall = syscall;
    this.prctl = prctl;
    this.seccomp = seccomp;
    this.exitGroup = exitGroup;
  }

  /** The calls of this machine, made once. */
  static SystemCall ofThisMachine() {
    return Made.CALLS;
  }

  private static final class Made {
    static final SystemCall CALLS = of(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT));
  }

  // The JVM is told by --enable-native-access.
  @SuppressWarnings("restricted")
  private static SystemCall of(String architecture) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function =
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new IllegalStateException("no syscall function here"));
    MethodHandle handle = linker.downcallHandle(function, SHAPE, Linker.Option.firstVariadicArg(1));
    return switch (architecture) {
      case "amd64", "x86_64" -> new SystemCall(handle, 157, 317, 231);
      case "aarch64", "arm64" -> new SystemCall(handle, 167, 277, 94);
      default -> throw new IllegalStateException("no lockdown on " + architecture);
    };
  }

  long prctl(long option, long value) {
    return call(prctl, option, value, 0);
  }

  long seccomp(long operation, long flags, long address) {
    return call(seccomp, operation, flags, address);
  }

  void exit(int status) {
    long unused = call(exitGroup, status, 0, 0);
    throw new IllegalStateException("exit_group returned " + unused);
  }

  private long call(long number, long first, long second, long third) {
    try {
      return (long) syscall.invokeExact(number, first, second, third, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("syscall " + number, e);
    }
  }
}

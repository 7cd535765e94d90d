package dev.glovebox.jail.escape;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** System calls by number, as an attacker makes them who has taken the process over. */
final class Native {
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final MethodHandle SYSCALL = handle();

  private Native() {}

  @SuppressWarnings("restricted")
  private static MethodHandle handle() {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    return linker.downcallHandle(
        linker.defaultLookup().find("syscall").orElseThrow(),
        FunctionDescriptor.of(word, word, word, word, word, word, word, word),
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  /** Makes a call; returns its result, or the negative error number. */
  static long call(long number, long... arguments) {
    long[] all = Arrays.copyOf(arguments, 6);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result =
          (long) SYSCALL.invokeExact(state, number, all[0], all[1], all[2], all[3], all[4], all[5]);
      int errno = (int) STATE.varHandle(PathElement.groupElement("errno")).get(state, 0L);
      return result == -1 ? -errno : result;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens {@code path}; {@code yes}, or the negative error number. */
  static String open(String path, long flags) {
    try (Arena arena = Arena.ofConfined()) {
      long result = call(257, -100, arena.allocateFrom(path).address(), flags, 0600);
      if (result < 0) {
        return Long.toString(result);
      }
      long unused = call(3, result);
      return unused == 0 ? "yes" : "open";
    }
  }

  /** The address of a unix socket in the abstract namespace, and its length. */
  static MemorySegment abstractAddress(Arena arena, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    MemorySegment address = arena.allocate(3 + bytes.length);
    address.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
    MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, 3, bytes.length);
    return address;
  }
}

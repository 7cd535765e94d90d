package dev.glovebox.lockdown;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process's own last step before it reads what a candidate wrote: it installs, on all of its
 * threads and for good, the system call filter that the host handed over.
 *
 * <p>The filter comes as a system property, because properties are set by the host alone. A process
 * that was told to lock itself and cannot must end: every failure is an exception.
 */
public final class Lockdown {
  /** The filter: an array of {@code struct sock_filter}, in base 64. */
  public static final String PROPERTY = "glovebox.lockdown";

  /** Stands in the filter where the number of the process belongs, which the host cannot know. */
  public static final int OWN_PROCESS = 0x50494430;

  /** Longest filter that the kernel takes, in instructions. */
  public static final int INSTRUCTIONS_MAX = 4096;

  private static final int INSTRUCTION_BYTES = 8;
  private static final int OPERAND_OFFSET = 4;

  private static final int PR_GET_SECCOMP = 21;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_GET_NO_NEW_PRIVS = 39;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int MODE_FILTER = 2;

  private static final MemoryLayout PROGRAM =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_SHORT.withName("length"),
          MemoryLayout.paddingLayout(6),
          ValueLayout.ADDRESS.withName("filter"));

  /** Set to {@code true} where the JVM's own end matters: while a cache is recorded from it. */
  public static final String RECORDED = "glovebox.recorded";

  private static final AtomicBoolean LOCKED = new AtomicBoolean();

  private Lockdown() {}

  /**
   * Whether a cache is recorded from this process: then it must not close its output before its
   * end, because who reads to the end of that kills it, and with it what it still writes down.
   */
  public static boolean isRecorded() {
    return Boolean.getBoolean(RECORDED);
  }

  /**
   * Ends this process at once. A locked one ends by the system call: the JVM's own way waits up to
   * a third of a second for threads in blocking reads, and whoever started the process with it.
   */
  public static void halt(int status) {
    if (LOCKED.get() && !isRecorded()) {
      SystemCall.ofThisMachine().exit(status);
    }
    Runtime.getRuntime().halt(status);
  }

  /**
   * Prepares the calls and lays the filter out, which takes some time, so that {@link #enter} later
   * takes none. A filter that cannot be laid out is left to be refused there.
   */
  public static void prepare() {
    String ordered = System.getProperty(PROPERTY);
    if (ordered != null) {
      // The first call through a handle is the slow one; this one only asks.
      long _ = SystemCall.ofThisMachine().prctl(PR_GET_NO_NEW_PRIVS, 0);
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment _ = program(arena, Base64.getDecoder().decode(ordered));
      } catch (IllegalArgumentException | IllegalStateException _) {
        // The same again when the process is locked.
      }
    }
  }

  /**
   * Locks this process, if it was told to. May be called once.
   *
   * @throws IllegalStateException if the filter is not in force on every thread afterwards
   */
  public static void enter() {
    String ordered = System.getProperty(PROPERTY);
    if (ordered != null) {
      enter(Base64.getDecoder().decode(ordered));
    }
  }

  private static void enter(byte[] filter) {
    SystemCall calls = SystemCall.ofThisMachine();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = program(arena, filter);
      require(calls.prctl(PR_SET_NO_NEW_PRIVS, 1) == 0, "no_new_privs");
      require(
          calls.seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program.address()) == 0,
          "seccomp");
      require(calls.prctl(PR_GET_NO_NEW_PRIVS, 0) == 1, "no_new_privs afterwards");
      require(calls.prctl(PR_GET_SECCOMP, 0) == MODE_FILTER, "seccomp afterwards");
      LOCKED.set(true);
    }
  }

  /** The filter as the kernel takes it. */
  private static MemorySegment program(Arena arena, byte[] filter) {
    int length = filter.length / INSTRUCTION_BYTES;
    if (filter.length % INSTRUCTION_BYTES != 0 || length < 1 || length > INSTRUCTIONS_MAX) {
      throw new IllegalStateException("not a filter: " + filter.length + " bytes");
    }
    MemorySegment instructions = arena.allocate(filter.length, INSTRUCTION_BYTES);
    MemorySegment.copy(filter, 0, instructions, ValueLayout.JAVA_BYTE, 0, filter.length);
    nameOwnProcess(instructions);
    MemorySegment program = arena.allocate(PROGRAM);
    program.set(ValueLayout.JAVA_SHORT, offset("length"), (short) length);
    program.set(ValueLayout.ADDRESS, offset("filter"), instructions);
    return program;
  }

  private static void nameOwnProcess(MemorySegment instructions) {
    int self = Math.toIntExact(ProcessHandle.current().pid());
    for (long at = OPERAND_OFFSET; at < instructions.byteSize(); at += INSTRUCTION_BYTES) {
      if (instructions.get(ValueLayout.JAVA_INT, at) == OWN_PROCESS) {
        instructions.set(ValueLayout.JAVA_INT, at, self);
      }
    }
  }

  private static long offset(String field) {
    return PROGRAM.byteOffset(PathElement.groupElement(field));
  }

  private static void require(boolean done, String what) {
    if (!done) {
      throw new IllegalStateException("cannot lock this process: " + what);
    }
  }
}

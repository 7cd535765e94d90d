package dev.glovebox.jail.landlock;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Confines its own process for good, and becomes another program.
 *
 * <p>Arguments: rules ({@code r:}, {@code x:} or {@code w:} and a path), {@code --}, the program
 * and its arguments. All is done on one thread, which alone lives on in the program: what a thread
 * gives up is given up by what it becomes. Any failure ends the process, and nothing is started.
 */
public final class LandlockMain {
  /** The process could not be confined as told. */
  public static final int EXIT_REFUSED = 126;

  /** Set to {@code true}, everything is prepared and nothing done: caches are made from that. */
  static final String REHEARSED = "glovebox.recorded";

  private static final String END_OF_RULES = "--";
  private static final List<String> ENVIRONMENT = List.of("LANG=C.UTF-8");

  private static final int AT_WORKING_FOLDER = -100;
  private static final int OPEN_PATH_CLOSE_ON_EXEC = 0x280000;
  private static final int VERSION_FLAG = 1;
  private static final int RULE_PATH_BENEATH = 1;
  private static final int RULE_BYTES = 12;
  private static final int RULE_DESCRIPTOR_OFFSET = 8;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int LIMIT_OF_CORE_FILES = 4;
  private static final int FIRST_DESCRIPTOR = 3;
  private static final long LAST_DESCRIPTOR = 0xFFFF_FFFFL;
  private static final int CLOSE_ON_EXEC = 4;
  private static final long WORD = ValueLayout.JAVA_LONG.byteSize();

  private final Calls calls;
  private final Arena arena;

  private LandlockMain(Calls calls, Arena arena) {
    this.calls = calls;
    this.arena = arena;
  }

  /** Does it; returns never, but in a rehearsal. */
  public static void main(String[] arguments) {
    int end = Arrays.asList(arguments).indexOf(END_OF_RULES);
    Calls calls = Calls.of(System.getProperty("os.arch", ""));
    try (Arena arena = Arena.ofConfined()) {
      LandlockMain launcher = new LandlockMain(calls, arena);
      if (Boolean.getBoolean(REHEARSED)) {
        launcher.rehearse();
        return;
      }
      if (end < 0 || end + 1 >= arguments.length) {
        throw new IllegalArgumentException("no program");
      }
      launcher.become(
          Arrays.copyOfRange(arguments, 0, end),
          Arrays.copyOfRange(arguments, end + 1, arguments.length));
    } catch (IllegalStateException | IllegalArgumentException e) {
      System.err.println("landlock: " + e.getMessage());
      long unused = calls.call(calls.exit(), EXIT_REFUSED, 0, 0, 0);
      throw new IllegalStateException("exit_group returned " + unused, e);
    }
  }

  private void rehearse() {
    long rules = rules(new String[] {Access.READ.word(System.getProperty("java.home"))});
    MemorySegment words = words(List.of("a", "b"));
    System.out.println(rules + " " + words.byteSize());
  }

  private void become(String[] rules, String[] program) {
    long ruleset = rules(rules);
    MemorySegment words = words(Arrays.asList(program));
    MemorySegment environment = words(ENVIRONMENT);
    MemorySegment none = arena.allocate(2 * WORD, WORD);
    must(calls.call(calls.limit(), 0, LIMIT_OF_CORE_FILES, none.address(), 0), "core files");
    must(calls.call(calls.prctl(), PR_SET_NO_NEW_PRIVS, 1, 0, 0), "no_new_privs");
    must(calls.call(Calls.RESTRICT_SELF, ruleset, 0, 0, 0), "restrict_self");
    // Not closed here: this JVM reads its own files until the last.
    must(
        calls.call(Calls.CLOSE_RANGE, FIRST_DESCRIPTOR, LAST_DESCRIPTOR, CLOSE_ON_EXEC, 0),
        "close_range");
    long file = words.get(ValueLayout.JAVA_LONG, 0);
    calls.call(calls.execve(), file, words.address(), environment.address(), 0);
    throw new IllegalStateException("cannot start " + program[0]);
  }

  /** Makes the rules; everything else that the kernel knows to refuse is refused. */
  private long rules(String[] rules) {
    int version = (int) calls.call(Calls.CREATE_RULESET, 0, 0, VERSION_FLAG, 0);
    must(version - 1, "this kernel has none");
    MemorySegment handled = arena.allocate(3 * WORD, WORD);
    handled.set(ValueLayout.JAVA_LONG, 0, Rights.files(version));
    handled.set(ValueLayout.JAVA_LONG, WORD, Rights.tcp(version));
    handled.set(ValueLayout.JAVA_LONG, 2 * WORD, Rights.scope(version));
    long size = WORD;
    if (version >= Rights.TCP_SINCE) {
      size = version >= Rights.SCOPE_SINCE ? 3 * WORD : 2 * WORD;
    }
    long ruleset = calls.call(Calls.CREATE_RULESET, handled.address(), size, 0, 0);
    must(ruleset, "create_ruleset");
    for (String rule : rules) {
      add(ruleset, rule, version);
    }
    return ruleset;
  }

  private void add(long ruleset, String rule, int version) {
    Access access = Access.of(rule);
    String path = rule.substring(2);
    long place =
        calls.call(
            calls.open(),
            AT_WORKING_FOLDER,
            arena.allocateFrom(path).address(),
            OPEN_PATH_CLOSE_ON_EXEC,
            0);
    must(place, "cannot open " + path);
    MemorySegment beneath = arena.allocate(RULE_BYTES, WORD);
    beneath.set(
        ValueLayout.JAVA_LONG,
        0,
        Rights.allowed(access, Files.isDirectory(Path.of(path)), version));
    beneath.set(ValueLayout.JAVA_INT, RULE_DESCRIPTOR_OFFSET, (int) place);
    must(
        calls.call(Calls.ADD_RULE, ruleset, RULE_PATH_BENEATH, beneath.address(), 0),
        "cannot allow " + path);
  }

  /** An array of strings as {@code execve} takes them. */
  private MemorySegment words(List<String> words) {
    MemorySegment array = arena.allocate((words.size() + 1) * WORD, WORD);
    for (int i = 0; i < words.size(); i++) {
      array.set(ValueLayout.ADDRESS, i * WORD, arena.allocateFrom(words.get(i)));
    }
    return array;
  }

  private static void must(long result, String what) {
    if (result < 0) {
      throw new IllegalStateException(what);
    }
  }
}

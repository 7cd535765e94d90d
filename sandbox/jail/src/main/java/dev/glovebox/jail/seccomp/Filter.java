package dev.glovebox.jail.seccomp;

import static java.util.stream.Collectors.toSet;

import dev.glovebox.jail.seccomp.SystemCallRule.Always;
import dev.glovebox.jail.seccomp.SystemCallRule.OneOf;
import dev.glovebox.jail.seccomp.SystemCallRule.SelfAlone;
import dev.glovebox.jail.seccomp.SystemCallRule.ThreadsAlone;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A seccomp filter: for each system call allow, refuse with EPERM or ENOSYS, or end the process.
 *
 * <p>A call in another architecture's way ends the process; x86_64's second numbering (x32) is
 * refused, because the numbers of the list mean other calls there.
 */
public final class Filter {
  /** Let it pass. */
  public static final int ALLOW = 0x7FFF0000;

  /** Refuse with "operation not permitted". */
  public static final int EPERM = 0x00050001;

  /** Refuse with "no such system call". */
  public static final int ENOSYS = 0x00050026;

  /** End the process. */
  public static final int KILL = 0x80000000;

  /** Stands where the process's own number belongs; a process that locks itself puts it in. */
  public static final int OWN_PROCESS = 0x50494430;

  private static final int NUMBER_OFFSET = 0;
  private static final int ARCHITECTURE_OFFSET = 4;
  private static final int ARGUMENTS_OFFSET = 16;
  private static final int ARGUMENT_BYTES = 8;
  private static final int X32_BIT = 0x40000000;

  /** CLONE_VM, CLONE_SIGHAND and CLONE_THREAD. */
  static final int THREAD_FLAGS = 0x00010900;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
  static final int NAMESPACE_FLAGS = 0x7E020000;

  private static final int CLONE3 = 435;

  /** What a process may do while it starts, and must not when a candidate is in it. */
  private static final List<Start> STARTING =
      List.of(
          new Start("execve", 59, 221),
          new Start("execveat", 322, 281),
          new Start("socket", 41, 198),
          new Start("connect", 42, 203));

  private final Architecture architecture;
  private final List<Instruction> instructions;

  private Filter(Architecture architecture, List<Instruction> instructions) {
    this.architecture = architecture;
    this.instructions = List.copyOf(instructions);
  }

  private record Start(String name, int x86, int arm) {
    int number(Architecture architecture) {
      return switch (architecture) {
        case X86_64 -> x86;
        case AARCH64 -> arm;
      };
    }
  }

  /**
   * The list as it is, for a process from its first instruction on.
   *
   * @param self number of the process as it sees itself
   */
  public static Filter whole(Architecture architecture, int self) {
    return listed(architecture, self, Set.of());
  }

  /**
   * The list without what only a start needs: for a process that locks itself, with {@link
   * #OWN_PROCESS} in it.
   */
  public static Filter locked(Architecture architecture) {
    return listed(architecture, OWN_PROCESS, STARTING.stream().map(Start::name).collect(toSet()));
  }

  /** Takes away what only a start needs, and nothing else: to be stacked on {@link #whole}. */
  public static Filter started(Architecture architecture) {
    List<Instruction> program = head(architecture);
    for (Start call : STARTING) {
      program.add(new Instruction(Instruction.EQUAL, 0, 1, call.number(architecture)));
      program.add(Instruction.ending(EPERM));
    }
    program.add(Instruction.ending(ALLOW));
    return new Filter(architecture, program);
  }

  private static Filter listed(Architecture architecture, int self, Set<String> without) {
    List<Instruction> program = head(architecture);
    for (SystemCallRule rule : SystemCallList.read()) {
      OptionalInt number = rule.number(architecture);
      if (number.isPresent() && !without.contains(rule.name())) {
        List<Instruction> body = body(rule, self);
        program.add(new Instruction(Instruction.EQUAL, 0, body.size(), number.getAsInt()));
        program.addAll(body);
      }
    }
    program.add(new Instruction(Instruction.EQUAL, 0, 1, CLONE3));
    program.add(Instruction.ending(ENOSYS));
    program.add(Instruction.ending(EPERM));
    return new Filter(architecture, program);
  }

  private static List<Instruction> head(Architecture architecture) {
    List<Instruction> head = new ArrayList<>();
    head.add(Instruction.load(ARCHITECTURE_OFFSET));
    head.add(new Instruction(Instruction.EQUAL, 1, 0, architecture.audit()));
    head.add(Instruction.ending(KILL));
    head.add(Instruction.load(NUMBER_OFFSET));
    if (architecture == Architecture.X86_64) {
      head.add(new Instruction(Instruction.AT_LEAST, 0, 1, X32_BIT));
      head.add(Instruction.ending(EPERM));
    }
    return head;
  }

  private static List<Instruction> body(SystemCallRule rule, int self) {
    return switch (rule.condition()) {
      case Always _ -> List.of(Instruction.ending(ALLOW));
      case OneOf(int argument, List<Integer> values) -> oneOf(argument, values);
      case SelfAlone _ -> oneOf(0, List.of(self));
      case ThreadsAlone _ ->
          List.of(
              argument(0),
              new Instruction(Instruction.ANY_BIT, 2, 0, NAMESPACE_FLAGS),
              new Instruction(Instruction.AND, 0, 0, THREAD_FLAGS),
              new Instruction(Instruction.EQUAL, 1, 0, THREAD_FLAGS),
              Instruction.ending(EPERM),
              Instruction.ending(ALLOW));
    };
  }

  private static List<Instruction> oneOf(int argument, List<Integer> values) {
    List<Instruction> body = new ArrayList<>();
    body.add(argument(argument));
    for (int value : values) {
      body.add(new Instruction(Instruction.EQUAL, 0, 1, value));
      body.add(Instruction.ending(ALLOW));
    }
    body.add(Instruction.ending(EPERM));
    return body;
  }

  /** Loads the low half, all that the kernel looks at of these arguments. */
  private static Instruction argument(int index) {
    return Instruction.load(ARGUMENTS_OFFSET + index * ARGUMENT_BYTES);
  }

  /** The machine it is for. */
  public Architecture architecture() {
    return architecture;
  }

  /** The program. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** The program as the kernel and bubblewrap read it. */
  public byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(instructions.size() * Instruction.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    instructions.forEach(instruction -> instruction.put(bytes));
    return bytes.array();
  }
}

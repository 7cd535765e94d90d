package dev.glovebox.jail.seccomp;

import java.util.List;
import java.util.OptionalInt;

/**
 * One line of the reviewed list.
 *
 * @param x86 number on x86_64, if it has the call
 * @param arm number on aarch64, if it has the call
 * @param reason why a worker needs it
 */
record SystemCallRule(
    String name, OptionalInt x86, OptionalInt arm, Condition condition, String reason) {

  /** When the call is allowed. */
  sealed interface Condition permits Always, OneOf, ThreadsAlone, SelfAlone {}

  /** Whatever its arguments are. */
  record Always() implements Condition {}

  /** Only if the low 32 bits of one argument are listed. */
  record OneOf(int argument, List<Integer> values) implements Condition {
    OneOf {
      values = List.copyOf(values);
    }
  }

  /** Only to make a thread of this process, in no new namespace. */
  record ThreadsAlone() implements Condition {}

  /** Only at the caller's own process. */
  record SelfAlone() implements Condition {}

  OptionalInt number(Architecture architecture) {
    return switch (architecture) {
      case X86_64 -> x86;
      case AARCH64 -> arm;
    };
  }
}

package dev.glovebox.jail.seccomp;

import dev.glovebox.jail.seccomp.SystemCallRule.Always;
import dev.glovebox.jail.seccomp.SystemCallRule.OneOf;
import dev.glovebox.jail.seccomp.SystemCallRule.SelfAlone;
import dev.glovebox.jail.seccomp.SystemCallRule.ThreadsAlone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of system calls in the form of an OCI runtime's configuration: the same calls under the
 * same conditions as in {@link Filter}, made from the same list.
 *
 * @see <a href="https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#seccomp">
 *     Linux container configuration, seccomp</a>
 */
public final class SeccompProfile {
  private static final String ALLOW = "SCMP_ACT_ALLOW";
  private static final String REFUSE = "SCMP_ACT_ERRNO";
  private static final int NOT_PERMITTED = 1;
  private static final int NO_SUCH_CALL = 38;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private SeccompProfile() {}

  /**
   * The section, as maps, lists, texts and numbers.
   *
   * @param self number of the process as it sees itself
   */
  public static Map<String, Object> section(Architecture architecture, int self) {
    List<Object> calls = new ArrayList<>();
    for (SystemCallRule rule : SystemCallList.read()) {
      if (rule.number(architecture).isPresent()) {
        calls.addAll(allowed(rule, self));
      }
    }
    calls.add(Map.of("names", List.of("clone3"), "action", REFUSE, "errnoRet", NO_SUCH_CALL));
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("defaultAction", REFUSE);
    section.put("defaultErrnoRet", NOT_PERMITTED);
    section.put(
        "architectures",
        List.of(
            switch (architecture) {
              case X86_64 -> "SCMP_ARCH_X86_64";
              case AARCH64 -> "SCMP_ARCH_AARCH64";
            }));
    section.put("syscalls", calls);
    return section;
  }

  /** One entry for each way in which the call may be made: entries are alternatives. */
  private static List<Map<String, Object>> allowed(SystemCallRule rule, int self) {
    return switch (rule.condition()) {
      case Always _ -> List.of(Map.of("names", List.of(rule.name()), "action", ALLOW));
      case OneOf(int argument, List<Integer> values) ->
          values.stream()
              .map(value -> equal(rule.name(), argument, LOW_HALF, Integer.toUnsignedLong(value)))
              .toList();
      case SelfAlone _ -> List.of(equal(rule.name(), 0, LOW_HALF, self));
      // The flags of a thread are all there, and of those of namespaces none.
      case ThreadsAlone _ ->
          List.of(
              equal(
                  rule.name(),
                  0,
                  Filter.THREAD_FLAGS | Filter.NAMESPACE_FLAGS,
                  Filter.THREAD_FLAGS));
    };
  }

  private static Map<String, Object> equal(String name, int argument, long mask, long value) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("index", argument);
    condition.put("value", mask);
    condition.put("valueTwo", value);
    condition.put("op", "SCMP_CMP_MASKED_EQ");
    return Map.of("names", List.of(name), "action", ALLOW, "args", List.of(condition));
  }
}

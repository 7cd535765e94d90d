package dev.glovebox.jail.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.seccomp.SystemCallRule.OneOf;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list in a runtime's form. */
final class SeccompProfileTest {
  @ParameterizedTest
  @EnumSource
  void allowsTheListAndNothingElse(Architecture architecture) {
    Map<String, Object> section = SeccompProfile.section(architecture, 1);
    assertThat(section)
        .containsEntry("defaultAction", "SCMP_ACT_ERRNO")
        .containsEntry("defaultErrnoRet", 1);
    List<?> entries = (List<?>) section.getOrDefault("syscalls", List.of());
    Map<String, Long> allowed =
        entries.stream()
            .map(Object::toString)
            .filter(entry -> entry.contains("action=SCMP_ACT_ALLOW"))
            .map(SeccompProfileTest::name)
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    Map<String, Long> listed =
        SystemCallList.read().stream()
            .filter(rule -> rule.number(architecture).isPresent())
            .collect(
                Collectors.toMap(
                    SystemCallRule::name,
                    rule ->
                        rule.condition() instanceof OneOf(int _, List<Integer> values)
                            ? (long) values.size()
                            : 1L));
    assertThat(allowed).isEqualTo(listed);
    assertThat(entries.toString())
        .contains(
            "index=0, value=" + 0x7E030900 + ", valueTwo=" + 0x10900 + ", op=SCMP_CMP_MASKED_EQ")
        .contains("errnoRet=38");
    assertThat(entries.stream().filter(entry -> entry.toString().contains("clone3"))).hasSize(1);
  }

  private static String name(String entry) {
    int start = entry.indexOf("names=[") + "names=[".length();
    return entry.substring(start, entry.indexOf(']', start));
  }
}

package dev.glovebox.jail.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.seccomp.Architecture;
import dev.glovebox.jail.view.Bind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a runtime is told. */
final class BundleTest {
  private static final String CONFIGURATION =
      JsonText.of(
          Bundle.configuration(
              new Bundle.Content(
                  Architecture.X86_64,
                  List.of(Bind.readOnly(Path.of("/host/a \"b\".jar"), "/app/a.jar")),
                  7,
                  List.of("/jre/bin/java", "Main"),
                  new Allowance(1, 5, 6))));

  @Test
  void givesNothingToAChildButItsImageAndABoundedFolder() {
    assertThat(CONFIGURATION)
        .contains("\"readonly\":true")
        .contains("\"noNewPrivileges\":true")
        .contains("\"bounding\":[],\"effective\":[],\"inheritable\":[],\"permitted\":[]")
        .contains("\"source\":\"/host/a \\\"b\\\".jar\",\"options\":[\"bind\",\"ro\"")
        .contains("\"env\":[\"LANG=C.UTF-8\"]")
        .contains("size=67108864")
        .doesNotContain("\"rw\"")
        .doesNotContain("/sock");
    for (String namespace : List.of("user", "pid", "mount", "network", "ipc", "uts", "cgroup")) {
      assertThat(CONFIGURATION).contains("\"type\":\"" + namespace + "\"");
    }
  }

  @Test
  void writesTextSoThatItStaysText() {
    assertThat(JsonText.of(Map.of("a\n\"", List.of(1, 2L, true, "\\", Map.of(), List.of()))))
        .isEqualTo("{\"a\\u000a\\\"\":[1,2,true,\"\\\\\",{},[]]}");
  }
}

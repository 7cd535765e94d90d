package dev.glovebox.jail.escape;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.oci.OciProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The attempts in tier {@code oci}. */
final class OciEscapeTest extends Escapes {
  @Override
  Jail open(Path scratch) {
    OciProbe.Outcome oci =
        OciProbe.open(
            new JailSettings(
                Attempts.JAVA,
                false,
                scratch,
                Attempts.programs(),
                Attempts.architecture(),
                Optional.empty(),
                List.of(),
                2),
            OciProbe.DEFAULT_RUNTIME);
    assumeTrue(oci.jail().isPresent(), () -> "missing capability runc: " + oci.probe().missing());
    return oci.jail().orElseThrow();
  }

  @Override
  String user() {
    return "0";
  }

  @Override
  List<String> top() {
    return List.of("app", "dev", "jre", "lib", "lib64", "proc", "tmp", "usr");
  }

  @Override
  List<String> environment() {
    return List.of("HOME", "LANG", "PWD");
  }
}

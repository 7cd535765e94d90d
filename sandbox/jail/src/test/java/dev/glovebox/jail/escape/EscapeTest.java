package dev.glovebox.jail.escape;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.bwrap.BwrapProbe;
import dev.glovebox.jail.launch.JailSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The attempts in tier {@code bwrap}. */
final class EscapeTest extends Escapes {
  @Override
  Jail open(Path scratch) {
    BwrapProbe.Outcome bwrap =
        BwrapProbe.open(
            new JailSettings(
                Attempts.JAVA,
                false,
                scratch,
                Attempts.programs(),
                Attempts.architecture(),
                Optional.empty(),
                List.of(),
                1));
    assumeTrue(
        bwrap.jail().isPresent(),
        () -> "missing capability tier-bwrap: " + bwrap.probe().missing());
    return bwrap.jail().orElseThrow();
  }

  @Override
  String user() {
    return "65534";
  }

  @Override
  List<String> top() {
    return List.of("app", "dev", "jre", "lib", "lib64", "proc", "tmp", "usr");
  }

  @Override
  List<String> environment() {
    return List.of("LANG", "PWD");
  }
}

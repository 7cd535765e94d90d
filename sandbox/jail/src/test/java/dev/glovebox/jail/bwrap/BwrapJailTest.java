package dev.glovebox.jail.bwrap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.launch.BuiltJailTest;
import dev.glovebox.jail.launch.JailSettings;

final class BwrapJailTest extends BuiltJailTest {
  @Override
  protected Jail open(JailSettings settings) {
    BwrapProbe.Outcome outcome = BwrapProbe.open(settings);
    assumeTrue(
        outcome.jail().isPresent(),
        () -> "missing capability tier-bwrap: " + outcome.probe().missing());
    return outcome.jail().orElseThrow();
  }
}

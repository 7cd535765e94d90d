package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The controls: attacks of the corpus without any protection, where they must get in. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class AttackControlsTest {
  private static final int CONTROL_STEP = 40;

  @TempDir private static Path sockets;

  @Test
  void eachGetsInWithoutProtection() throws Exception {
    try (AttackBench bench = new AttackBench(sockets)) {
      List<String> complaints = new ArrayList<>();
      Path engine = Controls.copyOfEngine(bench.jail.images(), sockets.resolve("engine"));
      try (Controls controls = controls(bench, engine);
          Controls others = controls(bench, engine)) {
        for (Attack attack :
            AttackBench.HOW_MANY.isEmpty()
                ? AttackBench.everySoMany(CONTROL_STEP)
                : Attack.corpus()) {
          switch (attack.control()) {
            case "got-in" -> {
              Ending ending = controls.run(attack);
              boolean in =
                  attack.twin()
                      ? !Attack.seen(ending).equals(Attack.seen(others.run(attack)))
                      : ending.lines().stream().anyMatch(line -> line.startsWith(Attack.GOT_IN));
              if (!in) {
                complaints.add(attack + " did not get in: " + ending);
              }
            }
            case "runs-on" -> {
              if (!controls.runsOn(attack)) {
                complaints.add(attack + " came to an end");
              }
            }
            default ->
                assertThat(attack.control()).matches("text|none: .{20,}").as(attack.toString());
          }
        }
      }
      assertThat(complaints).isEmpty();
    }
  }

  private static Controls controls(AttackBench bench, Path engine) {
    return new Controls(AttackBench.SURROUNDINGS, bench.jail.images(), bench.tests, engine);
  }
}

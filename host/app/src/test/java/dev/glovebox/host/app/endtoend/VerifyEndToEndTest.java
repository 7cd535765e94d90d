package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.host.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A backtest as a newcomer runs it, on its own private host and with flags alone, and what its
 * evidence proves afterwards.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class VerifyEndToEndTest {
  static final List<Damage> DAMAGES =
      List.of(
          new Damage("a flipped bit", "AUDIT_BIT_FLIPPED", LogCopy::flipBit),
          new Damage("a cut tail", "AUDIT_TRUNCATED", LogCopy::cutTail),
          new Damage("a tail cut with its checkpoints", "AUDIT_ROLLED_BACK", LogCopy::rollBack),
          new Damage("two swapped records", "AUDIT_OUT_OF_ORDER", LogCopy::swap));

  private final Bench bench;

  VerifyEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  record Damage(String name, String code, Deed deed) {
    @Override
    public String toString() {
      return name + ": " + code;
    }
  }

  @FunctionalInterface
  interface Deed {
    void to(LogCopy copy) throws IOException;
  }

  @Test
  void leavesEvidenceThatVerifiesAgainstItsTrustFile() {
    Path out = bench.evidence();
    Said sound =
        bench.command("verify", audit(out), "--trust", out.resolve("trust.json").toString());
    sound.mustEndWith(0);
    Said alone = bench.command("verify", audit(out));
    alone.mustEndWith(3);
    assertThat(alone.out()).startsWith("INTERNALLY_CONSISTENT_ONLY ");
    // The same run as on the shared host, although this one came by flags.
    assertThat(new Run(sound, out).report("decision_digest"))
        .isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DAMAGES")
  void refusesADamagedCopyByName(Damage damage) throws IOException {
    Path out = bench.evidence();
    Path copy = bench.fresh("audit");
    Folders.copyTree(out.resolve("audit"), copy);
    damage.deed().to(new LogCopy(copy));
    Said said =
        bench.command("verify", copy.toString(), "--trust", out.resolve("trust.json").toString());
    said.mustEndWith(1);
    assertThat(said.out().lines())
        .filteredOn(line -> !line.startsWith("note: "))
        .singleElement()
        .asString()
        .startsWith(damage.code() + " glovebox-");
  }

  private static String audit(Path out) {
    return out.resolve("audit").toString();
  }
}

package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.Mode;
import dev.glovebox.proto.api.v1.RunAccount;
import dev.glovebox.proto.api.v1.RunCosts;
import dev.glovebox.proto.api.v1.RunFees;
import dev.glovebox.proto.api.v1.RunInstrument;
import dev.glovebox.proto.api.v1.RunSpec;
import dev.glovebox.proto.api.v1.RunWorker;
import dev.glovebox.proto.api.v1.Stamp;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A RunSpec on the wire is complete and exact, or refused with the path of the field. */
final class SpecReaderTest {
  private static final String HASH = "ab".repeat(32);
  private static final SpecReader READER = new SpecReader(Optional.empty(), true);

  @Test
  void readsACompleteSpec() {
    dev.glovebox.host.runner.RunSpec spec = READER.read(spec(any -> {}));
    assertThat(spec.json().text())
        .contains("\"cash\":{\"USD\":\"100000\"}")
        .contains("\"parameters\":{\"fast\":\"5\"}")
        .contains("\"tick\":\"0.01\"")
        .contains("\"limits\":{\"sha256\":\"" + HASH + "\"}")
        .contains("\"seed\":-3");
  }

  @Test
  void takesTheHostsLimitsWhereTheSpecNamesNone() {
    RunSpec without = spec(RunSpec.Builder::clearLimitsSha256);
    Sha256 host = Sha256.of(new byte[] {1});
    assertThat(new SpecReader(Optional.of(host), true).read(without).limits()).isEqualTo(host);
    assertThatThrownBy(() -> READER.read(without))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.LIMITS_MISSING));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, true",
    "4096, true",
    "4097, false",
  })
  void takesBlocksUpToTheLimit(int block, boolean legal) {
    assertThat(accepts(spec -> spec.setBlock(block))).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "1.0, false",
    "01, false",
    "-1, false",
    "1e3, false",
    "NaN, false",
    "'', false",
  })
  void takesOnlyCanonicalDecimals(String text, boolean legal) {
    assertThat(accepts(spec -> spec.setFees(RunFees.newBuilder().setBasisPoints(text))))
        .isEqualTo(legal);
  }

  @Test
  void namesThePathOfWhatIsMissing() {
    missing("version", RunSpec.Builder::clearVersion);
    missing("mode", RunSpec.Builder::clearMode);
    missing("profile", RunSpec.Builder::clearProfile);
    missing("tier_floor", RunSpec.Builder::clearTierFloor);
    missing("analysis", RunSpec.Builder::clearAnalysis);
    missing("artifact_sha256", RunSpec.Builder::clearArtifactSha256);
    missing("account.type", RunSpec.Builder::clearAccount);
    missing("instruments", RunSpec.Builder::clearInstruments);
    missing("fees.basis_points", RunSpec.Builder::clearFees);
    missing("costs.impact", RunSpec.Builder::clearCosts);
    missing("account.cash", spec -> spec.getAccountBuilder().clearCash());
    missing("instruments.stamp", spec -> spec.getInstrumentsBuilder(0).clearStamp());
    missing("instruments.tick", spec -> spec.getInstrumentsBuilder(0).setTick("0"));
    missing("instruments.series_sha256", spec -> spec.getInstrumentsBuilder(0).setSeriesSha256(""));
  }

  @Test
  void refusesAModeThatIsNotBuilt() {
    assertThatThrownBy(() -> READER.read(spec(spec -> spec.setMode(Mode.MODE_LIVE))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.MODE_UNSUPPORTED));
  }

  private static void missing(String path, Consumer<RunSpec.Builder> change) {
    assertThatThrownBy(() -> READER.read(spec(change)))
        .isInstanceOfSatisfying(
            InvalidField.class,
            bad -> {
              assertThat(bad.code()).isEqualTo(Code.SPEC_INVALID);
              assertThat(bad.field()).isEqualTo("run_spec." + path);
            });
  }

  private static boolean accepts(Consumer<RunSpec.Builder> change) {
    try {
      READER.read(spec(change));
      return true;
    } catch (InvalidField e) {
      return false;
    }
  }

  private static RunSpec spec(Consumer<RunSpec.Builder> change) {
    RunSpec.Builder spec =
        RunSpec.newBuilder()
            .setVersion(1)
            .setMode(Mode.MODE_BACKTEST)
            .setBlock(1)
            .setProfile("gate")
            .setSeed(-3)
            .setTierFloor("process")
            .setAnalysis(Analysis.ANALYSIS_ON)
            .setArtifactSha256(HASH)
            .setFileName("sma.py")
            .putParameters("fast", "5")
            .setAccount(RunAccount.newBuilder().setType("CASH").putCash("USD", "100000"))
            .addInstruments(
                RunInstrument.newBuilder()
                    .setId("AAPL")
                    .setSeriesSha256(HASH)
                    .setStamp(Stamp.STAMP_OPEN)
                    .setCurrency("USD")
                    .setTick("0.01")
                    .setLot("0.00000001")
                    .setMultiplier("1"))
            .setFees(RunFees.newBuilder().setBasisPoints("0"))
            .setCosts(
                RunCosts.newBuilder()
                    .setHalfSpreadBasisPoints("0")
                    .setImpact("off")
                    .setParticipation("off"))
            .setLimitsSha256(HASH)
            .setWorker(
                RunWorker.newBuilder()
                    .setStatementsPerHookMax(1_000_000)
                    .setWallPerHookSeconds(10)
                    .setWallStartSeconds(30)
                    .setHeapMebibytes(256)
                    .setDirectMebibytes(64)
                    .setRecursionMax(200)
                    .setLogLineBytesMax(4096)
                    .setLogRunBytesMax(1_048_576)
                    .setIntentsPerHookMax(256)
                    .setHistoryBarsMax(10_000));
    change.accept(spec);
    return spec.build();
  }
}

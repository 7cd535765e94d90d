package dev.glovebox.host.app.spec;

import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.runner.RunSpec.WorkerTable;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.Mode;
import dev.glovebox.proto.api.v1.RunAccount;
import dev.glovebox.proto.api.v1.RunCosts;
import dev.glovebox.proto.api.v1.RunFeed;
import dev.glovebox.proto.api.v1.RunFees;
import dev.glovebox.proto.api.v1.RunInstrument;
import dev.glovebox.proto.api.v1.RunSpec;
import dev.glovebox.proto.api.v1.RunWorker;
import dev.glovebox.proto.api.v1.Stamp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes a draft as the message that goes to a host: files replaced by hashes, ticks filled in. */
public final class SpecMessage {
  private SpecMessage() {}

  /** A series as the host imported it. */
  public record ImportedSeries(Sha256 hash, int priceScale, long bars) {}

  /**
   * Writes {@code draft}.
   *
   * @param series of the draft's instruments, in their order
   * @param limits empty = the host's own
   */
  public static RunSpec write(
      SpecDraft draft, Sha256 artifact, List<ImportedSeries> series, Optional<Sha256> limits) {
    long bars = series.stream().mapToLong(ImportedSeries::bars).max().orElse(0);
    RunSpec.Builder spec =
        RunSpec.newBuilder()
            .setVersion(dev.glovebox.host.runner.RunSpec.VERSION)
            .setBlock(draft.block())
            .setProfile(draft.profileFor(bars))
            .setSeed(draft.seed())
            .setTierFloor(draft.tierFloor())
            .setAnalysis(analysis(draft.analysis()))
            .setArtifactSha256(artifact.hex())
            .setFileName(draft.fileName())
            .putAllParameters(draft.parameters())
            .setAccount(account(draft))
            .setFees(RunFees.newBuilder().setBasisPoints(Decimals.text(draft.feeBasisPoints())))
            .setCosts(
                RunCosts.newBuilder()
                    .setHalfSpreadBasisPoints(Decimals.text(draft.halfSpreadBasisPoints()))
                    .setImpact("off")
                    .setParticipation("off"))
            .setLimitsSha256(limits.map(Sha256::hex).orElse(""))
            .setWorker(worker(draft.worker()));
    switch (draft.kind()) {
      case SpecDraft.Kind.Backtest() -> spec.setMode(Mode.MODE_BACKTEST);
      case SpecDraft.Kind.Paper(String account, String speed) -> {
        spec.setMode(Mode.MODE_PAPER).setFeed(RunFeed.newBuilder().setSpeed(speed));
        spec.getAccountBuilder().setId(account);
      }
    }
    for (int i = 0; i < draft.instruments().size(); i++) {
      spec.addInstruments(instrument(draft.instruments().get(i), series.get(i)));
    }
    return spec.build();
  }

  /** Returns the protocol's word for whether analysis is on. */
  public static Analysis analysis(boolean on) {
    return on ? Analysis.ANALYSIS_ON : Analysis.ANALYSIS_OFF;
  }

  /** Returns the protocol's word for what stamps mean. */
  public static Stamp stamp(String word) {
    return word.equals("close") ? Stamp.STAMP_CLOSE : Stamp.STAMP_OPEN;
  }

  private static RunAccount account(SpecDraft draft) {
    RunAccount.Builder account = RunAccount.newBuilder().setType("CASH");
    draft.cash().forEach((currency, amount) -> account.putCash(currency, Decimals.text(amount)));
    return account.build();
  }

  private static RunInstrument instrument(SpecDraft.Instrument given, ImportedSeries series) {
    return RunInstrument.newBuilder()
        .setId(given.id())
        .setSeriesSha256(series.hash().hex())
        .setStamp(stamp(given.stamp()))
        .setCurrency(given.currency())
        .setTick(
            Decimals.text(
                given.tick().orElseGet(() -> BigDecimal.ONE.movePointLeft(series.priceScale()))))
        .setLot(Decimals.text(given.lot()))
        .setMultiplier(Decimals.text(given.multiplier()))
        .build();
  }

  private static RunWorker worker(WorkerTable table) {
    return RunWorker.newBuilder()
        .setStatementsPerHookMax(table.statementsPerHookMax())
        .setWallPerHookSeconds(table.wallPerHookSeconds())
        .setWallStartSeconds(table.wallStartSeconds())
        .setHeapMebibytes(table.heapMebibytes())
        .setDirectMebibytes(table.directMebibytes())
        .setRecursionMax(table.recursionMax())
        .setLogLineBytesMax(table.logLineBytesMax())
        .setLogRunBytesMax(table.logRunBytesMax())
        .setIntentsPerHookMax(table.intentsPerHookMax())
        .setHistoryBarsMax(table.historyBarsMax())
        .build();
  }
}

package dev.glovebox.host.runner;

import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one derivation of what a run grant binds: used by the command that a reviewer signs with and
 * by the host that starts the run.
 */
public final class GrantTermsOf {
  private GrantTermsOf() {}

  /**
   * Derives the terms of a run.
   *
   * @param prepared hash of the candidate's prepared form, from bytes that were hashed again
   * @param intervalSeconds bar interval by instrument, in the RunSpec's order
   * @throws Refusal SPEC_INVALID if the RunSpec names no account, not one currency, or another
   *     number of instruments than there are intervals
   */
  public static GrantTerms run(
      RunSpec spec, CandidateId candidate, Sha256 prepared, List<Long> intervalSeconds) {
    if (spec.account().cash().size() != 1) {
      throw new Refusal(Code.SPEC_INVALID, "account.cash: names one currency");
    }
    if (spec.instruments().size() != intervalSeconds.size()) {
      throw new Refusal(Code.SPEC_INVALID, "instruments: each has one series");
    }
    Map.Entry<String, BigDecimal> capital = spec.account().cash().firstEntry();
    List<GrantedInstrument> instruments = new ArrayList<>();
    for (int i = 0; i < intervalSeconds.size(); i++) {
      RunSpec.TradedSeries traded = spec.instruments().get(i);
      instruments.add(
          new GrantedInstrument(
              traded.id(),
              intervalSeconds.get(i),
              traded.currency(),
              traded.tick(),
              traded.lot(),
              traded.multiplier()));
    }
    return new GrantTerms(
        candidate,
        spec.artifact(),
        prepared,
        parameters(spec),
        spec.account()
            .id()
            .orElseThrow(() -> new Refusal(Code.SPEC_INVALID, "account.id: is missing")),
        capital.getKey(),
        capital.getValue(),
        instruments,
        spec.mode().name(),
        costs(spec),
        spec.limits(),
        spec.tierFloor(),
        spec.hash());
  }

  /** Returns the hash of the parameter values. */
  public static Sha256 parameters(RunSpec spec) {
    return Sha256.of(spec.parametersJson().bytes());
  }

  /** Returns the hash of the cost profile: fees and costs. */
  public static Sha256 costs(RunSpec spec) {
    return Sha256.of(Json.of(Map.of("fees", spec.feesJson(), "costs", spec.costsJson())).bytes());
  }
}

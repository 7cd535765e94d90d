package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.candidate.ReviewForms;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * Analysis and preparation made a second time on the reviewer's machine, and compared byte for byte
 * with what the host says.
 *
 * @param findings what analysis says here; the same as in the bundle
 * @param manifest what the source says of itself, read here; the same as in the bundle
 * @param lineMap which submitted line each line of the prepared form is
 */
public record Examination(
    List<Candidate.Finding> findings, StrategyManifest manifest, List<Integer> lineMap) {
  /** Copies the lists. */
  public Examination {
    findings = List.copyOf(findings);
    lineMap = List.copyOf(lineMap);
  }

  /**
   * Examines a bundle.
   *
   * @throws Refusal APPROVAL_PREPARED_MISMATCH, APPROVAL_ANALYSIS_MISMATCH or
   *     APPROVAL_MANIFEST_MISMATCH if the host shows something else; ANALYSIS_FAILED or
   *     PREPARATION_FAILED if it could not be told
   */
  public static Examination of(Bundle bundle, Analysis analysis, Preparation preparation) {
    List<Integer> lineMap = prepare(bundle, preparation);
    Analysis.Answer.Analyzed analyzed = analyze(bundle, analysis);
    return new Examination(analyzed.findings(), analyzed.manifest(), lineMap);
  }

  private static List<Integer> prepare(Bundle bundle, Preparation preparation) {
    switch (preparation.prepare(bundle.manifest().language(), bundle.source())) {
      case Preparation.Answer.Prepared prepared -> {
        boolean same =
            Arrays.equals(prepared.form(), bundle.file(ReviewBundle.PREPARED))
                && Arrays.equals(ReviewForms.lineMap(prepared), bundle.file(ReviewBundle.LINE_MAP));
        if (!same) {
          throw new Refusal(
              Code.APPROVAL_PREPARED_MISMATCH,
              "prepared here, the bytes have another form than the host shows");
        }
        return prepared.lineMap();
      }
      case Preparation.Answer.Refused _ ->
          throw new Refusal(
              Code.APPROVAL_PREPARED_MISMATCH, "the bytes cannot be prepared here at all");
      case Preparation.Answer.Failed(String sentence) ->
          throw new Refusal(Code.PREPARATION_FAILED, sentence);
    }
  }

  private static Analysis.Answer.Analyzed analyze(Bundle bundle, Analysis analysis) {
    switch (analysis.analyze(bundle.manifest().language(), bundle.source())) {
      case Analysis.Answer.Analyzed analyzed -> {
        if (!analyzed.ruleSetHash().equals(bundle.manifest().ruleSetHash())
            || !Arrays.equals(ReviewForms.findings(analyzed), bundle.file(ReviewBundle.FINDINGS))) {
          throw new Refusal(
              Code.APPROVAL_ANALYSIS_MISMATCH,
              "analysed here, the bytes have other findings or rules than the host shows");
        }
        if (!Arrays.equals(
            ReviewForms.manifest(analyzed), bundle.file(ReviewBundle.STRATEGY_MANIFEST))) {
          throw new Refusal(
              Code.APPROVAL_MANIFEST_MISMATCH,
              "read here, the bytes say something else of themselves than the host shows");
        }
        return analyzed;
      }
      case Analysis.Answer.Failed(String sentence) ->
          throw new Refusal(Code.ANALYSIS_FAILED, sentence);
    }
  }
}

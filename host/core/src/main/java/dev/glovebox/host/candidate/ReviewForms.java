package dev.glovebox.host.candidate;

import dev.glovebox.host.model.Sha256;
import java.util.List;

/**
 * The forms in which a candidate's findings and line map are kept and hashed, for those who make
 * them a second time: a reviewer compares bytes, not opinions.
 */
public final class ReviewForms {
  private ReviewForms() {}

  /** Returns {@code findings.json} of an analysis. */
  public static byte[] findings(Analysis.Answer.Analyzed answer) {
    return FindingList.of(answer).bytes();
  }

  /**
   * Reads {@code findings.json}.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_PAYLOAD_MISMATCH if it has another form
   */
  public static List<Candidate.Finding> findings(byte[] bytes) {
    return FindingList.parse(bytes).findings();
  }

  /** Returns {@code strategy_manifest.json} of an analysis. */
  public static byte[] manifest(Analysis.Answer.Analyzed answer) {
    return answer.manifest().bytes();
  }

  /** Returns {@code line_map.json} of a preparation. */
  public static byte[] lineMap(Preparation.Answer.Prepared answer) {
    return new LineMap(Sha256.of(answer.form()), answer.formVersion(), answer.lineMap()).bytes();
  }
}

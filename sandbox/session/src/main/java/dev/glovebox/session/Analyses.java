package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.proto.worker.v1.Analysis;
import dev.glovebox.proto.worker.v1.AnalyzeRequest;
import dev.glovebox.proto.worker.v1.Finding;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.session.AnalysisResult.Severity;
import dev.glovebox.session.AnalysisResult.SourceFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Analyses submitted sources, each in a process of its own. Thread-safe. */
public final class Analyses {
  /** Most findings of one analysis. */
  public static final int FINDINGS_MAX = 10_000;

  private static final int RULE_SET_BYTES_MAX = 64;
  private static final int HASH_BYTES = 32;
  private static final int TEXT_BYTES_MAX = 4096;
  private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9]{0,15}");

  private final Helpers helpers;
  private final HelperLimits limits;
  private final Nonces nonces;

  /** Analyses with {@code image} in {@code jail}. */
  public Analyses(Jail jail, ProcessImage image, HelperLimits limits, Nonces nonces) {
    this(new ColdHelpers(jail, image, limits.memory()), limits, nonces);
  }

  /** Works with processes of {@code helpers}, whose memory bounds are theirs to set. */
  public Analyses(Helpers helpers, HelperLimits limits, Nonces nonces) {
    this.helpers = helpers;
    this.limits = limits;
    this.nonces = nonces;
  }

  /**
   * Analyses one source; blocks for the life of the process.
   *
   * @param language {@code python} or {@code java}
   * @param source at most {@value Preparations#SOURCE_BYTES_MAX} bytes
   */
  public AnalysisAnswer analyze(String language, byte[] source) {
    Preparations.requireSource(source);
    return HelperProcess.converse(
        helpers,
        limits,
        nonces,
        failed -> failed,
        helper -> {
          helper.send(
              HelperRequest.newBuilder()
                  .setAnalyze(
                      AnalyzeRequest.newBuilder()
                          .setLanguage(language)
                          .setSource(ByteString.copyFrom(source))));
          return answer(language, helper);
        });
  }

  private static AnalysisAnswer answer(String language, HelperProcess helper)
      throws HelperException, IOException {
    HelperResponse response = helper.receive();
    return switch (response.getBodyCase()) {
      case ANALYSIS -> {
        AnalysisResult result = checked(language, response.getAnalysis());
        helper.finish();
        yield result;
      }
      case REFUSED -> helper.refused(response.getRefused());
      case PREPARED, IMPORTED_BARS, IMPORTED_TICKS, IMPORT_DONE, BODY_NOT_SET ->
          throw HelperException.violation("answered an analysis with something else");
    };
  }

  private static AnalysisResult checked(String language, Analysis analysis) throws HelperException {
    if (!Text.fits(analysis.getRuleSet(), RULE_SET_BYTES_MAX)
        || analysis.getRuleSetHash().size() != HASH_BYTES
        || analysis.getFindingsCount() > FINDINGS_MAX
        || !analysis.hasManifest()) {
      throw HelperException.violation("an analysis outside its bounds");
    }
    List<SourceFinding> findings = new ArrayList<>();
    for (Finding finding : analysis.getFindingsList()) {
      findings.add(checked(finding));
    }
    return new AnalysisResult(
        analysis.getRuleSet(),
        analysis.getRuleSetHash().asReadOnlyByteBuffer(),
        findings,
        ManifestChecks.checked(language, analysis.getManifest()));
  }

  private static SourceFinding checked(Finding finding) throws HelperException {
    if (!RULE.matcher(finding.getRule()).matches()
        || !Text.fits(finding.getMessage(), TEXT_BYTES_MAX)
        || !Text.fits(finding.getInstead(), TEXT_BYTES_MAX)
        || finding.getLine() < 0
        || finding.getColumn() < 0
        || finding.getEndLine() < 0
        || finding.getEndColumn() < 0) {
      throw HelperException.violation("a finding outside its bounds");
    }
    Severity severity =
        switch (finding.getSeverity()) {
          case "error" -> Severity.ERROR;
          case "warning" -> Severity.WARNING;
          case "note" -> Severity.NOTE;
          default -> throw HelperException.violation("an unknown severity");
        };
    return new SourceFinding(
        finding.getRule(),
        severity,
        finding.getLine(),
        finding.getColumn(),
        finding.getEndLine(),
        finding.getEndColumn(),
        finding.getMessage(),
        finding.getInstead());
  }
}

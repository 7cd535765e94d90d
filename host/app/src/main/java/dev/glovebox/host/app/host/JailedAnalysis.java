package dev.glovebox.host.app.host;

import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.session.Analyses;
import dev.glovebox.session.AnalysisResult;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.RefusedInput;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the port {@code Analysis} to a jailed process. */
final class JailedAnalysis implements Analysis {
  private static final Logger LOG = LoggerFactory.getLogger(JailedAnalysis.class);

  private final Analyses analyses;

  JailedAnalysis(Analyses analyses) {
    this.analyses = analyses;
  }

  @Override
  public Answer analyze(String language, byte[] source) {
    return switch (analyses.analyze(language, source)) {
      case AnalysisResult result -> {
        byte[] hash = new byte[result.ruleSetHash().remaining()];
        result.ruleSetHash().get(hash);
        yield new Answer.Analyzed(
            result.ruleSet(),
            Sha256.ofDigest(hash),
            findings(result.findings()),
            manifest(result.manifest()));
      }
      case RefusedInput(String code, String message, int line, int column) -> {
        LOG.info("analysis refused its input: {} at {}:{}, {}", code, line, column, shown(message));
        yield new Answer.Failed("the analysis process refused its input, " + code);
      }
      case HelperFailed(var reason, String message, String diagnostics) -> {
        ChangedImages.refuse(new HelperFailed(reason, message, diagnostics));
        LOG.warn("analysis failed: {}, {}: {}", reason, message, shown(diagnostics));
        yield new Answer.Failed("the analysis process gave no answer, " + reason + ": " + message);
      }
    };
  }

  /** Returns what a process said in a form that a log line can carry. */
  static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }

  private static StrategyManifest manifest(dev.glovebox.session.StrategyManifest manifest) {
    return new StrategyManifest(
        new UntrustedText(manifest.strategy()),
        manifest.parameters().stream()
            .map(parameter ->
                new StrategyManifest.Parameter(
                    new UntrustedText(parameter.name()),
                    new UntrustedText(parameter.type()),
                    new UntrustedText(parameter.defaultText())))
            .toList(),
        manifest.orders().stream()
            .map(order ->
                new StrategyManifest.Order(
                    new UntrustedText(order.call()), new UntrustedText(order.type())))
            .toList(),
        texts(manifest.indicators()),
        texts(manifest.instruments()),
        new UntrustedText(manifest.warmUp()),
        texts(manifest.imports()),
        texts(manifest.hooks()),
        manifest.omitted());
  }

  private static List<UntrustedText> texts(List<String> texts) {
    return texts.stream().map(UntrustedText::new).toList();
  }

  private static List<Candidate.Finding> findings(List<AnalysisResult.SourceFinding> findings) {
    return findings.stream()
        .map(finding ->
            new Candidate.Finding(
                finding.rule(),
                severity(finding.severity()),
                finding.line(),
                finding.column(),
                finding.endLine(),
                finding.endColumn(),
                new UntrustedText(finding.message()),
                new UntrustedText(finding.instead())))
        .toList();
  }

  private static Candidate.Severity severity(AnalysisResult.Severity severity) {
    return switch (severity) {
      case ERROR -> Candidate.Severity.ERROR;
      case WARNING -> Candidate.Severity.WARNING;
      case NOTE -> Candidate.Severity.NOTE;
    };
  }
}

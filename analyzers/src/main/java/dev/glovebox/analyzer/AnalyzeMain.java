package dev.glovebox.analyzer;

import com.google.protobuf.ByteString;
import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.python.PythonAnalyzer;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.stdio.Exchange;
import dev.glovebox.prepare.stdio.StandardStreams;
import dev.glovebox.prepare.stdio.WarmUp;
import dev.glovebox.proto.worker.v1.AnalyzeRequest;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.StrategyOrder;
import dev.glovebox.proto.worker.v1.StrategyParameter;
import java.time.Duration;

/**
 * The disposable process that analyses one source: one {@link AnalyzeRequest} in on standard input,
 * one {@link dev.glovebox.proto.worker.v1.Analysis} or refusal out on standard output, exit status
 * 0.
 */
public final class AnalyzeMain {
  /** How long parsing may take; the host's own deadline stands behind it. */
  public static final Duration PARSE_LIMIT = Duration.ofSeconds(10);

  private AnalyzeMain() {}

  /** Runs the process. Takes no arguments. */
  public static void main(String[] arguments) {
    Exchange exchange = exchange();
    StandardStreams.serve(
        exchange,
        () -> {
          if (WarmUp.isAskedFor()) {
            for (Language language : Language.values()) {
              WarmUp.run(exchange, request(language));
            }
          }
        });
  }

  private static HelperRequest.Builder request(Language language) {
    return HelperRequest.newBuilder()
        .setAnalyze(
            AnalyzeRequest.newBuilder()
                .setLanguage(language.text())
                .setSource(
                    switch (language) {
                      case PYTHON -> WarmUp.sample();
                      case JAVA -> WarmUp.javaSample();
                    }));
  }

  static Exchange exchange() {
    PythonAnalyzer python =
        new PythonAnalyzer(
            new PythonParser(System::nanoTime, PARSE_LIMIT), Language.PYTHON.rules());
    JavaAnalyzer java = new JavaAnalyzer(Language.JAVA.rules(), PARSE_LIMIT);
    return new Exchange(request -> answer(python, java, request), RefusalCode.ANALYSIS_FAILED);
  }

  private static HelperResponse.Builder answer(
      PythonAnalyzer python, JavaAnalyzer java, HelperRequest request) {
    if (!request.hasAnalyze()) {
      throw new SourceRefusedException(
          Refusal.of(RefusalCode.PROTOCOL_VIOLATION, "this helper analyses, and nothing else"));
    }
    byte[] source = request.getAnalyze().getSource().toByteArray();
    return switch (request.getAnalyze().getLanguage()) {
      case "python" -> answer(python.analyze(source), python.rules());
      case "java" -> answer(java.analyze(source), java.rules());
      default ->
          throw new SourceRefusedException(
              Refusal.of(RefusalCode.LANGUAGE_UNSUPPORTED, "only python and java are analysed"));
    };
  }

  private static HelperResponse.Builder answer(Analysis analysis, RuleSet rules) {
    dev.glovebox.proto.worker.v1.Analysis.Builder answer =
        dev.glovebox.proto.worker.v1.Analysis.newBuilder()
            .setRuleSet(rules.name())
            .setRuleSetHash(ByteString.copyFrom(rules.hash()))
            .setManifest(frame(analysis.manifest()));
    analysis.findings().forEach(finding -> answer.addFindings(frame(finding)));
    return HelperResponse.newBuilder().setAnalysis(answer);
  }

  private static dev.glovebox.proto.worker.v1.StrategyManifest frame(StrategyManifest manifest) {
    return dev.glovebox.proto.worker.v1.StrategyManifest.newBuilder()
        .setStrategy(manifest.strategy())
        .addAllParameters(
            manifest.parameters().stream()
                .map(parameter ->
                    StrategyParameter.newBuilder()
                        .setName(parameter.name())
                        .setType(parameter.type())
                        .setDefaultText(parameter.defaultText())
                        .build())
                .toList())
        .addAllOrders(
            manifest.orders().stream()
                .map(order ->
                    StrategyOrder.newBuilder().setCall(order.call()).setType(order.type()).build())
                .toList())
        .addAllIndicators(manifest.indicators())
        .addAllInstruments(manifest.instruments())
        .setWarmUp(manifest.warmUp())
        .addAllImports(manifest.imports())
        .addAllHooks(manifest.hooks())
        .setOmitted(manifest.omitted())
        .build();
  }

  private static dev.glovebox.proto.worker.v1.Finding frame(Finding finding) {
    return dev.glovebox.proto.worker.v1.Finding.newBuilder()
        .setRule(finding.rule())
        .setSeverity(finding.severity().text())
        .setLine(finding.line())
        .setColumn(finding.column())
        .setEndLine(finding.endLine())
        .setEndColumn(finding.endColumn())
        .setMessage(Exchange.cut(finding.message()))
        .setInstead(finding.instead())
        .build();
  }
}

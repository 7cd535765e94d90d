package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.accepted.Accepted;
import dev.glovebox.analyzer.accepted.BadFileException;
import dev.glovebox.analyzer.accepted.Baseline;
import dev.glovebox.analyzer.accepted.Suppressions;
import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.JsonReport;
import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.analyzer.report.JunitXml;
import dev.glovebox.analyzer.report.Sarif;
import dev.glovebox.analyzer.report.TerminalText;
import dev.glovebox.analyzer.report.TextReport;
import dev.glovebox.analyzer.rules.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code analyze PATH...}.
 *
 * <p>One process for each file, at most two at a time: a hostile file must not have a say in the
 * verdict on the next.
 */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Analyse Python files; folders are searched for .py, - is standard input.",
      "Exit 0: all clean. 1: flagged. 2: usage. 3: at least one could not be judged."
    })
final class AnalyzeCommand implements Callable<Integer> {
  private static final int PROCESSES_MAX = 2;

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli before call.
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "file, folder or -")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|junit",
      description = "default: text; sarif is SARIF 2.1.0, junit is JUnit XML")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "colours in text; default: auto, on a terminal and without NO_COLOR")
  private Color color = Color.AUTO;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "findings that do not count, since they were there before")
  private @Nullable Path baselineFile;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "write every finding to FILE, for --baseline; the exit status stays")
  private @Nullable Path newBaseline;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description =
          "findings that somebody accepted: [[suppress]] with rule, sha256, owner, reason, expires")
  private @Nullable Path suppressionFile;

  @Option(
      names = "--language",
      paramLabel = "python|java",
      description = "of standard input and of names that do not tell; default: python")
  private Language language = Language.PYTHON;

  /** How results are printed. */
  enum ReportFormat {
    TEXT,
    JSON,
    SARIF,
    JUNIT
  }

  /** When text is coloured. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  AnalyzeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<SourceFiles.Source> files;
    try {
      files = SourceFiles.named(paths);
    } catch (SourceFiles.TooManyFilesException e) {
      err.println("SOURCE_UNREADABLE: " + e.getMessage());
      return ExitStatus.UNKNOWN;
    } catch (IOException | InvalidPathException e) {
      err.println("SOURCE_UNREADABLE: the paths cannot be searched");
      return ExitStatus.UNKNOWN;
    }
    if (files.isEmpty()) {
      err.println("SOURCE_UNREADABLE: no .py or .java file is there");
      return ExitStatus.UNKNOWN;
    }
    Accepted accepted;
    try {
      accepted = accepted();
    } catch (BadFileException e) {
      return refused(e, err);
    }
    List<FileVerdict> verdicts =
        surroundings
            .withAnalyses(analyses ->
                judged(files, new SourceFiles(surroundings.standardInput(), language, analyses)))
            .stream()
            .map(accepted::apply)
            .toList();
    print(verdicts);
    accepted.suppressions().remarks().forEach(remark -> err.println(TerminalText.encode(remark)));
    if (newBaseline != null) {
      try {
        Baseline.write(newBaseline, verdicts);
      } catch (BadFileException e) {
        return refused(e, err);
      }
    }
    return ExitStatus.of(verdicts);
  }

  private Accepted accepted() throws BadFileException {
    return new Accepted(
        baselineFile == null ? Baseline.none() : Baseline.read(baselineFile),
        suppressionFile == null
            ? Suppressions.none()
            : Suppressions.read(suppressionFile, surroundings.today()));
  }

  private static int refused(BadFileException bad, PrintWriter err) {
    err.println(bad.code() + ": " + TerminalText.encode(String.valueOf(bad.getMessage())));
    return bad.unreadable() ? ExitStatus.UNKNOWN : ExitStatus.USAGE;
  }

  private void print(List<FileVerdict> verdicts) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> new TextReport(out, colored()).print(verdicts);
      case JSON -> out.println(JsonReport.of(verdicts));
      case SARIF -> out.println(Sarif.of(verdicts, baselineFile != null));
      case JUNIT -> out.println(JunitXml.of(verdicts));
    }
    if (format != ReportFormat.TEXT) {
      unreadable(verdicts, spec.commandLine().getErr());
    }
  }

  private boolean colored() {
    return switch (color) {
      case AUTO -> surroundings.hasColors();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  private static List<FileVerdict> judged(List<SourceFiles.Source> files, SourceFiles sources) {
    try (ExecutorService pool = Executors.newFixedThreadPool(PROCESSES_MAX)) {
      List<Future<FileVerdict>> answers = new ArrayList<>();
      for (SourceFiles.Source file : files) {
        answers.add(pool.submit(() -> sources.judge(file)));
      }
      List<FileVerdict> verdicts = new ArrayList<>();
      for (Future<FileVerdict> answer : answers) {
        verdicts.add(answer.get());
      }
      return verdicts;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("analysis was cut short", e);
    }
  }

  private static void unreadable(List<FileVerdict> verdicts, PrintWriter err) {
    for (FileVerdict verdict : verdicts) {
      if (verdict.judgement() instanceof Judgement.Unreadable(String code, String message, int _)) {
        err.println(
            code
                + ": "
                + TerminalText.encode(verdict.path())
                + ": "
                + TerminalText.encode(message));
      }
    }
  }
}

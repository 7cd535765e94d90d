package dev.glovebox.analyzer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Option(names = "--format", paramLabel = "text|json", description = "default: text")
  private Format format = Format.TEXT;

  AnalyzeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<String> files;
    try {
      files = SourceFiles.named(paths);
    } catch (IOException | InvalidPathException | UncheckedIOException e) {
      err.println("SOURCE_UNREADABLE: the paths cannot be searched");
      return ExitStatus.UNKNOWN;
    }
    if (files.isEmpty()) {
      err.println("SOURCE_UNREADABLE: no .py file is there");
      return ExitStatus.UNKNOWN;
    }
    List<FileVerdict> verdicts =
        surroundings.withAnalyses(
            analyses -> judged(files, new SourceFiles(surroundings.standardInput(), analyses)));
    switch (format) {
      case TEXT -> new TextReport(spec.commandLine().getOut()).print(verdicts);
      case JSON -> {
        spec.commandLine().getOut().println(JsonReport.of(verdicts));
        unreadable(verdicts, err);
      }
    }
    return ExitStatus.of(verdicts);
  }

  private static List<FileVerdict> judged(List<String> files, SourceFiles sources) {
    try (ExecutorService pool = Executors.newFixedThreadPool(PROCESSES_MAX)) {
      List<Future<FileVerdict>> answers = new ArrayList<>();
      for (String file : files) {
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

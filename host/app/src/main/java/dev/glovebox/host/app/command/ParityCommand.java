package dev.glovebox.host.app.command;

import dev.glovebox.host.app.command.ParityFiles.Compared;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.research.FirstDifference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parity}: whether two runs decided the same, byte for byte. */
@Command(
    name = "parity",
    mixinStandardHelpOptions = true,
    description = "Compares the Decisions and fills of two runs byte for byte.",
    footer = {"", "Exit: 0 equal; 1 they differ; 2 usage; 3 could not be read."})
public final class ParityCommand implements Callable<Integer> {
  private static final String DECISIONS = "decisions.jsonl";
  private static final String FILLS = "fills.csv";
  private static final int EXIT_EQUAL = 0;
  private static final int EXIT_DIFFERENT = 1;

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "Report folder (--out of a run), or a decisions.jsonl.")
  private Path left = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The other one.")
  private Path right = Path.of("");

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public ParityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Compared> compared = new ArrayList<>();
    compared.add(ParityFiles.decisions(file(left, DECISIONS), file(right, DECISIONS), DECISIONS));
    if (Files.isDirectory(left) && Files.isDirectory(right)) {
      compared.add(ParityFiles.rows(file(left, FILLS), file(right, FILLS), FILLS));
    }
    boolean equal = compared.stream().allMatch(Compared::equal);
    switch (format) {
      case TEXT -> compared.forEach(this::print);
      case JSON ->
          console.json(
              Json.of(
                  Map.of(
                      "version", Json.of(1),
                      "equal", Json.of(equal),
                      "files", Json.of(compared.stream().map(ParityCommand::json).toList()))));
    }
    return equal ? EXIT_EQUAL : EXIT_DIFFERENT;
  }

  private static Path file(Path given, String name) {
    if (!Files.exists(given)) {
      throw new Refusal(Code.FILE_UNREADABLE, given + " is missing");
    }
    return Files.isDirectory(given) ? given.resolve(name) : given;
  }

  private void print(Compared file) {
    if (file.equal()) {
      console.line(
          String.format(
              "%-10s %s: %d lines, sha256 %s",
              "equal", file.name(), file.equalLines(), file.sha256()));
      return;
    }
    FirstDifference found = file.difference().orElseThrow();
    console.line(
        String.format(
            "%-10s %s: line %d%s, %s; %d lines before it are equal",
            "different",
            file.name(),
            file.equalLines() + 1,
            found.barIndex() < 0 ? "" : ", bar " + found.barIndex(),
            shown(found.field()),
            file.equalLines()));
    console.line("  A          " + shown(found.expected()));
    console.line("  B          " + shown(found.got()));
    file.context()
        .forEach((name, text) -> console.line(String.format("  %-10s %s", name, shown(text))));
  }

  private static Json json(Compared file) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("name", Json.of(file.name()));
    members.put("equal", Json.of(file.equal()));
    members.put("equal_lines", Json.of(file.equalLines()));
    file.difference()
        .ifPresent(found -> {
          members.put("line", Json.of(file.equalLines() + 1));
          members.put(
              "bar_index", found.barIndex() < 0 ? new Json.Null() : Json.of(found.barIndex()));
          members.put("field", new UntrustedText(found.field()).forJson());
          members.put("a", new UntrustedText(found.expected()).forJson());
          members.put("b", new UntrustedText(found.got()).forJson());
        });
    return Json.of(members);
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }
}

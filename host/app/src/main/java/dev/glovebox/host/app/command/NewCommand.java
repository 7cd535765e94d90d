package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: writes a strategy that runs at once, to be changed. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes a strategy from a template: it passes analysis and runs as it is.",
    footer = {
      "",
      "Templates: minimal, sma, breakout, rsi, volatility.",
      "Exit: 0 written; 2 usage, or the file is there already; 3 it cannot be written."
    })
public final class NewCommand implements Callable<Integer> {
  private static final String EXTENSION = ".py";

  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      description = "The file to write; .py is added if it is missing.")
  private Path name = Path.of("");

  @Option(names = "--template", paramLabel = "TEMPLATE", description = "What it starts from (sma).")
  private String template = "sma";

  /** What a strategy can start from. */
  public enum Template {
    MINIMAL,
    SMA,
    BREAKOUT,
    RSI,
    VOLATILITY;

    /** Returns the word on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the source. */
    byte[] source() {
      try (InputStream in = Template.class.getResourceAsStream("templates/" + word() + EXTENSION)) {
        if (in == null) {
          throw new Refusal(Code.INTERNAL, "template " + word() + " is missing from this build");
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes the command. */
  public NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Template wanted = wanted();
    Path file = file();
    try {
      Files.write(file, wanted.source(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, file + " is there already; choose another name, or remove it");
    } catch (NoSuchFileException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written: its folder is missing");
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written");
    }
    console.line("wrote " + file + " (template " + wanted.word() + ")");
    console.line("next: ./glovebox analyze " + quoted(file));
    console.line("then: ./glovebox backtest " + quoted(file) + " --bars BARS.csv --out report");
    console.line("what a strategy may do: docs/field-guide.md");
    return 0;
  }

  private Template wanted() {
    return Arrays.stream(Template.values())
        .filter(one -> one.word().equals(template))
        .findFirst()
        .orElseThrow(() -> new Refusal(Code.ARGUMENT_INVALID, "--template must be " + words()));
  }

  private static String words() {
    List<Template> all = List.of(Template.values());
    return all.stream().map(Template::word).collect(Collectors.joining(" or "));
  }

  private Path file() {
    Path last = name.getFileName();
    if (last == null || last.toString().isEmpty() || last.toString().equals(EXTENSION)) {
      throw new Refusal(Code.ARGUMENT_INVALID, "NAME must be a file, such as my_strategy.py");
    }
    return last.toString().endsWith(EXTENSION) ? name : name.resolveSibling(last + EXTENSION);
  }

  /** Returns the path as a shell takes it. */
  private static String quoted(Path file) {
    String text = file.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

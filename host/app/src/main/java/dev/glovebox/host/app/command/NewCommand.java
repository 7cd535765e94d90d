package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.SourceName;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      "Templates: minimal, sma, rsi; and in Python breakout, volatility.",
      "Exit: 0 written; 2 usage, or the file is there already; 3 it cannot be written."
    })
public final class NewCommand implements Callable<Integer> {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      description = "The file to write: .java is Java, all else Python; .py is added if missing.")
  private Path name = Path.of("");

  @Option(names = "--template", paramLabel = "TEMPLATE", description = "What it starts from (sma).")
  private String template = "sma";

  /** What a strategy can start from. */
  public enum Template {
    MINIMAL("Template"),
    SMA("SmaCross"),
    BREAKOUT(""),
    RSI("RsiReversion"),
    VOLATILITY("");

    private final String javaClass;

    /** A template; in Java the class of that name, if it is not empty. */
    Template(String javaClass) {
      this.javaClass = javaClass;
    }

    /** Returns the word on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the source in Python. */
    byte[] python() {
      return resource(word() + SourceName.PYTHON);
    }

    /** Whether it can be had in Java. */
    boolean isInJava() {
      return !javaClass.isEmpty();
    }

    /** Returns the source in Java, whose class is called {@code name} where that can be a name. */
    byte[] java(String name) {
      byte[] source = resource("java/" + javaClass + SourceName.JAVA);
      return IDENTIFIER.matcher(name).matches()
          ? new String(source, StandardCharsets.UTF_8)
              .replaceAll("\\b" + javaClass + "\\b", name)
              .getBytes(StandardCharsets.UTF_8)
          : source;
    }

    private byte[] resource(String name) {
      try (InputStream in = Template.class.getResourceAsStream("templates/" + name)) {
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
    Path file = file();
    boolean java = isJava(file);
    Template wanted = wanted(java);
    try {
      Files.write(
          file, java ? wanted.java(stem(file)) : wanted.python(), StandardOpenOption.CREATE_NEW);
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
    console.line("what a strategy may do: docs/field-guide" + (java ? "-java" : "") + ".md");
    return 0;
  }

  private Template wanted(boolean java) {
    List<Template> offered =
        Arrays.stream(Template.values()).filter(one -> !java || one.isInJava()).toList();
    return offered.stream()
        .filter(one -> one.word().equals(template))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                Code.ARGUMENT_INVALID,
                "--template must be "
                    + offered.stream().map(Template::word).collect(Collectors.joining(" or "))
                    + (java ? " in Java" : "")));
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(SourceName.JAVA);
  }

  private static String stem(Path java) {
    String name = String.valueOf(java.getFileName());
    return name.substring(0, name.length() - SourceName.JAVA.length());
  }

  private Path file() {
    Path last = name.getFileName();
    String given = last == null ? "" : last.toString();
    if (last == null || Set.of("", SourceName.PYTHON, SourceName.JAVA).contains(given)) {
      throw new Refusal(Code.ARGUMENT_INVALID, "NAME must be a file, such as my_strategy.py");
    }
    return given.endsWith(SourceName.PYTHON) || given.endsWith(SourceName.JAVA)
        ? name
        : name.resolveSibling(given + SourceName.PYTHON);
  }

  /** Returns the path as a shell takes it. */
  private static String quoted(Path file) {
    String text = file.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

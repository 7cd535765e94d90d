package dev.glovebox.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One honest program.
 *
 * @param name its folder and file
 * @param source as an author would submit it
 * @param error what ends it, by CPython; empty if nothing does
 */
record Program(String name, String source, Optional<Raised> error) {
  private static final Path FOLDER =
      Path.of(System.getProperty("glovebox.root", "../.."), "strategies", "programs", "python");

  private static final Pattern ERROR = Pattern.compile("# error: (\\w+) (\\d+)");

  /**
   * What ends a program.
   *
   * @param type the exception's class
   * @param line the line of the file that raised it, 0 if none did
   */
  record Raised(String type, int line) {
    /** What is told of a module that ran to its end and has no strategy. */
    static final Raised NOTHING = new Raised("StrategyShape", 0);
  }

  /** All programs, by name. */
  static List<Program> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .map(Program::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program read(Path file) {
    try {
      String source = Files.readString(file);
      Matcher error = ERROR.matcher(source);
      return new Program(
          FOLDER.relativize(file).toString(),
          source,
          error.find()
              ? Optional.of(new Raised(error.group(1), Integer.parseInt(error.group(2))))
              : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kind of syntax: the folder. */
  String kind() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Lines of the source, counting the empty one after a final line feed. */
  int lines() {
    return 1 + (int) source.chars().filter(c -> c == '\n').count();
  }

  /** The source as it is submitted. */
  byte[] bytes() {
    return source.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}

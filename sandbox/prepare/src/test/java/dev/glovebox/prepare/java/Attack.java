package dev.glovebox.prepare.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One hostile source in Java, with what its header promises. */
record Attack(Path file, String text) {

  static List<Attack> all() {
    Path root = Path.of(System.getProperty("glovebox.root", "../.."), "strategies/attacks/java");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Attack::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attack of(Path file) {
    try {
      return new Attack(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String header(String word) {
    return text.lines()
        .filter(line -> line.startsWith("// " + word + ": "))
        .findFirst()
        .orElseThrow()
        .substring(word.length() + 5);
  }

  /** Whether it is about a whole process: its memory, or that it ends. */
  boolean isAlone() {
    return text.contains("\n// place: own\n");
  }

  @Override
  public String toString() {
    return header("id") + " " + file.getFileName();
  }
}

package dev.glovebox.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that lie in the repository. */
final class Seeds {
  private static final Path ROOT = Path.of(System.getProperty("glovebox.root", "../.."));

  private Seeds() {}

  /** The honest programs and the attacks. */
  static List<byte[]> programs() {
    return Stream.concat(
            files(ROOT.resolve("strategies/programs/python")).stream(),
            files(ROOT.resolve("strategies/attacks/python")).stream())
        .toList();
  }

  /** The honest programs and the attacks in Java. */
  static List<byte[]> javaPrograms() {
    return Stream.concat(
            files(ROOT.resolve("strategies/programs/java")).stream(),
            files(ROOT.resolve("strategies/attacks/java")).stream())
        .toList();
  }

  /** Every file below a folder, by name; none if there is no such folder. */
  static List<byte[]> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().map(Seeds::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

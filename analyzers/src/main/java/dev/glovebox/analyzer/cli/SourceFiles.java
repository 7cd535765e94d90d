package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.prepare.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads what the command line names; every failure is a verdict. */
final class SourceFiles {
  /** Most files of one call. */
  static final int FILES_MAX = 10_000;

  /** Deepest folder that is searched. */
  private static final int FOLDERS_MAX = 32;

  private static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;
  private final Analyses analyses;

  SourceFiles(InputStream standardInput, Analyses analyses) {
    this.standardInput = standardInput;
    this.analyses = analyses;
  }

  /**
   * The files that {@code arguments} name, folders searched for {@code .py} by name without
   * following links.
   *
   * @throws IOException if a folder cannot be searched, or holds too many files
   */
  static List<String> named(List<String> arguments) throws IOException {
    List<String> files = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (argument.equals(STANDARD_INPUT) || !Files.isDirectory(path)) {
        files.add(argument);
        continue;
      }
      try (Stream<Path> found = Files.walk(path, FOLDERS_MAX)) {
        found
            .filter(file -> file.toString().endsWith(".py"))
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .map(Path::toString)
            .sorted()
            .limit(FILES_MAX + 1L)
            .forEach(files::add);
      }
    }
    if (files.size() > FILES_MAX) {
      throw new IOException("more than " + FILES_MAX + " files");
    }
    return List.copyOf(files);
  }

  /** Reads and judges one file. */
  FileVerdict judge(String path) {
    byte[] bytes;
    try {
      bytes = read(path);
    } catch (IOException e) {
      return unreadable(path, "SOURCE_UNREADABLE", "cannot be read");
    }
    if (bytes.length > SourceText.SOURCE_BYTES_MAX) {
      return unreadable(
          path, "SOURCE_TOO_LARGE", "has more than " + SourceText.SOURCE_BYTES_MAX + " bytes");
    }
    return FileVerdict.of(
        path,
        Optional.of(sha256(bytes)),
        // For quoting only: what cannot be decoded is shown as replaced.
        List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)),
        analyses.analyze(bytes));
  }

  // One byte more than is allowed tells that there is more; the rest is never read.
  private byte[] read(String path) throws IOException {
    if (path.equals(STANDARD_INPUT)) {
      return standardInput.readNBytes(SourceText.SOURCE_BYTES_MAX + 1);
    }
    // A pipe or a device might never end.
    if (!Files.isRegularFile(Path.of(path))) {
      throw new IOException("not a file");
    }
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return in.readNBytes(SourceText.SOURCE_BYTES_MAX + 1);
    }
  }

  private static FileVerdict unreadable(String path, String code, String message) {
    return FileVerdict.of(
        path, Optional.empty(), List.of(), new Judgement.Unreadable(code, message, 0));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

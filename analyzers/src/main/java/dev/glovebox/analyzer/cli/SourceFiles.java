package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.prepare.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds and reads what the command line names; every failure is a verdict. */
final class SourceFiles {
  /** Most files of one call. */
  static final int FILES_MAX = 10_000;

  /** Deepest folder that is searched. */
  private static final int FOLDERS_MAX = 32;

  private static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;
  private final Language usual;
  private final Analyses analyses;

  /**
   * Reads what is named.
   *
   * @param usual the language where the name does not tell
   */
  SourceFiles(InputStream standardInput, Language usual, Analyses analyses) {
    this.standardInput = standardInput;
    this.usual = usual;
    this.analyses = analyses;
  }

  /**
   * What the command line named or a folder holds.
   *
   * @param path as given, or below the folder that was given
   * @param refusal why it is not read; empty if it may be
   */
  record Source(String path, Optional<String> refusal) {}

  /**
   * The sources that {@code arguments} name, folders searched for {@code .py} and {@code .java} by
   * name without following links. What cannot be searched or is no file is among them, so that it
   * counts as not judged: nothing is left out in silence.
   *
   * @throws TooManyFilesException if there are more than {@value #FILES_MAX}
   */
  static List<Source> named(List<String> arguments) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (argument.equals(STANDARD_INPUT) || !Files.isDirectory(path)) {
        sources.add(new Source(argument, Optional.empty()));
        continue;
      }
      Search search = new Search();
      Files.walkFileTree(path, EnumSet.noneOf(FileVisitOption.class), FOLDERS_MAX, search);
      search.found.sort(Comparator.comparing(Source::path));
      sources.addAll(search.found);
    }
    if (sources.size() > FILES_MAX) {
      throw new TooManyFilesException();
    }
    return List.copyOf(sources);
  }

  /** More files than one call judges. */
  static final class TooManyFilesException extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyFilesException() {
      super("more than " + FILES_MAX + " files; name fewer at a time");
    }
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final List<Source> found = new ArrayList<>();

    private void add(Path path, Optional<String> refusal) throws TooManyFilesException {
      found.add(new Source(path.toString(), refusal));
      if (found.size() > FILES_MAX) {
        throw new TooManyFilesException();
      }
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
        throws TooManyFilesException {
      if (attributes.isDirectory()) {
        add(path, Optional.of("stands more than " + FOLDERS_MAX + " folders deep"));
      } else if (Language.ofFile(path.toString()).isPresent()) {
        add(
            path,
            attributes.isRegularFile()
                ? Optional.empty()
                : Optional.of(
                    attributes.isSymbolicLink()
                        ? "is a link, which is not followed: name what it points to"
                        : "is no file"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure)
        throws TooManyFilesException {
      add(path, Optional.of("cannot be read"));
      return FileVisitResult.CONTINUE;
    }
  }

  /** Reads and judges one source. */
  FileVerdict judge(Source source) {
    if (source.refusal().isPresent()) {
      return unreadable(source.path(), "SOURCE_UNREADABLE", source.refusal().get());
    }
    return judge(source.path());
  }

  private FileVerdict judge(String path) {
    Language language = Language.ofFile(path).orElse(usual);
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
    FileVerdict verdict =
        FileVerdict.of(
            path,
            language,
            Optional.of(sha256(bytes)),
            // For quoting only: what cannot be decoded is shown as replaced.
            List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)),
            analyses.analyze(language, bytes));
    // Of thousands of clean files nothing is quoted, and nothing has to be kept.
    return verdict.findings().isEmpty() ? verdict.withoutLines() : verdict;
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

  private FileVerdict unreadable(String path, String code, String message) {
    return FileVerdict.of(
        path,
        Language.ofFile(path).orElse(usual),
        Optional.empty(),
        List.of(),
        new Judgement.Unreadable(code, message, 0));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

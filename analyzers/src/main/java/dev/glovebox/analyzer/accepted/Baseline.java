package dev.glovebox.analyzer.accepted;

import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Findings that were there before: a later call reports what is new. */
public final class Baseline {
  private static final Entries.Form FORM =
      new Entries.Form(
          "BASELINE_INVALID", "finding", Set.of("path", "rule", "fingerprint"), Set.of());

  private final Set<Key> known;

  /** What a finding is known by. */
  private record Key(String path, String rule, String fingerprint) {}

  private Baseline(Set<Key> known) {
    this.known = known;
  }

  /** One that knows nothing. */
  public static Baseline none() {
    return new Baseline(Set.of());
  }

  /**
   * Reads a file that {@link #write} made.
   *
   * @throws BadFileException FILE_UNREADABLE or BASELINE_INVALID
   */
  public static Baseline read(Path file) throws BadFileException {
    Set<Key> known = new HashSet<>();
    for (Entries.Entry entry : Entries.read(file, FORM).entries()) {
      known.add(new Key(entry.text("path"), entry.text("rule"), entry.text("fingerprint")));
    }
    return new Baseline(known);
  }

  /** Whether {@code judged} of the file at {@code path} was there before. */
  boolean knows(String path, Judged judged) {
    return known.contains(key(path, judged));
  }

  private static Key key(String path, Judged judged) {
    return new Key(path, judged.finding().rule(), judged.fingerprint());
  }

  /**
   * Writes every finding of {@code verdicts}, replacing the file as a whole.
   *
   * @throws BadFileException FILE_UNREADABLE if it cannot be written
   */
  public static void write(Path file, List<FileVerdict> verdicts) throws BadFileException {
    StringBuilder text = new StringBuilder("version = 1\n");
    for (FileVerdict verdict : verdicts) {
      for (Judged judged : verdict.findings()) {
        text.append("\n[[finding]]\npath = ")
            .append(quoted(verdict.path()))
            .append("\nrule = ")
            .append(quoted(judged.finding().rule()))
            .append("\nfingerprint = ")
            .append(quoted(judged.fingerprint()))
            .append('\n');
      }
    }
    try {
      Path place = file.toAbsolutePath();
      Path made = Files.createTempFile(place.getParent(), ".baseline", ".new");
      Files.writeString(made, text);
      Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadFileException(BadFileException.UNREADABLE, file + " cannot be written");
    }
  }

  // A name of a file is untrusted: in TOML's basic strings every character can be escaped.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
            quoted.append((char) c);
          } else {
            quoted.append(String.format(Locale.ROOT, "\\U%08X", c));
          }
        });
    return quoted.append('"').toString();
  }
}

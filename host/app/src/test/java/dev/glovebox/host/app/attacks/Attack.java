package dev.glovebox.host.app.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One file of the corpus: a header of comments that says what it tries and how it must end. */
record Attack(Path file, String source, Map<String, String> header) {
  private static final String CORPUS = "strategies/attacks/python";

  /** Starts the line of an attack that obtained what it wanted. */
  static final String GOT_IN = "GOT-IN";

  /** Starts a line that must be the same in every process. */
  static final String SEEN = "SEEN";

  /** Any observer will do. */
  private static final String ANY = "any";

  /** Returns the corpus, in order of ids. */
  static List<Attack> corpus() {
    Path root = Path.of(System.getProperty("glovebox.root", ".")).resolve(CORPUS);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .map(Attack::read)
          .sorted(Comparator.comparing(Attack::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attack read(Path file) {
    try {
      String source = Files.readString(file, StandardCharsets.UTF_8);
      Map<String, String> header = new TreeMap<>();
      source
          .lines()
          .takeWhile(line -> line.startsWith("# "))
          .map(line -> line.substring(2).split(": ", 2))
          .forEach(field -> header.put(field[0], field[1]));
      return new Attack(file, source, header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a field of the header, or an empty text. */
  String field(String name) {
    return header.getOrDefault(name, "");
  }

  String id() {
    return field("id");
  }

  /** Returns for example {@code files/read_accounts}. */
  String name() {
    return field("family") + "/" + file.getFileName().toString().replace(".py", "");
  }

  /** The codes with which a run of it may end. */
  Set<String> outcomes() {
    return Set.of(field("outcome").split(" or ", -1));
  }

  /** Whether it needs a worker of its own: what it attacks is the process itself, or the host. */
  boolean own() {
    return field("place").equals("own");
  }

  /** Whether what it sees must be the same in two processes. */
  boolean twin() {
    return field("twin").equals("yes");
  }

  /** How it must go without protection: {@code got-in}, {@code runs-on}, {@code text}, none. */
  String control() {
    return field("control");
  }

  /** Returns what is wrong with how it ended in the jail; empty if nothing is. */
  Optional<String> complaint(Ending ending) {
    if (ending.lines().stream().anyMatch(line -> line.startsWith(GOT_IN))) {
      return Optional.of(name() + " got in: " + ending.lines());
    }
    if (!outcomes().contains(ending.code())) {
      return Optional.of(
          name() + " ended with " + ending.code() + " " + ending.text() + ": " + ending.lines());
    }
    String observer = field("observed_by");
    if (!observer.equals(ANY) && !observer.equals(ending.observer())) {
      return Optional.of(name() + " was observed by " + ending.observer());
    }
    return Optional.empty();
  }

  /** What the attack saw and what must be the same elsewhere. */
  static List<String> seen(Ending ending) {
    return ending.lines().stream().filter(line -> line.startsWith(SEEN)).toList();
  }

  @Override
  public String toString() {
    return id() + " " + name();
  }
}

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

/**
 * One hostile source in Java: what refuses it, what the worker's own verifier says of it, and how
 * it ends where that is off as well.
 *
 * @param name below the corpus, for example {@code system/file.java}
 */
record JavaAttack(String name, Map<String, String> header) {
  /** Where the sources lie. */
  static final Path ROOT =
      Path.of(System.getProperty("glovebox.root", ".")).resolve("strategies/attacks/java");

  private static final String SLASHES = "// ";

  /** Returns the corpus, in order of ids. */
  static List<JavaAttack> corpus() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(JavaAttack::read)
          .sorted(Comparator.comparing(JavaAttack::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaAttack read(Path file) {
    Map<String, String> header = new TreeMap<>();
    try {
      Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .takeWhile(line -> line.startsWith(SLASHES))
          .map(line -> line.substring(SLASHES.length()).split(": ", 2))
          .forEach(field -> header.put(field[0], field[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JavaAttack(ROOT.relativize(file).toString(), header);
  }

  String id() {
    return field("id");
  }

  /** Returns a field of the header, or an empty text. */
  String field(String word) {
    return header.getOrDefault(word, "");
  }

  /** Whether preparation lets it pass: a worker has to end it, or it does no harm. */
  boolean isPrepared() {
    return field("refused").equals("none");
  }

  /** Whether it is about a whole process, its memory or its deadline. */
  boolean own() {
    return field("place").equals("own");
  }

  /** Whether what it sees must be the same in two processes. */
  boolean twin() {
    return field("twin").equals("yes");
  }

  /** What is wrong with how a worker with its verifier ended it; empty if nothing is. */
  Optional<String> complaint(Ending ending) {
    boolean passes = field("verifier").equals(Ending.COMPLETED) && !field("harmless").isEmpty();
    if (gotIn(ending) && !passes) {
      return Optional.of(this + " got in: " + ending);
    }
    String wanted = isPrepared() ? field("outcome") : field("verifier");
    return said(wanted, ending) ? Optional.empty() : Optional.of(this + " ended with " + ending);
  }

  /** What is wrong with how a worker without its verifier ended it; empty if nothing is. */
  Optional<String> complaintWithout(Ending ending) {
    if (gotIn(ending) && field("harmless").isEmpty()) {
      return Optional.of(this + " got in without the verifier: " + ending);
    }
    return said(field("unverified"), ending)
        ? Optional.empty()
        : Optional.of(this + " ended without the verifier with " + ending);
  }

  static boolean gotIn(Ending ending) {
    return ending.lines().stream().anyMatch(line -> line.startsWith(Attack.GOT_IN));
  }

  /** One word for an end: the verifier's code if it was that, or else the run's. */
  static String word(Ending ending) {
    String text = ending.text();
    boolean refused = ending.code().equals("POLICY_VIOLATION") && text.startsWith("JAVA_");
    return refused ? text.substring(0, text.indexOf(':')) : ending.code();
  }

  private static boolean said(String wanted, Ending ending) {
    return Set.of(wanted.split(" or ", -1)).contains(word(ending));
  }

  @Override
  public String toString() {
    return id() + " " + name;
  }
}

package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What analysis says of each attack in Java, which is not the control: the corpus is run with
 * analysis off. {@code glovebox.write=true} writes {@code findings.txt} beside the corpus.
 */
@Timeout(60)
final class AttackFindingsTest {
  private static final int ATTACKS_MIN = 120;

  /** Attacks that no rule finds, with what stops them. */
  private static final Map<String, String> MISSED =
      Map.of(
          "language/deep_generics_field.java",
          "types that the compiler needs too long for: its deadline, in preparation",
          "language/interface_names_class_of_object.java",
          "a method of the library by a name of its own: preparation, JAVA_CLASS_MEMBER",
          "language/interface_names_library_method.java",
          "a method of the library by a name of its own: preparation, JAVA_CLASS_MEMBER");

  private static final Pattern ID = Pattern.compile("(?m)^// id: (\\w+)$");

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  private static final Path ROOT =
      Path.of(System.getProperty("glovebox.root"), "strategies/attacks/java");

  /** Refusal, rules above a note, or none. */
  private static String found(byte[] source) {
    try {
      return ANALYZER.analyze(source).findings().stream()
          .filter(finding -> finding.severity() != Severity.NOTE)
          .map(Finding::rule)
          .distinct()
          .sorted()
          .collect(Collectors.joining(" "));
    } catch (SourceRefusedException e) {
      return e.refusal().code().name();
    }
  }

  @Test
  void findsEveryAttackButThoseThatAreArguedFor() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    List<String> missed;
    try (Stream<Path> files = Files.walk(ROOT)) {
      missed =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> isMissed(file, lines))
              .filter(file -> !isForAWorker(file))
              .map(file -> ROOT.relativize(file).toString())
              .toList();
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo(ATTACKS_MIN);
    assertThat(missed).containsExactlyInAnyOrderElementsOf(MISSED.keySet());
    String document =
        lines.entrySet().stream()
            .map(line -> line.getKey() + " " + line.getValue() + "\n")
            .collect(Collectors.joining());
    Path written = ROOT.resolve("findings.txt");
    if (Boolean.getBoolean("glovebox.write")) {
      Files.writeString(written, document);
    }
    assertThat(Files.readString(written)).isEqualTo(document);
  }

  /** Whether preparation takes it as well: what it does only shows where it runs. */
  private static boolean isForAWorker(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("\n// refused: none\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isMissed(Path file, Map<String, String> lines) {
    byte[] source;
    try {
      source = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String path = ROOT.relativize(file).toString();
    Matcher id = ID.matcher(new String(source, StandardCharsets.ISO_8859_1));
    assertThat(id.find()).as(path).isTrue();
    String found = found(source);
    // A hidden suppression alone would be no finding of the attack.
    boolean missed =
        Arrays.stream(found.split(" ")).allMatch(rule -> rule.isEmpty() || rule.equals("JV501"));
    String why =
        MISSED.getOrDefault(path, isForAWorker(file) ? "for a worker to end, see its header" : "");
    lines.put(id.group(1) + " " + path, missed ? "none: " + why : found);
    return missed;
  }
}

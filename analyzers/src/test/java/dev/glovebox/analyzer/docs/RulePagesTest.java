package dev.glovebox.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.java.Excerpts;
import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.python.PythonAnalyzer;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RulePage;
import dev.glovebox.analyzer.rules.RulePages;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page whose examples are what they say; {@code docs/rules} is not stale. */
@Timeout(60)
final class RulePagesTest {
  /** One more than a report lists; the page says so. */
  private static final int TOO_MANY_FINDINGS = 201;

  private static final Pattern SHOWN = Pattern.compile("\\{U\\+([0-9A-F]{4,6})}");

  /** What an excerpt may break because it is one: hooks that are left out, or do nothing. */
  private static final Set<String> OF_EXCERPTS = Set.of("PY901", "JV901", "JV907");

  private static final Pattern SENTENCE = Pattern.compile("[.?](?=\\s|$)");

  private static final PythonAnalyzer PYTHON =
      new PythonAnalyzer(
          new PythonParser(System::nanoTime, Duration.ofSeconds(30)), Language.PYTHON.rules());
  private static final JavaAnalyzer JAVA =
      new JavaAnalyzer(Language.JAVA.rules(), Duration.ofSeconds(30));

  static List<Rule> rules() {
    return Arrays.stream(Language.values())
        .flatMap(language -> language.rules().rules().stream())
        .toList();
  }

  private static Rule named(String id) {
    return Language.rule(id).orElseThrow();
  }

  /** The rule that a bad block of {@code rule}, taken once, is found by. */
  private static String foundBy(Rule rule) {
    return switch (rule.id()) {
      case "PY001" -> "PY101";
      case "JV001" -> "JV108";
      default -> rule.id();
    };
  }

  /** Findings of a block; blocks are excerpts, so hooks that are left out are no matter. */
  private static List<Finding> findings(Rule rule, String block) {
    return findings(Language.ofRule(rule.id()).orElseThrow(), block).stream()
        .filter(
            finding -> finding.rule().equals(rule.id()) || !OF_EXCERPTS.contains(finding.rule()))
        .toList();
  }

  private static List<Finding> findings(Language language, String block) {
    String source =
        SHOWN
            .matcher(block)
            .replaceAll(shown -> Character.toString(Integer.parseInt(shown.group(1), 16)));
    return switch (language) {
      case PYTHON -> PYTHON.analyze(source.getBytes(StandardCharsets.UTF_8)).findings();
      case JAVA -> JAVA.analyze(Excerpts.whole(source).getBytes(StandardCharsets.UTF_8)).findings();
    };
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyBadBlockIsFoundByItsRuleAlone(Rule rule) {
    for (String block : RulePages.of(rule).bad()) {
      assertThat(findings(rule, block))
          .as(block)
          .isNotEmpty()
          .allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(foundBy(rule));
            assertThat(finding.severity()).isEqualTo(named(foundBy(rule)).severity());
          });
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyGoodBlockIsClean(Rule rule) {
    for (String block : RulePages.of(rule).good()) {
      assertThat(findings(rule, block)).as(block).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void moreFindingsThanAreListedAreOneFindingMore(Language language) {
    String more = language.rules().prefix() + "001";
    String block = RulePages.of(named(more)).bad().getFirst();
    assertThat(findings(language, block.repeat(TOO_MANY_FINDINGS - 1)))
        .noneMatch(finding -> finding.rule().equals(more));
    assertThat(findings(language, block.repeat(TOO_MANY_FINDINGS)))
        .filteredOn(finding -> finding.rule().equals(more))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyPageIsShortAndCanBePrinted(Rule rule) {
    RulePage page = RulePages.of(rule);
    assertThat(SENTENCE.matcher(page.why()).results().count()).isBetween(2L, 5L);
    assertThat(page.title()).hasSizeBetween(8, 60);
    assertThat(page.markdown(rule).lines())
        .as("no character that a terminal would obey, or that nobody sees")
        .allMatch(
            line -> line.chars().noneMatch(c -> c < ' ' || (c > '~' && !Character.isLetter(c))));
  }

  @Test
  void everyPageBelongsToARule() throws IOException, URISyntaxException {
    Path pages = Path.of(Objects.requireNonNull(RuleSet.class.getResource("pages")).toURI());
    assertThat(names(pages))
        .containsExactlyInAnyOrderElementsOf(
            rules().stream().map(rule -> rule.id() + ".md").toList());
  }

  @Test
  void theDocumentsAreNotStale() throws IOException {
    Path folder = RulesDocument.folder();
    Map<String, String> expected = RulesDocument.files();
    if (Boolean.getBoolean("glovebox.write")) {
      Files.createDirectories(folder);
      for (String stale : names(folder)) {
        Files.delete(folder.resolve(stale));
      }
      for (Map.Entry<String, String> file : expected.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> found = new TreeMap<>();
    for (String name : names(folder)) {
      found.put(name, Files.readString(folder.resolve(name)));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

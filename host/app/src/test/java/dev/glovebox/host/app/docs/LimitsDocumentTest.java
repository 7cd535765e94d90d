package dev.glovebox.host.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the table of limits names is there: constants, codes, tests. */
final class LimitsDocumentTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)(?:\\.([A-Za-z_]+))?`");
  private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");
  private static final int CELLS = 6;
  private static final List<List<String>> ROWS = new ArrayList<>();

  /** Texts of source files by the name of their class. */
  private static final Map<String, String> SOURCES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Path root = CodesDocument.root();
    for (String line : Files.readAllLines(root.resolve("docs/limits.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| limit") && !line.startsWith("| ---")) {
        ROWS.add(
            Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::trim)
                .toList());
      }
    }
    for (String module :
        List.of(
            "sandbox/jail", "sandbox/session", "sandbox/worker", "sandbox/prepare", "host/core")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(LimitsDocumentTest::add);
      }
    }
  }

  private static void add(Path file) {
    String name = String.valueOf(file.getFileName()).replace(".java", "");
    try {
      // Some names are used twice: a text that holds either will do.
      SOURCES.merge(name, Files.readString(file), String::concat);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRowIsWhole() {
    assertThat(ROWS).hasSizeGreaterThan(15).allMatch(row -> row.size() == CELLS);
    assertThat(ROWS).allMatch(row -> row.stream().noneMatch(String::isEmpty));
    assertThat(ROWS.stream().map(row -> row.get(4)))
        .allMatch(who -> who.startsWith("HOST") || who.startsWith("WORKER"));
  }

  @Test
  void everyConstantExists() {
    for (List<String> row : ROWS) {
      List<MatchResult> names = NAME.matcher(row.get(1)).results().toList();
      assertThat(names).as(row.toString()).isNotEmpty();
      for (MatchResult name : names) {
        assertThat(SOURCES.getOrDefault(name.group(1), ""))
            .as(name.group())
            .containsPattern("static final [A-Za-z]+ " + name.group(2) + "\\b");
      }
    }
  }

  @Test
  void everyTestExists() {
    for (List<String> row : ROWS) {
      List<MatchResult> names = NAME.matcher(row.get(5)).results().toList();
      assertThat(names).as(row.toString()).isNotEmpty();
      for (MatchResult name : names) {
        String source = SOURCES.getOrDefault(name.group(1), "");
        assertThat(source).as(name.group()).contains("@Test");
        if (name.group(2) != null) {
          assertThat(source).as(name.group()).contains("void " + name.group(2) + "(");
        }
      }
    }
  }

  @Test
  void everyCodeExistsAndNoneOfALimitIsMissing() {
    Set<String> named = new TreeSet<>();
    ROWS.forEach(
        row -> CODE.matcher(row.get(3)).results().map(found -> found.group(1)).forEach(named::add));
    Set<String> known = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toSet());
    assertThat(known).containsAll(named);
    List<String> ofLimits =
        Arrays.stream(Code.values())
            .filter(code -> code.category() == Code.Category.OUTCOME)
            .map(Code::name)
            .filter(name ->
                name.endsWith("_LIMIT") || name.endsWith("_EXCEEDED") || name.endsWith("_DEADLINE"))
            .toList();
    assertThat(named).containsAll(ofLimits);
  }
}

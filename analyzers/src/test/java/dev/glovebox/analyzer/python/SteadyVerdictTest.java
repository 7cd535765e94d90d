package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.form.NormalForm;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.python.PythonToken;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of trading say the same when locals are renamed and when the text is laid out anew. */
@Timeout(120)
final class SteadyVerdictTest {
  private final PythonParser parser = new PythonParser(System::nanoTime, Duration.ofSeconds(30));
  private final PythonAnalyzer analyzer = new PythonAnalyzer(parser, RuleSet.pythonCore());

  static Stream<Path> sources() throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"));
    List<Path> found = new ArrayList<>();
    for (String folder :
        List.of(
            "analyzers/src/test/resources/dev/glovebox/analyzer",
            "strategies/guide-tasks/python",
            "strategies/examples/src/main/python")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".py")).sorted().forEach(found::add);
      }
    }
    // Text that does not parse can be neither renamed nor laid out.
    found.removeIf(file -> file.endsWith("syntax.py"));
    assertThat(found).hasSizeGreaterThan(120);
    return found.stream();
  }

  private List<String> findings(byte[] source, boolean lines) {
    return analyzer.analyze(source).findings().stream()
        .filter(finding -> finding.rule().compareTo("PY600") > 0)
        .map(finding -> (lines ? finding.line() + " " : "") + finding.rule())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void saysTheSameWhenLocalsAreRenamed(Path source) throws IOException {
    byte[] given = Files.readAllBytes(source);
    byte[] renamed = renamed(given);
    assertThat(findings(renamed, true)).isEqualTo(findings(given, true));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void saysTheSameOfTheNormalForm(Path source) throws IOException {
    byte[] given = Files.readAllBytes(source);
    byte[] laidOut = new NormalForm(parser).prepare(given).bytes();
    assertThat(findings(laidOut, false)).isEqualTo(findings(given, false));
  }

  @Test
  void renamesLocalsAndNothingElse() {
    byte[] given =
        "def f(a):\n    b = a\n    c.d = b\n    return b\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(renamed(given), StandardCharsets.UTF_8))
        .isEqualTo("def f(a):\n    q_b = a\n    c.d = q_b\n    return q_b\n");
  }

  private byte[] renamed(byte[] given) {
    ParsedSource parsed = parser.parse(SourceText.submitted(given));
    Set<String> locals = locals(parsed.module());
    String text = parsed.text().text();
    StringBuilder renamed = new StringBuilder();
    int done = 0;
    for (PythonToken token : parsed.tokens()) {
      Span span = token.span();
      int from = parsed.text().offset(span.line(), span.column());
      int to = parsed.text().offset(span.endLine(), span.endColumn());
      if (token.isName() && locals.contains(text.substring(from, to))) {
        renamed.append(text, done, from).append("q_").append(text, from, to);
        done = to;
      }
    }
    renamed.append(text.substring(done));
    return renamed.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Names that are assigned in functions, and are no part of anything else. */
  private static Set<String> locals(SyntaxNode module) {
    Set<String> stored = new HashSet<>();
    Set<String> others = new HashSet<>();
    record Step(SyntaxNode node, boolean inFunction) {}
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(module, false)));
    while (!open.isEmpty()) {
      Step step = open.pop();
      SyntaxNode node = step.node();
      switch (node.kind()) {
        case "Name" -> {
          if (!node.text("context").equals("Load")) {
            (step.inFunction() ? stored : others).add(node.text("id"));
          }
        }
        case "Attribute" -> others.add(node.text("attr"));
        case "Keyword", "Arg" -> others.add(node.text("arg"));
        case "Global", "Nonlocal" -> others.addAll(node.words("names"));
        case "FunctionDef", "ClassDef", "ExceptHandler", "MatchAs", "MatchStar" ->
            others.add(node.text("name"));
        case "Alias" -> {
          others.add(node.text("name"));
          others.add(node.text("asName"));
        }
        // The tokens do not show what stands inside.
        case "JoinedStr", "MatchClass" -> names(node, others);
        default -> {
          // Binds nothing by text.
        }
      }
      boolean inside = !node.is("ClassDef") && (step.inFunction() || node.is("FunctionDef"));
      node.children().forEach(child -> open.push(new Step(child, inside)));
    }
    stored.removeAll(others);
    return stored;
  }

  private static void names(SyntaxNode root, Set<String> found) {
    Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      if (node.is("Name")) {
        found.add(node.text("id"));
      } else if (node.is("MatchClass")) {
        found.addAll(node.words("kwdAttrs"));
      }
      node.children().forEach(open::push);
    }
  }
}

package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rules know of ctx, bar, fill and order is what the strategy API has. */
@Timeout(60)
final class VocabularyTest {
  private static final Path API =
      Path.of(System.getProperty("glovebox.root"), "strategies/api/src/main/python/glovebox");

  private final RuleSet rules = RuleSet.pythonCore();
  private final PythonParser parser = new PythonParser(System::nanoTime, Duration.ofSeconds(30));

  private List<SyntaxNode> body(String file, String name) throws IOException {
    return parser
        .parse(SourceText.submitted(Files.readAllBytes(API.resolve(file))))
        .module()
        .nodes("body")
        .stream()
        .filter(node -> node.is("ClassDef") && node.text("name").equals(name))
        .findFirst()
        .orElseThrow()
        .nodes("body");
  }

  private static boolean isProperty(SyntaxNode node) {
    return node.nodes("decoratorList").stream()
        .anyMatch(decorator -> decorator.is("Name") && decorator.text("id").equals("property"));
  }

  private Set<String> publicNames(String name) throws IOException {
    Set<String> found = new TreeSet<>();
    for (SyntaxNode node : body("_values.py", name)) {
      if (node.is("FunctionDef")) {
        found.add(node.text("name"));
      } else if (node.is("Assign")) {
        node.nodes("targets").forEach(target -> found.add(target.text("id")));
      }
    }
    found.removeIf(word -> word.startsWith("_"));
    return found;
  }

  @Test
  void knowsEveryValueOfBarsFillsAndOrders() throws IOException {
    assertThat(rules.words("bar-values")).containsExactlyInAnyOrderElementsOf(publicNames("Bar"));
    assertThat(rules.words("fill-values")).containsExactlyInAnyOrderElementsOf(publicNames("Fill"));
    assertThat(rules.words("order-values"))
        .containsExactlyInAnyOrderElementsOf(publicNames("Order"));
    assertThat(rules.words("bars-values")).containsAll(publicNames("Bars"));
  }

  @Test
  void knowsEveryValueAndCallOfTheContext() throws IOException {
    Set<String> values = new TreeSet<>();
    List<String> calls = new ArrayList<>();
    for (SyntaxNode node : body("_context.py", "Context")) {
      if (node.is("FunctionDef") && isProperty(node)) {
        values.add(node.text("name"));
      } else if (node.is("FunctionDef") && !node.text("name").equals("log")) {
        calls.add(node.text("name") + " " + form(node));
      }
    }
    assertThat(rules.words("context-values")).containsExactlyInAnyOrderElementsOf(values);
    List<String> known =
        rules.pairedWords("context-calls").stream()
            .filter(name -> !name.equals("log"))
            .map(name -> name + " " + rules.paired("context-calls", name).orElseThrow())
            .toList();
    assertThat(known).containsExactlyInAnyOrderElementsOf(calls);
  }

  private static String form(SyntaxNode function) {
    SyntaxNode arguments = function.node("args").orElseThrow();
    List<String> words = new ArrayList<>();
    arguments.nodes("args").forEach(argument -> words.add(argument.text("arg")));
    words.removeFirst();
    int most = words.size();
    int least = most - arguments.nodes("defaults").size();
    arguments.nodes("kwOnlyArgs").forEach(argument -> words.add(argument.text("arg")));
    return least + " " + most + " " + String.join(" ", words);
  }
}

package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Asks every rule of every node of a Python source.
 *
 * <p>Deny by default: node kinds, imports, names and attributes pass by list. Walks without
 * recursion, so the verdict depends on the text and the rules alone. Thread-safe.
 */
public final class PythonAnalyzer {
  /**
   * Which checks look at a kind of node, by their places in the list: the same for every source.
   */
  private static final Map<String, int[]> LOOKING = new ConcurrentHashMap<>();

  private final PythonParser parser;
  private final RuleSet rules;

  /** Analyses with {@code rules} what {@code parser} understands. */
  public PythonAnalyzer(PythonParser parser, RuleSet rules) {
    this.parser = parser;
    this.rules = rules;
  }

  /** The rules asked. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * Analyses submitted bytes. A syntax error is a finding.
   *
   * @throws SourceRefusedException if the bytes are not text within the caps: nothing is known
   */
  public Analysis analyze(byte[] submitted) {
    SourceText text = SourceText.submitted(submitted);
    Report report = new Report(rules);
    TextCheck.hidden(text, report);
    StrategyManifest manifest = StrategyManifest.EMPTY;
    try {
      ParsedSource source = parser.parse(text);
      Scopes scopes = Scopes.of(source.module());
      Names names = new Names(scopes);
      ask(source, names, report);
      manifest = ManifestReading.of(source, scopes, names);
    } catch (SourceRefusedException e) {
      if (e.refusal().code() != RefusalCode.PY000) {
        throw e;
      }
      Span place = place(e.refusal(), text);
      report.add(
          "PY000",
          place,
          e.refusal().message(),
          SyntaxHints.of(text, place.line(), e.refusal().message())
              .orElse(rules.rule("PY000").instead()));
    }
    return new Analysis(report.findings(), manifest);
  }

  private static Span place(Refusal refusal, SourceText text) {
    int line = Math.clamp(refusal.line(), 1, text.lineCount());
    int column = Math.max(1, refusal.column());
    return new Span(line, column, line, column + 1);
  }

  private static void ask(ParsedSource source, Names names, Report report) {
    Tree tree = Tree.of(source.module());
    Constants constants = Constants.of(tree, names);
    if (constants.isExhausted()) {
      report.add("PY506", new Span(1, 1, 1, 2), "more is put together here than is worked out");
    }
    HostValues host = HostValues.of(tree, names, report.rules());
    Flow flow = Flow.of(tree, names);
    List<Check> checks =
        List.of(
            new NodeCheck(report),
            new ImportCheck(names, report),
            new NameCheck(names, report, hasLazyAnnotations(source.module())),
            new AttributeCheck(names, host, AttributeCheck.fields(tree, names), report),
            new CallCheck(names, report),
            new DefinitionCheck(names, report),
            new ReflectionCheck(names, constants, report),
            new TextConstantCheck(source.text(), names, constants, report),
            new ReviewCheck(names, constants, report),
            new CostlyCheck(names, constants, report),
            new EndlessCheck(names, constants, report),
            new ResourceCheck(names, constants, report),
            new LookAheadCheck(names, flow, report),
            new EmbeddedCheck(flow, report),
            new DeterminismCheck(names, flow, report),
            new DateCheck(names, flow, report),
            new MoneyCheck(names, flow, report),
            new ContractCheck(names, flow, report),
            new UseCheck(names, flow, report));
    TextCheck.names(source, report);
    CommentCheck.of(source, report);
    GrowthCheck.judge(tree, names, report);
    new LoopCosts(tree, names, constants, host, report).judge();
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(source.module(), Optional.empty()));
    while (!open.isEmpty()) {
      Place place = open.pop();
      for (int asked :
          LOOKING.computeIfAbsent(place.node().kind(), kind -> looking(checks, kind))) {
        checks.get(asked).visit(place);
      }
      for (SyntaxNode child : place.node().children()) {
        open.push(new Place(child, Optional.of(place)));
      }
    }
  }

  private static int[] looking(List<Check> checks, String kind) {
    return IntStream.range(0, checks.size())
        .filter(i -> checks.get(i).kinds().isEmpty() || checks.get(i).kinds().contains(kind))
        .toArray();
  }

  // With this import, annotations are kept as text and never evaluated.
  private static boolean hasLazyAnnotations(SyntaxNode module) {
    return module.nodes("body").stream()
        .filter(node -> node.is("ImportFrom") && node.text("module").equals("__future__"))
        .flatMap(node -> node.nodes("names").stream())
        .anyMatch(alias -> alias.text("name").equals("annotations"));
  }
}

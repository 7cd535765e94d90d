package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.ManifestDraft;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Order;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a manifest from a syntax tree, without recursion.
 *
 * <p>Goes by names: whatever is called {@code buy} counts as an order, whoever is asked for it, so
 * that a manifest says too much rather than too little. It is advice: what an order may do is the
 * risk gate's.
 */
final class ManifestReading {
  private static final String API = "glovebox";
  private static final String INDICATORS = API + ".indicators.";
  private static final String WARM_UP = "warmup_bars";
  private static final String UNKNOWN = "unknown";

  private static final Set<String> TRADES =
      Set.of("buy", "sell", "close", "target", "target_percent");
  private static final Set<String> OTHER_CALLS = Set.of("bracket", "modify", "cancel");
  private static final Set<String> HOOKS =
      Set.of("on_start", "on_bar", "on_bars", "on_fill", "on_order", "on_stop");

  private final Names names;
  private final Scopes scopes;
  private final WrittenValues values;
  private final InstrumentReading instruments;
  private final Set<Order> orders = ManifestDraft.orders();
  private final Set<String> indicators = new TreeSet<>();
  private final Set<String> imports = new TreeSet<>();
  private final List<SyntaxNode> classes = new ArrayList<>();
  private final List<SyntaxNode> ownWarmUps = new ArrayList<>();

  private ManifestReading(Names names, Scopes scopes) {
    this.names = names;
    this.scopes = scopes;
    this.values = new WrittenValues(names);
    this.instruments = new InstrumentReading(names, values);
  }

  /** The manifest of {@code source}. */
  static StrategyManifest of(ParsedSource source, Scopes scopes, Names names) {
    ManifestReading reading = new ManifestReading(names, scopes);
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(source.module(), Optional.empty()));
    while (!open.isEmpty()) {
      Place place = open.pop();
      reading.visit(place);
      for (SyntaxNode child : place.node().children()) {
        open.push(new Place(child, Optional.of(place)));
      }
    }
    return reading.manifest(source);
  }

  private StrategyManifest manifest(ParsedSource source) {
    StrategyClasses strategies = new StrategyClasses(classes, names);
    List<SyntaxNode> line = strategies.line();
    ManifestDraft draft = new ManifestDraft();
    ParameterReading parameters = new ParameterReading(source.text(), names, values, draft);
    return new StrategyManifest(
        draft.name(strategies.leaf().map(leaf -> Names.plain(leaf.text("name"))).orElse("")),
        parameters.of(line),
        List.copyOf(orders),
        draft.names(indicators),
        draft.names(instruments.found()),
        draft.text(warmUp(line, parameters)),
        draft.names(imports),
        List.copyOf(hooks(line)),
        draft.omitted());
  }

  private void visit(Place place) {
    SyntaxNode node = place.node();
    instruments.visit(place);
    switch (node.kind()) {
      case "Import" ->
          node.nodes("names").forEach(alias -> imports.add(Names.plain(alias.text("name"))));
      case "ImportFrom" -> imports.add(module(node));
      case "Name" -> indicator(node);
      case "Attribute" -> {
        indicator(node);
        mention(place, node);
        if (node.text("attr").equals(WARM_UP) && !node.text("context").equals("Load")) {
          ownWarmUps.add(assigned(place));
        }
      }
      case "Call" -> call(node);
      case "MatchClass" -> node.words("kwdAttrs").forEach(this::mention);
      case "ClassDef" -> {
        if (scopes.scopeOf(node).kind() == Scope.Kind.MODULE) {
          classes.add(node);
        }
      }
      default -> {
        // Says nothing by itself.
      }
    }
  }

  private static String module(SyntaxNode node) {
    String level = node.text("level");
    int dots = level.isEmpty() ? 0 : Integer.parseInt(level);
    return ".".repeat(dots) + Names.plain(node.text("module"));
  }

  private void indicator(SyntaxNode node) {
    SyntaxNode base = node;
    while (base.is("Attribute")) {
      base = base.node("value").orElseThrow();
    }
    // The path of a whole chain costs its length squared.
    if (!base.is("Name") || names.path(base).filter(path -> path.startsWith(API)).isEmpty()) {
      return;
    }
    names
        .path(node)
        .filter(path -> path.startsWith(INDICATORS))
        .map(path -> path.substring(INDICATORS.length()))
        .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
        .ifPresent(indicators::add);
  }

  private void call(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    if (function.is("Attribute")) {
      String name = Names.plain(function.text("attr"));
      if (TRADES.contains(name)) {
        orders.add(new Order(name, type(call)));
      } else if (OTHER_CALLS.contains(name)) {
        orders.add(new Order(name, ""));
      }
    }
    CallCheck.literalAttribute(call).map(Names::plain).ifPresent(this::mention);
  }

  private static String type(SyntaxNode call) {
    if (call.nodes("keywords").stream().anyMatch(keyword -> keyword.text("arg").isEmpty())) {
      return UNKNOWN; // **more
    }
    if (isGiven(call, "trail") || isGiven(call, "trail_percent")) {
      return "trail";
    }
    boolean limit = isGiven(call, "limit");
    if (isGiven(call, "stop")) {
      return limit ? "stop_limit" : "stop";
    }
    return limit ? "limit" : "market";
  }

  private static boolean isGiven(SyntaxNode call, String argument) {
    return call.nodes("keywords").stream()
        .filter(keyword -> keyword.text("arg").equals(argument))
        .flatMap(keyword -> keyword.node("value").stream())
        .anyMatch(value -> !isNone(value));
  }

  private static boolean isNone(SyntaxNode value) {
    return value.is("Constant")
        && value.literal("value").filter(literal -> literal.type().equals("NONE")).isPresent();
  }

  // A method that is handed on. An own attribute may well be called buy or target; the close of a
  // bar is a price.
  private void mention(Place place, SyntaxNode attribute) {
    SyntaxNode value = attribute.node("value").orElseThrow();
    boolean called =
        place
            .parent("Call")
            .filter(call -> call.node("func").equals(Optional.of(attribute)))
            .isPresent();
    String name = Names.plain(attribute.text("attr"));
    if (!called
        && attribute.text("context").equals("Load")
        && !names.isSelf(value)
        && (!name.equals("close") || isContext(value))) {
      mention(name);
    }
  }

  private void mention(String raw) {
    String name = Names.plain(raw);
    if (TRADES.contains(name)) {
      orders.add(new Order(name, UNKNOWN));
    } else if (OTHER_CALLS.contains(name)) {
      orders.add(new Order(name, ""));
    }
  }

  private boolean isContext(SyntaxNode value) {
    return value.is("Name")
        && names
            .parameter(value)
            .filter(parameter -> parameter.index() == 1)
            .filter(parameter -> parameter.function().is("FunctionDef"))
            .filter(parameter -> HOOKS.contains(parameter.function().text("name")))
            .isPresent();
  }

  // What self.warmup_bars is set to; the whole statement where that is not plain.
  private static SyntaxNode assigned(Place place) {
    SyntaxNode attribute = place.node();
    Optional<SyntaxNode> plainly =
        place
            .parent("Assign")
            .filter(node -> node.nodes("targets").contains(attribute))
            .or(() -> place.parent("AnnAssign"))
            .flatMap(node -> node.node("value"));
    return plainly.orElseGet(() -> place.around().map(Place::node).orElse(attribute));
  }

  private String warmUp(List<SyntaxNode> line, ParameterReading parameters) {
    Set<String> found = new TreeSet<>();
    for (SyntaxNode definition : line) {
      StrategyClasses.statements(definition).forEach(node -> ofClass(node, parameters, found));
      if (!found.isEmpty()) {
        break; // hides what stands above
      }
    }
    ownWarmUps.forEach(value -> found.add(parameters.shown(value)));
    return ManifestDraft.joined(found);
  }

  private static void ofClass(SyntaxNode node, ParameterReading parameters, Set<String> found) {
    switch (node.kind()) {
      case "Assign" -> {
        if (node.nodes("targets").stream().anyMatch(ManifestReading::isWarmUp)) {
          node.node("value").ifPresent(value -> found.add(parameters.shown(value)));
        }
      }
      case "AnnAssign" ->
          node.node("target")
              .filter(ManifestReading::isWarmUp)
              .flatMap(_ -> node.node("value"))
              .ifPresent(value -> found.add(parameters.shown(value)));
      case "FunctionDef" -> {
        if (node.text("name").equals(WARM_UP)) {
          StrategyClasses.statements(node).stream()
              .filter(statement -> statement.is("Return"))
              .flatMap(statement -> statement.node("value").stream())
              .forEach(value -> found.add(parameters.shown(value)));
        }
      }
      default -> {
        // Sets nothing.
      }
    }
  }

  private static boolean isWarmUp(SyntaxNode target) {
    return target.is("Name") && target.text("id").equals(WARM_UP);
  }

  private static Set<String> hooks(List<SyntaxNode> line) {
    Set<String> found = new TreeSet<>();
    for (SyntaxNode definition : line) {
      for (SyntaxNode statement : StrategyClasses.statements(definition)) {
        if (statement.is("FunctionDef") || statement.is("AsyncFunctionDef")) {
          found.add(Names.plain(statement.text("name")));
        } else if (statement.is("Assign")) {
          statement.nodes("targets").stream()
              .filter(target -> target.is("Name"))
              .forEach(target -> found.add(Names.plain(target.text("id"))));
        }
      }
    }
    found.retainAll(HOOKS);
    return found;
  }
}

package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.glovebox.analyzer.ManifestDraft;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Order;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a source says of itself.
 *
 * <p>Strategy, parameters and hooks are what a worker would find. Orders go by names and what is
 * known of types, so that a manifest says too much rather than too little.
 */
final class JavaManifestReading {
  private static final String INDICATORS = Hooks.API + "indicators/";

  private final Facts facts;
  private final ConstructorParameters parameters;
  private final OrderCalls calls;
  private final InstrumentNames instruments;
  private final ManifestDraft draft = new ManifestDraft();
  private final Set<Order> orders = ManifestDraft.orders();
  private final Set<String> indicators = new TreeSet<>();

  private JavaManifestReading(Facts facts) {
    this.facts = facts;
    this.parameters = new ConstructorParameters(facts.types(), facts.constants());
    this.calls = new OrderCalls(facts);
    this.instruments = new InstrumentNames(facts);
  }

  static StrategyManifest of(Facts facts) {
    return new JavaManifestReading(facts).manifest();
  }

  private StrategyManifest manifest() {
    facts.tree().nodes().forEach(this::visit);
    Strategies strategies = Strategies.of(facts.tree(), facts.names());
    Optional<OwnClass> strategy = strategies.chosen();
    List<OwnClass> line = strategy.map(strategies::line).orElse(List.of());
    return new StrategyManifest(
        draft.name(strategy.map(own -> own.declaration().getNameAsString()).orElse("")),
        strategy.map(this::parameters).orElse(List.of()),
        List.copyOf(orders),
        draft.names(indicators),
        draft.names(instruments.found()),
        draft.text(warmUp(line)),
        draft.names(imports()),
        hooks(line),
        draft.omitted());
  }

  private void visit(Node node) {
    switch (node) {
      case MethodCallExpr call -> {
        calls.order(call).ifPresent(orders::add);
        instruments.visit(call);
      }
      case MethodReferenceExpr reference -> {
        calls.handed(reference.getScope(), reference.getIdentifier()).ifPresent(orders::add);
        if (reference.getIdentifier().equals("new")
            && reference.getScope() instanceof TypeExpr type) {
          indicator(facts.types().of(type.getType()));
        }
      }
      case ObjectCreationExpr made -> indicator(facts.types().of(made.getType()));
      case SwitchEntry entry -> instruments.visit(entry);
      default -> {
        // Says nothing by itself.
      }
    }
  }

  private void indicator(JavaType made) {
    if (made.name().startsWith(INDICATORS)) {
      indicators.add(made.name().substring(INDICATORS.length()));
    }
  }

  // Of several constructors, which no worker takes, all that they ask for.
  private List<StrategyManifest.Parameter> parameters(OwnClass strategy) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    for (ConstructorDeclaration constructor : strategy.declaration().getConstructors()) {
      constructor.getParameters().forEach(one -> found.putIfAbsent(one.getNameAsString(), one));
    }
    Set<String> shown = new HashSet<>();
    return draft.first(found.values(), StrategyManifest.PARAMETERS_MAX).stream()
        .map(one ->
            new StrategyManifest.Parameter(
                draft.name(one.getNameAsString()),
                parameters.type(one),
                draft.text(parameters.shown(one))))
        .filter(one -> shown.add(one.name())) // names that are one when cut
        .toList();
  }

  private String warmUp(List<OwnClass> line) {
    Set<String> found = new TreeSet<>();
    Hooks.find(line, Hooks.WARM_UP, facts.types())
        .flatMap(MethodDeclaration::getBody)
        .ifPresent(body -> {
          for (Node node : Tree.inside(body)) {
            if (node instanceof ReturnStmt returned) {
              returned.getExpression().map(this::shown).ifPresent(found::add);
            }
          }
        });
    return ManifestDraft.joined(found);
  }

  private String shown(Expression expression) {
    return facts
        .constants()
        .value(expression)
        .map(Object::toString)
        .orElseGet(() -> ConstructorParameters.written(expression));
  }

  private Set<String> imports() {
    Set<String> found = new TreeSet<>();
    for (ImportDeclaration one : facts.tree().unit().getImports()) {
      found.add(one.getNameAsString() + (one.isAsterisk() ? ".*" : ""));
    }
    return found;
  }

  private List<String> hooks(List<OwnClass> line) {
    return Hooks.names().stream()
        .filter(name -> !name.equals(Hooks.WARM_UP))
        .filter(name -> Hooks.find(line, name, facts.types()).isPresent())
        .toList();
  }
}

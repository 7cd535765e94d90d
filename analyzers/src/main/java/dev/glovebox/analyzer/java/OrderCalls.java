package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.glovebox.analyzer.StrategyManifest.Order;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that place, change or withdraw orders, and what their options come to. */
record OrderCalls(Facts facts) {
  static final String UNKNOWN = "unknown";
  private static final String MARKET = "market";

  // Calls by the protocol's names, which are those of the other language.
  private static final Map<String, String> TRADES =
      Map.of(
          "buy", "buy",
          "sell", "sell",
          "close", "close",
          "target", "target",
          "targetPercent", "target_percent");

  private static final Set<String> OTHER_CALLS = Set.of("bracket", "modify", "cancel");

  /** The order that {@code call} places, as a manifest says it; empty if it places none. */
  Optional<Order> order(MethodCallExpr call) {
    if (call.getScope().isEmpty() || !mayBeContext(call)) {
      return Optional.empty();
    }
    String name = call.getNameAsString();
    if (OTHER_CALLS.contains(name)) {
      return Optional.of(new Order(name, ""));
    }
    return Optional.ofNullable(TRADES.get(name)).map(trade -> new Order(trade, type(call)));
  }

  /** The order that is placed where {@code name} is handed on as a method of a context. */
  Optional<Order> handed(Expression scope, String name) {
    JavaType receiver = receiver(scope);
    if (!receiver.is(Hooks.CONTEXT) && !receiver.isUnknown()) {
      return Optional.empty();
    }
    return OTHER_CALLS.contains(name)
        ? Optional.of(new Order(name, ""))
        : Optional.ofNullable(TRADES.get(name)).map(trade -> new Order(trade, UNKNOWN));
  }

  /** The type of what a method is called on, or of the class that stands before it. */
  JavaType receiver(Expression scope) {
    // The parser reads what stands before :: as a type, variable or not.
    if (scope instanceof TypeExpr written
        && written.getType() instanceof ClassOrInterfaceType type) {
      return facts
          .names()
          .referenced(type)
          .map(facts.types()::of)
          .orElseGet(() -> facts.types().of(type));
    }
    return facts.names().named(scope).map(JavaType::of).orElseGet(() -> facts.types().of(scope));
  }

  // Too much rather than too little; but what has a close() in a lambda is nearly always a bar.
  private boolean mayBeContext(MethodCallExpr call) {
    Expression scope = call.getScope().orElseThrow();
    JavaType receiver = receiver(scope);
    boolean bar =
        call.getNameAsString().equals("close")
            && call.getArguments().isEmpty()
            && facts
                .names()
                .variable(scope)
                .filter(variable -> variable.kind() == Variable.Kind.LAMBDA)
                .isPresent();
    return receiver.is(Hooks.CONTEXT) || (receiver.isUnknown() && !bar);
  }

  private String type(MethodCallExpr call) {
    int before = call.getNameAsString().equals("close") ? 0 : 1;
    if (call.getArguments().size() <= before) {
      return MARKET;
    }
    Expression last = call.getArguments().getLast().orElseThrow();
    return facts.types().of(last).isText() ? MARKET : type(last);
  }

  /** The type of order that options make. */
  String type(Expression options) {
    return settings(options).map(OrderCalls::type).orElse(UNKNOWN);
  }

  private static String type(Set<String> settings) {
    if (settings.contains("trail") || settings.contains("trailPercent")) {
      return "trail";
    }
    boolean limit = settings.contains("limit");
    if (settings.contains("stop")) {
      return limit ? "stop_limit" : "stop";
    }
    return limit ? "limit" : MARKET;
  }

  /** Names of what is set in an expression of options; empty if it is not written in one place. */
  Optional<Set<String>> settings(Expression options) {
    Set<String> set = new HashSet<>();
    Set<Variable> seen = new HashSet<>();
    Expression here = options;
    while (true) {
      switch (here) {
        case NullLiteralExpr _ -> {
          return Optional.of(set);
        }
        case EnclosedExpr enclosed -> here = enclosed.getInner();
        case MethodCallExpr call when call.getScope().isPresent() -> {
          set.add(call.getNameAsString());
          here = call.getScope().get();
        }
        case ObjectCreationExpr made -> {
          return facts.types().of(made).is(Hooks.OPTIONS) ? Optional.of(set) : Optional.empty();
        }
        case NameExpr name -> {
          Optional<Variable> variable =
              facts.names().variable(name).filter(Variable::isSetOnce).filter(seen::add);
          if (variable.isEmpty()) {
            return Optional.empty();
          }
          here = variable.get().initial().orElseThrow();
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }
}

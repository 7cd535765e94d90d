package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What the host calls of a strategy, and how it must be written. */
final class Hooks {
  static final String API = "dev/glovebox/strategy/";
  static final String STRATEGY = API + "Strategy";
  static final String CONTEXT = API + "Context";
  static final String BAR = API + "Bar";
  static final String BARS = API + "Bars";
  static final String OPTIONS = API + "OrderOptions";

  static final String ON_BAR = "onBar";
  static final String ON_BARS = "onBars";

  /** The method that says how many bars a strategy waits; no hook, but called by the host. */
  static final String WARM_UP = "warmupBars";

  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "onStart",
          List.of(CONTEXT),
          ON_BAR,
          List.of(CONTEXT, BAR),
          ON_BARS,
          List.of(CONTEXT, BARS),
          "onFill",
          List.of(CONTEXT, API + "Fill"),
          "onOrder",
          List.of(CONTEXT, API + "Order"),
          "onStop",
          List.of(CONTEXT),
          WARM_UP,
          List.of());

  private static final Map<String, String> FORMS =
      Map.of(
          "onStart",
          "onStart(Context ctx)",
          ON_BAR,
          "onBar(Context ctx, Bar bar)",
          ON_BARS,
          "onBars(Context ctx, Bars bars)",
          "onFill",
          "onFill(Context ctx, Fill fill)",
          "onOrder",
          "onOrder(Context ctx, Order order)",
          "onStop",
          "onStop(Context ctx)",
          WARM_UP,
          "int warmupBars()");

  private Hooks() {}

  /** Names of what the host calls. */
  static NavigableSet<String> names() {
    return new TreeSet<>(FORMS.keySet());
  }

  /** Whether the host calls something of this name. */
  static boolean isCalled(String name) {
    return FORMS.containsKey(name);
  }

  /** How what is called {@code name} must be written. */
  static String form(String name) {
    return FORMS.getOrDefault(name, name);
  }

  /** Whether {@code method} is what the host calls by its name: parameters and all. */
  static boolean isOne(MethodDeclaration method, Types types) {
    List<String> wanted = PARAMETERS.get(method.getNameAsString());
    if (wanted == null || wanted.size() != method.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (method.getParameters().get(i).isVarArgs()
          || !types.of(method.getParameters().get(i).getType()).is(wanted.get(i))) {
        return false;
      }
    }
    return !method.isStatic() && !method.isPrivate();
  }

  /** The nearest of {@code line} that defines what the host calls {@code name}. */
  static Optional<MethodDeclaration> find(List<OwnClass> line, String name, Types types) {
    return line.stream()
        .flatMap(own -> own.methods().getOrDefault(name, List.of()).stream())
        .filter(method -> isOne(method, types))
        .findFirst();
  }
}

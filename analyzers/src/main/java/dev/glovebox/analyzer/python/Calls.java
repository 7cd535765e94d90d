package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What calls stand for, and what they hand to the functions of the source. */
final class Calls {
  private static final int TIMED = Trait.MOMENT.bit() | Trait.SHIFTED.bit();
  private static final double SECONDS_OF_DAY = 86_400;
  private static final int FLOATS = Trait.COMPUTED.bit() | Trait.PER_PRICE.bit();

  /** Methods that put their arguments into what they are called on. */
  private static final Set<String> FILLING =
      Set.of(
          "append", "appendleft", "add", "insert", "extend", "update", "setdefault", "__setitem__");

  private static final Set<String> APPENDING = Set.of("append", "appendleft", "insert");

  private static final Set<String> TAKING =
      Set.of("pop", "popleft", "popitem", "clear", "remove", "discard");

  /** Methods that give an item of what they are called on. */
  private static final Set<String> GIVING =
      Set.of("get", "pop", "popleft", "popitem", "setdefault", "values", "keys", "items", "copy");

  // Of many functions of one name the first are followed.
  private static final int CANDIDATES_MAX = 16;

  private final Flow flow;
  private final Map<SyntaxNode, Map<String, SyntaxNode>> parameters = new HashMap<>();

  Calls(Flow flow) {
    this.flow = flow;
  }

  Sense sense(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    Optional<String> path = flow.names().path(function);
    Sense arguments = arguments(call);
    if (path.filter(Moments::isMaker).isPresent()) {
      return Dates.made(arguments);
    }
    String name = path.orElse("");
    if (name.startsWith(Names.BUILTIN)) {
      return builtin(call, name.substring(Names.BUILTIN.length()), arguments);
    }
    if (name.startsWith("math.")) {
      boolean whole = name.endsWith(".floor") || name.endsWith(".ceil") || name.endsWith(".trunc");
      return whole ? arguments.without(FLOATS | Trait.PRICE.bit()) : arguments;
    }
    if (name.startsWith("statistics.")) {
      return Reading.item(arguments).with(Trait.COMPUTED);
    }
    if (name.startsWith("itertools.")) {
      return name.equals("itertools.count") ? Sense.of(Trait.COUNTER) : arguments;
    }
    if (name.startsWith("collections.") || name.startsWith("copy.")) {
      return arguments.without(Trait.TABLE.bit() | Trait.SET.bit());
    }
    if (name.equals("datetime.timedelta")) {
      Sense days = flow.sense(Keywords.argument(call, 0, "days"));
      return days.numeric() && !days.timed()
          ? Sense.range(0, days.least() * SECONDS_OF_DAY, days.most() * SECONDS_OF_DAY)
          : Sense.NONE;
    }
    if (name.equals("decimal.Decimal")) {
      return parsed(call).or(arguments.without(FLOATS | Trait.PRICE.bit()));
    }
    if (name.startsWith("glovebox.indicators.")) {
      return name.endsWith(".Crossover") ? Sense.NONE : Sense.of(Trait.COMPUTED);
    }
    if (name.startsWith("decimal.") || name.startsWith("datetime.")) {
      return Sense.NONE;
    }
    return function.is("Attribute") ? method(call, function, arguments) : own(call, function);
  }

  private Sense arguments(SyntaxNode call) {
    Sense sense = Sense.NONE;
    for (SyntaxNode argument : call.nodes("args")) {
      sense = sense.or(flow.sense(argument));
    }
    for (SyntaxNode keyword : call.nodes("keywords")) {
      sense = sense.or(flow.sense(keyword.node("value")));
    }
    return sense;
  }

  private Sense builtin(SyntaxNode call, String name, Sense arguments) {
    return switch (name) {
      case "int" -> parsed(call).or(arguments.without(FLOATS | Trait.PRICE.bit()));
      case "float" -> parsed(call).or(arguments);
      case "round" -> call.nodes("args").size() < 2 ? arguments.without(FLOATS) : arguments;
      case "str",
          "repr",
          "abs",
          "iter",
          "range",
          "reversed",
          "enumerate",
          "zip",
          "filter",
          "format" ->
          arguments;
      case "list", "tuple", "sorted" -> arguments.without(Trait.SET.bit());
      case "dict", "sum" -> arguments.without(Trait.TABLE.bit() | Trait.SET.bit());
      case "min", "max" -> {
        // The least of several is bounded by what is asked about cash and limits.
        Sense item = Reading.item(arguments);
        yield call.nodes("args").size() > 1 ? item.without(Trait.PER_PRICE.bit()) : item;
      }
      case "next" -> Reading.item(arguments);
      case "set", "frozenset" -> arguments.without(Trait.TABLE.bit()).with(Trait.SET);
      case "getattr" ->
          CallCheck.literalAttribute(call)
              .map(attribute ->
                  flow.attributeOf(flow.sense(call.nodes("args").getFirst()), attribute))
              .orElse(Sense.NONE);
      case "map" -> mapped(call);
      case "len" -> length(call);
      default -> Sense.NONE;
    };
  }

  private static Sense parsed(SyntaxNode call) {
    return call.nodes("args").stream()
        .findFirst()
        .flatMap(CallCheck::text)
        .flatMap(PriceSeries::number)
        .map(Sense::number)
        .orElse(Sense.NONE);
  }

  private Sense mapped(SyntaxNode call) {
    List<SyntaxNode> given = call.nodes("args");
    Sense items = Sense.NONE;
    for (int i = 1; i < given.size(); i++) {
      items = items.or(Reading.item(flow.sense(given.get(i))));
    }
    if (!given.isEmpty()) {
      for (SyntaxNode function : functions(given.getFirst())) {
        for (SyntaxNode parameter : Strategies.positional(function)) {
          flow.hold(parameter, items);
        }
      }
      return flow.sense(given.getFirst()).or(items.only(TIMED));
    }
    return Sense.NONE;
  }

  // How long a list is that only grows, from call to call, counts the bars.
  private Sense length(SyntaxNode call) {
    return call.nodes("args").stream()
        .findFirst()
        .filter(argument -> flow.sense(argument).has(Trait.GROWING))
        .filter(argument -> Counters.outlives(flow.names(), argument))
        .flatMap(flow::variable)
        .filter(variable -> !variable.shortened())
        .map(_ -> Sense.of(Trait.COUNTER))
        .orElse(Sense.NONE);
  }

  private Sense method(SyntaxNode call, SyntaxNode function, Sense arguments) {
    SyntaxNode receiver = function.node("value").orElseThrow();
    Sense base = flow.sense(receiver);
    String name = Names.plain(function.text("attr"));
    if (base.has(Trait.CTX)) {
      return ofContext(name);
    }
    handOver(call, flow.methods(name), 1);
    Sense held = flow.attribute(name).sense();
    if (base.timed()) {
      return held.or(ofMoment(call, name, base));
    }
    if (base.has(Trait.LASTING)) {
      return held.or(Sense.of(Trait.LASTING));
    }
    if (base.has(Trait.DATE) && !GIVING.contains(name)) {
      return held.or(base.only(Trait.DATE.bit()));
    }
    if (FILLING.contains(name) && !base.has(Trait.BAR)) {
      Sense filled =
          name.equals("extend") || name.equals("update") ? Reading.item(arguments) : arguments;
      boolean appended = APPENDING.contains(name);
      flow.variable(receiver)
          .ifPresent(
              variable -> flow.learn(variable, appended ? filled.with(Trait.GROWING) : filled));
    }
    if (TAKING.contains(name)) {
      flow.variable(receiver).ifPresent(Variable::markShortened);
    }
    if (GIVING.contains(name)) {
      Sense found = Reading.item(base).or(parameter(call, receiver));
      return name.equals("get") && call.nodes("args").size() > 1
          ? held.or(found).or(flow.sense(call.nodes("args").get(1)))
          : held.or(found);
    }
    if (name.equals("update") && base.has(Trait.COMPUTED)) {
      return held.or(Sense.of(Trait.COMPUTED));
    }
    if (name.equals("split") && isTable(call, receiver)) {
      return held.or(base).with(Trait.TABLE);
    }
    return held.or(text(base, name, arguments));
  }

  // "187.2 188.1 ...".split()
  private static boolean isTable(SyntaxNode call, SyntaxNode receiver) {
    Optional<String> text = CallCheck.text(receiver);
    if (text.isEmpty()) {
      return false;
    }
    String by = call.nodes("args").stream().findFirst().flatMap(CallCheck::text).orElse(" ");
    int words = 1;
    for (int at = text.get().indexOf(by);
        at >= 0 && !by.isEmpty() && words < Reading.TABLE_ENTRIES_MIN;
        at = text.get().indexOf(by, at + by.length())) {
      words++;
    }
    return words >= Reading.TABLE_ENTRIES_MIN;
  }

  // ctx.params.get("fast")
  private Sense parameter(SyntaxNode call, SyntaxNode receiver) {
    return call.nodes("args").stream()
        .findFirst()
        .filter(_ -> receiver.is("Attribute") && receiver.text("attr").equals("params"))
        .flatMap(CallCheck::text)
        .map(name -> flow.attribute(name).sense())
        .orElse(Sense.NONE);
  }

  private static Sense text(Sense base, String name, Sense arguments) {
    return switch (name) {
      case "join", "format" -> arguments.only(TIMED);
      case "union", "intersection", "difference", "symmetric_difference" -> base;
      case "split", "strip", "replace", "splitlines" -> base.without(Trait.TABLE.bit());
      default -> Sense.NONE;
    };
  }

  private static Sense ofContext(String name) {
    return switch (name) {
      case "history" -> Sense.of(Trait.BARS);
      case "closes" -> Sense.of(Trait.CLOSES);
      case "bar" -> Sense.of(Trait.BAR);
      case "round_price" -> Sense.of(Trait.PRICE);
      default -> Sense.NONE;
    };
  }

  private Sense ofMoment(SyntaxNode call, String name, Sense base) {
    if (Moments.isCyclic(name)) {
      return Sense.NONE;
    }
    Sense moment = base.only(TIMED | Trait.DATE.bit());
    if (name.equals("strftime") || name.equals("__format__")) {
      return Moments.formatted(
          moment, call.nodes("args").stream().findFirst().flatMap(CallCheck::text));
    }
    if (name.equals("replace")) {
      Sense year = flow.sense(Keywords.argument(call, 0, "year"));
      boolean named = year.numeric() && year.most() >= Dates.ABSOLUTE_MIN && !year.timed();
      return named ? moment.with(Trait.DATE) : moment;
    }
    return moment;
  }

  private Sense own(SyntaxNode call, SyntaxNode function) {
    handOver(call, functions(function), 0);
    for (Binding binding : bindings(function)) {
      if (binding instanceof Binding.OwnClass(SyntaxNode definition)) {
        made(call, definition);
        return Sense.NONE;
      }
    }
    return flow.sense(function);
  }

  private List<Binding> bindings(SyntaxNode function) {
    return function.is("Name")
        ? flow.names().meaning(function).map(Scope.Meaning::bindings).orElse(List.of()).stream()
            .limit(CANDIDATES_MAX)
            .toList()
        : List.of();
  }

  /** The functions of this source that {@code expression} may be. */
  private List<SyntaxNode> functions(SyntaxNode expression) {
    if (expression.is("Lambda")) {
      return List.of(expression);
    }
    if (expression.is("Attribute")) {
      return flow.methods(Names.plain(expression.text("attr")));
    }
    return bindings(expression).stream().map(Calls::function).flatMap(Optional::stream).toList();
  }

  private static Optional<SyntaxNode> function(Binding binding) {
    return switch (binding) {
      case Binding.OwnFunction(SyntaxNode definition) -> Optional.of(definition);
      case Binding.Assigned(Optional<SyntaxNode> value) -> value.filter(v -> v.is("Lambda"));
      case Binding.Imported _, Binding.OwnClass _, Binding.Parameter _ -> Optional.empty();
    };
  }

  // The fields of a plain class are given by __init__, those of a data class by their order.
  private void made(SyntaxNode call, SyntaxNode definition) {
    List<SyntaxNode> fields =
        definition.nodes("body").stream().filter(node -> node.is("AnnAssign")).toList();
    Optional<SyntaxNode> init =
        definition.nodes("body").stream()
            .filter(node -> node.is("FunctionDef") && node.text("name").equals("__init__"))
            .findFirst();
    if (init.isPresent()) {
      handOver(call, List.of(init.get()), 1);
      return;
    }
    List<SyntaxNode> given = call.nodes("args");
    for (int i = 0; i < Math.min(fields.size(), given.size()); i++) {
      flow.hold(fields.get(i).node("target").orElseThrow(), flow.sense(given.get(i)));
    }
    for (SyntaxNode keyword : call.nodes("keywords")) {
      String name = Names.plain(keyword.text("arg"));
      flow.learn(flow.attribute(name), flow.sense(keyword.node("value")));
    }
  }

  private void handOver(SyntaxNode call, List<SyntaxNode> functions, int self) {
    for (SyntaxNode function : functions.subList(0, Math.min(functions.size(), CANDIDATES_MAX))) {
      List<SyntaxNode> positional = Strategies.positional(function);
      boolean bound = self == 1 && !isStatic(function);
      int first = bound ? 1 : 0;
      List<SyntaxNode> given = call.nodes("args");
      for (int i = 0; i < given.size() && first + i < positional.size(); i++) {
        flow.hold(positional.get(first + i), flow.sense(given.get(i)));
      }
      for (SyntaxNode keyword : call.nodes("keywords")) {
        named(function, Names.plain(keyword.text("arg")))
            .ifPresent(parameter -> flow.hold(parameter, flow.sense(keyword.node("value"))));
      }
    }
  }

  private boolean isStatic(SyntaxNode function) {
    return function.nodes("decoratorList").stream()
        .anyMatch(
            node -> flow.names().path(node).equals(Optional.of(Names.BUILTIN + "staticmethod")));
  }

  private Optional<SyntaxNode> named(SyntaxNode function, String name) {
    return Optional.ofNullable(parameters.computeIfAbsent(function, Calls::parametersOf).get(name));
  }

  private static Map<String, SyntaxNode> parametersOf(SyntaxNode function) {
    Map<String, SyntaxNode> found = new HashMap<>();
    function
        .node("args")
        .ifPresent(arguments -> {
          for (String part : List.of("posOnlyArgs", "args", "kwOnlyArgs")) {
            arguments
                .nodes(part)
                .forEach(argument -> found.put(Names.plain(argument.text("arg")), argument));
          }
        });
    return found;
  }
}

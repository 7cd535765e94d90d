package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Combined;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each expression of a source may stand for.
 *
 * <p>Reads all statements again and again until nothing new is learned, without regard to their
 * order: so an alias, a default or a helper function hides nothing, and the result depends on the
 * text alone. Attributes of one name are one variable; a container and its items are one. Without
 * recursion; the number of rounds is bounded.
 */
final class Flow {
  private static final int ROUNDS_MAX = 8;
  private static final int ROUNDS_OF_NUMBERS_MAX = 4;
  private static final int ROUNDS_OF_REPEATING = 3;

  private final Names names;
  private final List<SyntaxNode> nodes;
  // What may mean something else when it is read again.
  private final List<SyntaxNode> moving = new ArrayList<>();
  private final Strategies strategies;
  private final Reading reading;
  private final Calls calls;
  private final IdentityHashMap<SyntaxNode, Sense> senses = new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Variable> variables = new IdentityHashMap<>();
  private final IdentityHashMap<Scope.Meaning, Variable> named = new IdentityHashMap<>();
  private final Map<String, Variable> attributes = new HashMap<>();
  private final Map<String, List<SyntaxNode>> methods = new HashMap<>();
  private final Set<String> reads = new HashSet<>();
  private int round;
  private boolean changed;

  private Flow(Tree tree, Names names) {
    this.names = names;
    this.nodes = tree.nodes().reversed();
    this.strategies = new Strategies(names, nodes);
    this.reading = new Reading(this);
    this.calls = new Calls(this);
  }

  /** Reads {@code tree}, whose names are {@code names}. */
  static Flow of(Tree tree, Names names) {
    Flow flow = new Flow(tree, names);
    flow.strategies.definitions().forEach(flow::methodsOf);
    flow.changed = true;
    for (SyntaxNode node : flow.nodes) {
      flow.noteRead(node);
      if (node.is("Constant")) {
        flow.read(node);
      } else if (isRepeated(node)) {
        flow.moving.add(node);
      }
    }
    while (flow.changed && flow.round < ROUNDS_MAX) {
      flow.changed = false;
      flow.moving.forEach(flow::read);
      flow.round++;
    }
    flow.repeat();
    return flow;
  }

  // Only now is it settled which counters start anew; what is made of them learns it in turn.
  private void repeat() {
    for (Variable variable : variables.values()) {
      boolean counts = variable.sense().has(Trait.COUNTER) || variable.sense().has(Trait.FADING);
      if (counts && variable.isSetAnew()) {
        learn(variable, Sense.of(Trait.REPEATING));
      }
    }
    for (int i = 0; i < ROUNDS_OF_REPEATING && changed; i++) {
      changed = false;
      moving.forEach(this::read);
    }
  }

  // Constants are read once; an operand's operator, a parameter or a pattern holds nothing itself.
  private static boolean isRepeated(SyntaxNode node) {
    return switch (node.family()) {
      case EXPRESSION, STATEMENT -> true;
      case PART -> node.is("Comprehension") || node.is("WithItem");
      case MODULE, PATTERN -> false;
    };
  }

  private void noteRead(SyntaxNode node) {
    if (node.is("Attribute") && node.text("context").equals("Load")) {
      reads.add(Names.plain(node.text("attr")));
    }
  }

  private void methodsOf(SyntaxNode definition) {
    for (SyntaxNode node : definition.nodes("body")) {
      if (node.is("FunctionDef")) {
        methods.computeIfAbsent(Names.plain(node.text("name")), _ -> new ArrayList<>()).add(node);
      }
    }
  }

  Names names() {
    return names;
  }

  /** All nodes, each after those below it. */
  List<SyntaxNode> nodes() {
    return nodes;
  }

  /** Whether an attribute called {@code name} is read anywhere. */
  boolean isRead(String name) {
    return reads.contains(name);
  }

  Strategies strategies() {
    return strategies;
  }

  /** Methods of any class that are called {@code name}. */
  List<SyntaxNode> methods(String name) {
    return methods.getOrDefault(name, List.of());
  }

  /** What {@code node} may stand for. */
  Sense sense(SyntaxNode node) {
    return senses.getOrDefault(node, Sense.NONE);
  }

  Sense sense(Optional<SyntaxNode> node) {
    return node.map(this::sense).orElse(Sense.NONE);
  }

  /** What attribute {@code name} of {@code base} may stand for. */
  Sense attributeOf(Sense base, String name) {
    return reading.attribute(base, name);
  }

  /** All attributes called {@code name}. */
  Variable attribute(String name) {
    return attributes.computeIfAbsent(name, _ -> new Variable());
  }

  /**
   * The variable that a name, an attribute or a parameter is; empty if it is none of this source.
   */
  Optional<Variable> variable(SyntaxNode node) {
    Variable known = variables.get(node);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Variable> found =
        switch (node.kind()) {
          case "Name" -> names.meaning(node).map(this::of);
          case "Arg" -> names.meaning(node, node.text("arg")).map(this::of);
          case "FunctionDef" -> names.meaning(node, node.text("name")).map(this::of);
          case "Attribute" -> Optional.of(attribute(Names.plain(node.text("attr"))));
          case "Subscript", "Starred" -> variable(node.node("value").orElseThrow());
          default -> Optional.empty();
        };
    found.ifPresent(variable -> variables.put(node, variable));
    return found;
  }

  private Variable of(Scope.Meaning meaning) {
    return named.computeIfAbsent(meaning, _ -> new Variable());
  }

  private void read(SyntaxNode node) {
    switch (node.family()) {
      case EXPRESSION -> {
        Sense sense = node.is("Call") ? calls.sense(node) : reading.sense(node);
        if (!sense.isNothing() || senses.containsKey(node)) {
          senses.put(node, sense);
        }
        if (node.is("NamedExpr")) {
          bind(node.node("target").orElseThrow(), node.node("value").orElseThrow());
        } else if (node.is("Lambda")) {
          defaults(node);
        }
      }
      case STATEMENT -> statement(node);
      case PART -> part(node);
      case MODULE, PATTERN -> {
        // Holds nothing of its own.
      }
    }
  }

  private void part(SyntaxNode node) {
    switch (node.kind()) {
      case "Comprehension" -> goThrough(node);
      case "WithItem" ->
          node.node("optionalVars")
              .ifPresent(target -> hold(target, sense(node.node("contextExpr"))));
      default -> {
        // Arguments are bound with their function, keywords by their call.
      }
    }
  }

  private void statement(SyntaxNode node) {
    switch (node.kind()) {
      case "Assign" ->
          node.nodes("targets").forEach(target -> bind(target, node.node("value").orElseThrow()));
      case "AnnAssign" ->
          node.node("value").ifPresent(value -> bind(node.node("target").orElseThrow(), value));
      case "AugAssign" -> augmented(node);
      case "For" -> goThrough(node);
      case "Return" -> returned(node);
      case "FunctionDef" -> {
        defaults(node);
        parameters(node);
        handed(node);
      }
      case "Delete" -> node.nodes("targets").forEach(this::shortened);
      default -> {
        // Binds nothing that is followed.
      }
    }
  }

  private void goThrough(SyntaxNode loop) {
    SyntaxNode target = loop.node("target").orElseThrow();
    hold(target, Reading.item(sense(loop.node("iter"))));
    if (target.is("Name")) {
      variable(target).ifPresent(Variable::markItem);
    }
  }

  private void shortened(SyntaxNode target) {
    if (target.is("Subscript")) {
      variable(target).ifPresent(Variable::markShortened);
    }
  }

  /** Lets {@code target} hold the value of {@code value}. */
  private void bind(SyntaxNode target, SyntaxNode value) {
    List<SyntaxNode> targets = elements(target);
    List<SyntaxNode> values = elements(value);
    if (!targets.isEmpty() && targets.size() == values.size()) {
      for (int i = 0; i < targets.size(); i++) {
        bind(targets.get(i), values.get(i));
      }
    } else if (!targets.isEmpty()) {
      hold(target, Reading.item(sense(value)));
    } else if (value.is("IfExp")) {
      bind(target, value.node("body").orElseThrow());
      bind(target, value.node("orElse").orElseThrow());
    } else if (Counters.fades(this, target, value)) {
      learn(target, Sense.of(Trait.FADING));
    } else if (Counters.steps(this, target, value)) {
      counts(target, value);
      variable(target).ifPresent(variable -> variable.markStep(value.text("op")));
    } else {
      hold(target, sense(value));
      Counters.markSetAnew(this, target, value);
    }
  }

  private static List<SyntaxNode> elements(SyntaxNode node) {
    return node.is("Tuple") || node.is("List") ? node.nodes("elements") : List.of();
  }

  private void augmented(SyntaxNode node) {
    SyntaxNode target = node.node("target").orElseThrow();
    SyntaxNode value = node.node("value").orElseThrow();
    boolean step = node.text("op").equals("Add") || node.text("op").equals("Sub");
    if (step && Counters.isStep(this, value)) {
      counts(target, node);
      variable(target).ifPresent(variable -> variable.markStep(node.text("op")));
    } else {
      if (Counters.isScale(this, node.text("op"), value)
          && Counters.outlives(names, target)
          && Counters.everyBar(names, node)) {
        learn(target, Sense.of(Trait.FADING));
      }
      hold(target, Combined.of(node.text("op"), sense(target), sense(value)).unnumbered());
    }
  }

  private void learn(SyntaxNode target, Sense sense) {
    variable(target).ifPresent(variable -> learn(variable, sense));
  }

  private void counts(SyntaxNode target, SyntaxNode statement) {
    if (Counters.outlives(names, target)) {
      Sense counter = Sense.of(Trait.COUNTER);
      hold(target, Counters.everyBar(names, statement) ? counter.with(Trait.EVERY_BAR) : counter);
    }
  }

  /** Lets a target of any form hold {@code sense}; of several targets, each. */
  void hold(SyntaxNode target, Sense sense) {
    Deque<SyntaxNode> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      SyntaxNode here = open.pop();
      List<SyntaxNode> inner = elements(here);
      if (inner.isEmpty()) {
        variable(here)
            .ifPresent(variable -> {
              learn(variable, sense);
              if (variable.sense().has(Trait.STEPPING) && Counters.outlives(names, here)) {
                // Counts by way of another name.
                learn(variable, Sense.of(Trait.COUNTER));
              }
            });
        if (here.is("Name") && names.opener(here).is("ClassDef")) {
          learn(attribute(Names.plain(here.text("id"))), sense);
        }
      } else {
        inner.forEach(open::push);
      }
    }
  }

  void learn(Variable variable, Sense sense) {
    changed |= !sense.isNothing() && variable.add(sense, round >= ROUNDS_OF_NUMBERS_MAX);
  }

  private void returned(SyntaxNode node) {
    SyntaxNode function = names.opener(node);
    Sense sense = sense(node.node("value"));
    if (function.is("FunctionDef")) {
      variable(function).ifPresent(variable -> learn(variable, sense));
      if (names.opener(function).is("ClassDef")) {
        learn(attribute(Names.plain(function.text("name"))), sense);
      }
    }
  }

  private void defaults(SyntaxNode function) {
    function.node("args").ifPresent(arguments -> defaults(function, arguments));
  }

  private void defaults(SyntaxNode function, SyntaxNode arguments) {
    List<SyntaxNode> positional = Strategies.positional(function);
    List<SyntaxNode> given = arguments.nodes("defaults");
    int first = positional.size() - given.size();
    for (int i = Math.max(0, -first); i < given.size(); i++) {
      hold(positional.get(first + i), sense(given.get(i)));
    }
    Map<SyntaxNode, SyntaxNode> named = Keywords.defaults(arguments);
    named.forEach((argument, value) -> hold(argument, sense(value)));
  }

  // ctx.params has what __init__ takes.
  private void parameters(SyntaxNode function) {
    if (function.text("name").equals("__init__")) {
      function
          .node("args")
          .ifPresent(arguments -> {
            for (String part : List.of("args", "kwOnlyArgs")) {
              for (SyntaxNode argument : arguments.nodes(part)) {
                variable(argument)
                    .ifPresent(variable ->
                        learn(attribute(Names.plain(argument.text("arg"))), variable.sense()));
              }
            }
          });
    }
  }

  private void handed(SyntaxNode function) {
    List<Trait> given = Strategies.HOOKS.get(Names.plain(function.text("name")));
    if (given == null || !names.opener(function).is("ClassDef")) {
      return;
    }
    List<SyntaxNode> positional = Strategies.positional(function);
    if (positional.size() > given.size()) {
      for (int i = 0; i < given.size(); i++) {
        hold(positional.get(i + 1), Sense.of(given.get(i)));
      }
    }
  }
}

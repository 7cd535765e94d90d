package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.glovebox.analyzer.flow.Combined;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.Held;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each expression of a source may stand for, beyond its static type.
 *
 * <p>Reads all nodes again and again until nothing new is learned, without regard to their order; a
 * container and what it holds are one. Without recursion; the number of rounds is bounded.
 */
final class Flow {
  private static final int ROUNDS_MAX = 8;
  private static final int ROUNDS_OF_NUMBERS_MAX = 4;
  private static final int ROUNDS_OF_REPEATING = 3;
  private static final double STEP_MAX = 10;

  private static final Set<String> BEGINNINGS = Set.of("onStart");
  private static final Set<String> EACH_BAR = Set.of("onBar", "onBars");

  private final Facts facts;
  private final List<Node> nodes;
  private final FlowReading reading;
  private final Containers containers;
  private final IdentityHashMap<Node, Sense> senses = new IdentityHashMap<>();
  private final IdentityHashMap<Variable, Held> held = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Held> results = new IdentityHashMap<>();
  private int round;
  private boolean changed = true;

  private Flow(Facts facts) {
    this.facts = facts;
    this.nodes = facts.tree().nodes().reversed();
    this.containers = Containers.of(facts);
    this.reading = new FlowReading(this, facts, containers);
  }

  /** Reads the source of {@code facts}. */
  static Flow of(Facts facts) {
    Flow flow = new Flow(facts);
    while (flow.changed && flow.round < ROUNDS_MAX) {
      flow.changed = false;
      flow.nodes.forEach(flow::read);
      flow.round++;
    }
    flow.repeat();
    return flow;
  }

  // Only now is it settled what counts; what starts anew now and then repeats.
  private void repeat() {
    for (Map.Entry<Variable, Held> one : held.entrySet()) {
      Sense sense = one.getValue().sense();
      boolean counts = sense.has(Trait.COUNTER) || sense.has(Trait.FADING);
      if (counts && (one.getValue().goesBothWays() || isSetAnew(one.getKey()))) {
        learn(one.getValue(), Sense.of(Trait.REPEATING));
      }
    }
    for (int i = 0; i < ROUNDS_OF_REPEATING && changed; i++) {
      changed = false;
      nodes.forEach(this::read);
    }
  }

  /** What {@code node} may stand for. */
  Sense sense(Node node) {
    return senses.getOrDefault(node, Sense.NONE);
  }

  /** What any of {@code expressions} may stand for. */
  Sense all(List<Expression> expressions) {
    Sense sense = Sense.NONE;
    for (Expression one : expressions) {
      sense = sense.or(sense(one));
    }
    return sense;
  }

  Containers containers() {
    return containers;
  }

  Held held(Variable variable) {
    return held.computeIfAbsent(variable, _ -> new Held());
  }

  /** What a method or lambda may return. */
  Held result(Node callable) {
    return results.computeIfAbsent(callable, _ -> new Held());
  }

  private void learn(Held variable, Sense sense) {
    changed |= !sense.isNothing() && variable.add(sense, round >= ROUNDS_OF_NUMBERS_MAX);
  }

  /** Lets a variable hold {@code sense}; what steps in a loop is no constant. */
  private void hold(Variable variable, Sense sense) {
    boolean moving = variable.kind() != Variable.Kind.FIELD && !variable.writes().isEmpty();
    boolean steps = moving && variable.writes().stream().anyMatch(this::isStepWrite);
    learn(held(variable), steps ? sense.unnumbered() : sense);
  }

  private void hold(Expression target, Sense sense) {
    Expression plain = target;
    while (plain instanceof com.github.javaparser.ast.expr.ArrayAccessExpr access) {
      plain = access.getName();
    }
    variable(plain).ifPresent(variable -> hold(variable, sense));
  }

  /** The variable that {@code expression} reads, of any object of the source. */
  Optional<Variable> variable(Expression expression) {
    return reading.variable(expression);
  }

  private void read(Node node) {
    if (node instanceof Expression expression) {
      Sense sense = reading.sense(expression);
      if (!sense.isNothing() || senses.containsKey(expression)) {
        senses.put(expression, sense);
      }
    }
    switch (node) {
      case AssignExpr assign -> assigned(assign);
      case UnaryExpr unary when Writes.isStep(unary) -> stepped(unary);
      case MethodCallExpr call -> {
        handOver(call);
        lambdas(call);
        containers.added(call).ifPresent(to -> learn(held(to), all(call.getArguments())));
      }
      case ObjectCreationExpr made -> {
        handOver(made);
        components(made);
      }
      case VariableDeclarator declared -> declared(declared);
      case Parameter parameter -> byDefault(parameter);
      case ReturnStmt returned -> returned.getExpression().ifPresent(value -> result(node, value));
      case LambdaExpr lambda ->
          lambda.getExpressionBody().ifPresent(body -> learn(result(lambda), sense(body)));
      default -> {
        // Holds nothing that is followed.
      }
    }
  }

  private void result(Node from, Expression value) {
    Tree.nearest(from, MethodDeclaration.class, LambdaExpr.class)
        .ifPresent(callable -> learn(result(callable), sense(value)));
  }

  private void declared(VariableDeclarator declared) {
    Optional<Variable> variable =
        facts.names().scope(declared).variable(declared.getNameAsString());
    variable.ifPresent(found ->
        found
            .initial()
            .ifPresent(initial ->
                hold(
                    found,
                    found.kind() == Variable.Kind.EACH
                        ? FlowReading.item(sense(initial))
                        : sense(initial))));
  }

  // @Default("20") int length
  private void byDefault(Parameter parameter) {
    for (AnnotationExpr annotation : parameter.getAnnotations()) {
      if (annotation.getNameAsString().equals("Default")
          && annotation.isSingleMemberAnnotationExpr()) {
        facts
            .constants()
            .text(annotation.asSingleMemberAnnotationExpr().getMemberValue())
            .ifPresent(text ->
                parameter(parameter)
                    .ifPresent(variable ->
                        hold(
                            variable,
                            PriceSeries.number(text)
                                .map(Sense::number)
                                .orElseGet(() -> Dates.ofText(text)))));
      }
    }
  }

  private Optional<Variable> parameter(Parameter parameter) {
    return facts.names().scope(parameter).variable(parameter.getNameAsString());
  }

  private void handOver(NodeWithArguments<?> call) {
    for (CallableDeclaration<?> target : facts.methods().targets((Node) call)) {
      for (int i = 0; i < call.getArguments().size() && i < target.getParameters().size(); i++) {
        Sense given = sense(call.getArgument(i));
        parameter(target.getParameter(i)).ifPresent(variable -> hold(variable, given));
      }
    }
  }

  // new Entry(price, now) of a record without a constructor of its own
  private void components(ObjectCreationExpr made) {
    facts
        .names()
        .named(made.getType())
        .flatMap(facts.names()::own)
        .filter(own -> own.declaration() instanceof RecordDeclaration)
        .ifPresent(own -> {
          List<Parameter> parts = ((RecordDeclaration) own.declaration()).getParameters();
          for (int i = 0; i < made.getArguments().size() && i < parts.size(); i++) {
            Sense given = sense(made.getArgument(i));
            Variable part = own.scope().variables().get(parts.get(i).getNameAsString());
            if (part != null) {
              hold(part, given);
            }
          }
        });
  }

  // list.forEach(x -> ...): x is one of what it is called on.
  private void lambdas(MethodCallExpr call) {
    Sense item = call.getScope().map(this::sense).map(FlowReading::item).orElse(Sense.NONE);
    for (Expression argument : call.getArguments()) {
      if (argument instanceof LambdaExpr lambda) {
        for (Parameter parameter : lambda.getParameters()) {
          parameter(parameter).ifPresent(variable -> hold(variable, item));
        }
      }
    }
  }

  private void stepped(UnaryExpr unary) {
    boolean up = unary.getOperator().asString().startsWith("+");
    count(unary.getExpression(), unary, up ? "Add" : "Sub");
  }

  private void assigned(AssignExpr assign) {
    Expression target = assign.getTarget();
    if (isStepWrite(assign)) {
      boolean down =
          assign.getOperator() == AssignExpr.Operator.MINUS
              || (assign.getValue() instanceof BinaryExpr sum
                  && sum.getOperator() == BinaryExpr.Operator.MINUS);
      count(target, assign, down ? "Sub" : "Add");
    } else if (isScale(assign) && isField(target) && isEveryBar(assign)) {
      variable(target).ifPresent(variable -> learn(held(variable), Sense.of(Trait.FADING)));
    } else if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
      hold(target, sense(assign.getValue()));
    } else {
      String op = FlowReading.operator(assign.getOperator());
      hold(target, Combined.of(op, sense(target), sense(assign.getValue())).unnumbered());
    }
  }

  private void count(Expression target, Node write, String operator) {
    if (!isField(target)) {
      return;
    }
    Sense counter = Sense.of(Trait.COUNTER);
    variable(target)
        .ifPresent(variable -> {
          held(variable).markStep(operator);
          learn(held(variable), isEveryBar(write) ? counter.with(Trait.EVERY_BAR) : counter);
        });
  }

  /** Whether {@code target} keeps its value from call to call. */
  private boolean isField(Expression target) {
    return variable(target).filter(one -> one.kind() == Variable.Kind.FIELD).isPresent();
  }

  // x++, x += 2, x = x + 1
  private boolean isStepWrite(Node write) {
    if (!(write instanceof AssignExpr assign)) {
      return true;
    }
    return switch (assign.getOperator()) {
      case PLUS, MINUS -> isStep(assign.getValue());
      case ASSIGN ->
          assign.getValue() instanceof BinaryExpr sum
              && (sum.getOperator() == BinaryExpr.Operator.PLUS
                  || sum.getOperator() == BinaryExpr.Operator.MINUS)
              && ((sum.getLeft().equals(assign.getTarget()) && isStep(sum.getRight()))
                  || (sum.getOperator() == BinaryExpr.Operator.PLUS
                      && sum.getRight().equals(assign.getTarget())
                      && isStep(sum.getLeft())));
      default -> false;
    };
  }

  private boolean isStep(Expression value) {
    Sense sense = sense(value);
    return sense.numeric() && sense.traits() == 0 && sense.least() >= 1 && sense.most() <= STEP_MAX;
  }

  // x *= 0.99, x = x * 0.99
  private boolean isScale(AssignExpr assign) {
    Expression by = assign.getValue();
    boolean scales =
        assign.getOperator() == AssignExpr.Operator.MULTIPLY
            || assign.getOperator() == AssignExpr.Operator.DIVIDE;
    if (assign.getValue() instanceof BinaryExpr product
        && (product.getOperator() == BinaryExpr.Operator.MULTIPLY
            || product.getOperator() == BinaryExpr.Operator.DIVIDE)
        && product.getLeft().equals(assign.getTarget())) {
      scales = true;
      by = product.getRight();
    }
    Sense sense = sense(by);
    return scales && sense.numeric() && sense.traits() == 0 && sense.least() > 0;
  }

  /** Whether {@code write} is a statement of its own in a hook that each bar calls. */
  private static boolean isEveryBar(Node write) {
    return write
        .getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(BlockStmt.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(hook ->
            hook instanceof MethodDeclaration method && EACH_BAR.contains(method.getNameAsString()))
        .isPresent();
  }

  // Set to something else than a count after the start.
  private boolean isSetAnew(Variable variable) {
    return variable.writes().stream()
        .filter(AssignExpr.class::isInstance)
        .map(AssignExpr.class::cast)
        .filter(write -> write.getOperator() == AssignExpr.Operator.ASSIGN)
        .filter(write -> !isStepWrite(write) && !isScale(write))
        .filter(write -> !sense(write.getValue()).has(Trait.COUNTER))
        .anyMatch(write ->
            Methods.around(write)
                .filter(method ->
                    !(method instanceof ConstructorDeclaration)
                        && !BEGINNINGS.contains(method.getNameAsString()))
                .isPresent());
  }
}

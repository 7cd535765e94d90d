package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.Set;

/** What nobody decided: the order of hashes, identity of values, equality of floats. */
record DeterminismCheck(Facts facts, Flow flow) implements Check {
  private static final String CONTEXT = "dev/glovebox/strategy/Context";

  private static final Set<String> FIRST =
      Set.of("findFirst", "findAny", "getFirst", "getLast", "limit", "skip", "joining", "reduce");

  private static final Set<String> ORDERS =
      Set.of("buy", "sell", "close", "target", "targetPercent", "log");

  private static final Set<String> VALUES =
      Set.of(
          "java/lang/String",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Boolean",
          "java/math/BigDecimal",
          "java/math/BigInteger",
          "java/time/Instant",
          "java/time/LocalDate",
          "java/time/LocalTime",
          "java/time/LocalDateTime",
          "java/time/OffsetDateTime",
          "java/time/ZonedDateTime",
          "java/time/Duration",
          "java/time/Period",
          "java/time/YearMonth",
          "java/time/Year");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(ForEachStmt.class, MethodCallExpr.class, BinaryExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case ForEachStmt loop -> loop(loop);
      case MethodCallExpr call -> call(call);
      case BinaryExpr binary -> compare(binary);
      default -> {
        // Says what it means.
      }
    }
  }

  private void order(Node node) {
    facts.add("JV651", node, "goes through a hash map or set in whatever order it has");
  }

  // What only sums or counts does not depend on the turn.
  private void loop(ForEachStmt loop) {
    if (flow.sense(loop.getIterable()).has(Trait.SET)
        && Tree.inside(loop.getBody()).stream().anyMatch(this::decides)) {
      order(loop.getIterable());
    }
  }

  private boolean decides(Node node) {
    return node instanceof BreakStmt
        || node instanceof ReturnStmt
        || (node instanceof MethodCallExpr call && isOrder(call));
  }

  private boolean isOrder(MethodCallExpr call) {
    return ORDERS.contains(call.getNameAsString())
        && call.getScope().filter(scope -> facts.types().of(scope).is(CONTEXT)).isPresent();
  }

  private void call(MethodCallExpr call) {
    String name = call.getNameAsString();
    Sense base = call.getScope().map(flow::sense).orElse(Sense.NONE);
    String receiver = call.getScope().map(scope -> facts.types().of(scope).name()).orElse("");
    if (base.has(Trait.SET)) {
      boolean list = receiver.equals("java/util/List") || receiver.equals("java/util/ArrayList");
      boolean iterator = receiver.equals("java/util/Iterator") && name.equals("next");
      boolean each =
          name.equals("forEach")
              && call.getArguments().stream()
                  .flatMap(given -> given.findAll(MethodCallExpr.class).stream())
                  .anyMatch(this::isOrder);
      if ((iterator && !isInLoop(call))
          || each
          || FIRST.contains(name)
          || (list && name.equals("get"))) {
        order(call);
      }
    } else if (name.equals("hashCode") || isObjectsHash(call)) {
      boolean own =
          Methods.around(call)
              .filter(method -> method.getNameAsString().equals("hashCode"))
              .isPresent();
      if (!own && !isOfTwo(call)) {
        facts.add("JV652", call, "decides by a hash");
      }
    } else if (name.equals("setSeed") && receiver.equals("java/util/Random")) {
      facts.add("JV654", call, "replaces the seed of the run");
    }
  }

  // a.hashCode() == b.hashCode() asks whether the hash keeps its promise, not what it is.
  private static boolean isOfTwo(MethodCallExpr call) {
    return call.getParentNode()
        .filter(BinaryExpr.class::isInstance)
        .map(BinaryExpr.class::cast)
        .filter(binary ->
            isHash(binary.getLeft())
                && isHash(binary.getRight())
                && binary.getOperator() == BinaryExpr.Operator.EQUALS)
        .isPresent();
  }

  private static boolean isHash(Expression expression) {
    return expression instanceof MethodCallExpr call
        && call.getNameAsString().equals("hashCode")
        && call.getArguments().isEmpty();
  }

  // while (all.hasNext()) all.next(): takes each.
  private static boolean isInLoop(MethodCallExpr call) {
    return call.getScope().filter(Expression::isNameExpr).isPresent()
        && Tree.nearest(call, com.github.javaparser.ast.stmt.WhileStmt.class).isPresent();
  }

  private boolean isObjectsHash(MethodCallExpr call) {
    return (call.getNameAsString().equals("hash") || call.getNameAsString().equals("hashCode"))
        && call.getScope()
            .flatMap(facts.names()::named)
            .filter("java/util/Objects"::equals)
            .isPresent();
  }

  private void compare(BinaryExpr binary) {
    boolean equality =
        binary.getOperator() == BinaryExpr.Operator.EQUALS
            || binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    if (!equality) {
      return;
    }
    JavaType left = facts.types().of(binary.getLeft());
    JavaType right = facts.types().of(binary.getRight());
    if (isValue(left) && isValue(right)) {
      facts.add("JV653", binary, "compares a value by its identity");
    } else if (left.isFloating()
        && right.isFloating()
        && !binary.getLeft().equals(binary.getRight())
        && (isInexact(binary.getLeft(), binary.getRight())
            || isInexact(binary.getRight(), binary.getLeft()))) {
      facts.add("JV655", binary, "compares a computed float for equality");
    }
  }

  private static boolean isValue(JavaType type) {
    return type.dimensions() == 0 && VALUES.contains(type.name());
  }

  private boolean isInexact(Expression one, Expression other) {
    Sense against = flow.sense(other);
    boolean zero = against.numeric() && against.least() == 0 && against.most() == 0;
    Sense sense = flow.sense(one);
    boolean fraction =
        sense.numeric() && sense.traits() == 0 && sense.most() != Math.rint(sense.most());
    return !zero && (fraction || sense.has(Trait.COMPUTED));
  }
}

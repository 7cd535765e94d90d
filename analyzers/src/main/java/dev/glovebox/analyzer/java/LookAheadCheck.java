package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads of what is not yet known at the bar: shifts, indexes and figures that reach ahead. */
record LookAheadCheck(Facts facts, Flow flow) implements Check {
  private static final String CONTEXT = "dev/glovebox/strategy/Context";
  private static final String LIST = "looks up by the number of the bar what to do or expect";

  private static final Set<String> SHIFTS = Set.of("shift", "shifted", "lag", "lagged", "lead");
  private static final Set<String> SHIFT_WORDS = Set.of("lag", "shift", "by", "offset", "periods");

  private static final Set<String> INDEXED =
      Set.of("java/util/List", "java/util/ArrayList", "java/lang/String");

  private static final Set<String> STATISTICS =
      Set.of("max", "min", "average", "sum", "summaryStatistics", "sorted", "reduce", "sort");

  private static final Set<String> ORDERS =
      Set.of("buy", "sell", "close", "target", "targetPercent");

  /** A larger constant is a row of bits. */
  private static final double MASK_MIN = 0xFFFF;

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        ArrayAccessExpr.class,
        MethodCallExpr.class,
        BinaryExpr.class,
        AssignExpr.class,
        IfStmt.class);
  }

  @Override
  public void visit(Node node) {
    Reads.of(node).ifPresent(read -> index(node, read));
    switch (node) {
      case MethodCallExpr call -> call(call);
      case BinaryExpr binary -> mask(binary);
      case AssignExpr assign -> leak(assign);
      case IfStmt branch -> ordersByLater(branch);
      default -> {
        // Reads by place only.
      }
    }
  }

  private void index(Node node, Reads read) {
    Sense held = flow.sense(read.held());
    Sense at = flow.sense(read.index());
    boolean barByBar = at.has(Trait.EVERY_BAR) || held.has(Trait.SERIES);
    boolean known = held.has(Trait.TABLE) || held.has(Trait.SERIES);
    boolean counts = at.has(Trait.COUNTER) && !at.has(Trait.REPEATING);
    if (at.has(Trait.AHEAD) && barByBar) {
      facts.add("JV602", node, "reads the entry after the current bar");
    } else if (isPastTheEnd(read)) {
      facts.add("JV602", node, "reads past the end");
    } else if (known && (counts || isWholeRound(read))) {
      facts.add("JV607", node, LIST);
    } else if (isTurnedStep(held, read)) {
      facts.add("JV604", node, "the entry before one of a reversed series is later");
    }
  }

  // closes[closes.length], closes[closes.length + 1]
  private boolean isPastTheEnd(Reads read) {
    JavaType type = facts.types().of(read.held());
    if (type.dimensions() == 0 && !INDEXED.contains(type.name())) {
      return false;
    }
    Expression index = read.index();
    if (index instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      Sense by = flow.sense(sum.getRight());
      return Reads.isLength(sum.getLeft(), read.held()) && by.numeric() && by.least() >= 0;
    }
    return Reads.isLength(index, read.held());
  }

  // PLAN[bar % PLAN.length]: a plan that begins again at its end.
  private boolean isWholeRound(Reads read) {
    if (!(read.index() instanceof BinaryExpr rest)
        || rest.getOperator() != BinaryExpr.Operator.REMAINDER) {
      return false;
    }
    Sense count = flow.sense(rest.getLeft());
    return count.has(Trait.COUNTER)
        && !count.has(Trait.REPEATING)
        && Reads.isLength(Reads.plain(rest.getRight()), read.held());
  }

  private boolean isTurnedStep(Sense held, Reads read) {
    return held.has(Trait.REVERSED)
        && read.index() instanceof BinaryExpr difference
        && difference.getOperator() == BinaryExpr.Operator.MINUS
        && difference.getLeft() instanceof NameExpr
        && flow.sense(difference.getRight()).least() >= 1;
  }

  private void call(MethodCallExpr call) {
    String name = call.getNameAsString();
    String receiver = call.getScope().map(scope -> facts.types().of(scope).name()).orElse("");
    List<Expression> given = call.getArguments();
    if (receiver.equals(CONTEXT) && (name.equals("history") || name.equals("closes"))) {
      if (given.stream().anyMatch(this::isNegative)) {
        facts.add("JV601", call, "asks for bars that are yet to come");
      }
    } else if (isShift(call)) {
      facts.add("JV601", call, "shifts values of later bars to this one");
    }
    Sense base = call.getScope().map(flow::sense).orElse(Sense.NONE);
    boolean whole =
        base.has(Trait.SERIES) || given.stream().anyMatch(one -> flow.sense(one).has(Trait.SERIES));
    if (whole && STATISTICS.contains(name) && facts.methods().targets(call).isEmpty()) {
      facts.add("JV605", call, "a figure of the whole series knows its end");
    }
    if (name.equals("next") && isPlayed(call)) {
      facts.add("JV607", call, "plays a table bar by bar");
    }
  }

  private boolean isNegative(Expression value) {
    Sense sense = flow.sense(value);
    return sense.numeric() && sense.most() < 0;
  }

  // A method or a parameter of it says that it shifts.
  private boolean isShift(MethodCallExpr call) {
    for (CallableDeclaration<?> target : facts.methods().targets(call)) {
      boolean named = SHIFTS.contains(call.getNameAsString().toLowerCase(Locale.ROOT));
      List<Parameter> parameters = target.getParameters();
      for (int i = 0; i < parameters.size() && i < call.getArguments().size(); i++) {
        String parameter = parameters.get(i).getNameAsString().toLowerCase(Locale.ROOT);
        if ((named || SHIFT_WORDS.contains(parameter))
            && isNegative(call.getArgument(i))
            && goesBack(target, parameters.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  // values[at - lag]: what the parameter is subtracted from is a place.
  private static boolean goesBack(CallableDeclaration<?> method, Parameter parameter) {
    boolean reads = false;
    boolean subtracts = false;
    for (Node node : Tree.inside(method)) {
      reads |= Reads.of(node).isPresent();
      subtracts |=
          node instanceof BinaryExpr difference
              && difference.getOperator() == BinaryExpr.Operator.MINUS
              && difference.getRight() instanceof NameExpr by
              && by.getNameAsString().equals(parameter.getNameAsString());
    }
    return reads && subtracts;
  }

  // An iterator over a table that outlives the bar.
  private boolean isPlayed(MethodCallExpr call) {
    return call.getScope()
        .flatMap(flow::variable)
        .filter(variable -> variable.kind() == Variable.Kind.FIELD)
        .filter(variable -> flow.held(variable).sense().has(Trait.TABLE))
        .isPresent();
  }

  // (MASK >> bar) & 1: a plan written as a number.
  private void mask(BinaryExpr binary) {
    switch (binary.getOperator()) {
      case SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> {
        Sense left = flow.sense(binary.getLeft());
        Sense right = flow.sense(binary.getRight());
        if (left.numeric() && left.most() > MASK_MIN && right.has(Trait.COUNTER)) {
          facts.add("JV607", binary, LIST);
        }
      }
      default -> {
        // Reads no bits.
      }
    }
  }

  // label[i] = closes[i + 1] > closes[i] ? 1 : 0
  private void leak(AssignExpr assign) {
    Optional<Expression> index =
        Reads.of(assign.getTarget()).map(Reads::index).filter(NameExpr.class::isInstance);
    if (index.isEmpty()) {
      return;
    }
    for (Node node : Tree.inside(assign.getValue())) {
      if (Reads.of(node).filter(read -> isLater(read.index(), index.get())).isPresent()) {
        facts.add("JV604", node, "an entry that is made of a later one");
        return;
      }
    }
  }

  private boolean isLater(Expression at, Expression index) {
    if (!(at instanceof BinaryExpr sum) || sum.getOperator() != BinaryExpr.Operator.PLUS) {
      return false;
    }
    return (sum.getLeft().equals(index) && flow.sense(sum.getRight()).most() >= 1)
        || (sum.getRight().equals(index) && flow.sense(sum.getLeft()).most() >= 1);
  }

  // later = bars.get(i + 1); if (later.close() > bars.get(i).close()) ctx.buy(1);
  private void ordersByLater(IfStmt branch) {
    boolean orders =
        Tree.inside(branch.getThenStmt()).stream()
            .filter(MethodCallExpr.class::isInstance)
            .map(MethodCallExpr.class::cast)
            .anyMatch(call ->
                ORDERS.contains(call.getNameAsString())
                    && call.getScope()
                        .filter(scope -> facts.types().of(scope).is(CONTEXT))
                        .isPresent());
    if (!orders) {
      return;
    }
    for (Node node : Tree.inside(branch.getCondition())) {
      if (!(node instanceof BinaryExpr) && flow.sense(node).has(Trait.LATER)) {
        facts.add("JV604", node, "an order for an entry because of a later one");
        return;
      }
    }
  }
}

package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.List;
import java.util.OptionalDouble;

/** How often loops and lambdas run, by the counts that constants give; one round if they do not. */
record LoopCounts(Facts facts) {
  /** Rounds of a loop or of a lambda that a stream runs; 1 for anything else. */
  double rounds(Node node) {
    return switch (node) {
      case ForStmt loop -> counted(loop);
      case ForEachStmt loop -> held(loop.getIterable());
      case LambdaExpr lambda -> streamed(lambda);
      default -> 1;
    };
  }

  private double counted(ForStmt loop) {
    if (loop.getInitialization().size() != 1
        || loop.getUpdate().size() != 1
        || !(loop.getInitialization().getFirst().orElseThrow()
            instanceof VariableDeclarationExpr declared)
        || !(loop.getCompare().orElse(declared) instanceof BinaryExpr compared)) {
      return 1;
    }
    VariableDeclarator counter = declared.getVariable(0);
    OptionalDouble from =
        counter.getInitializer().map(facts.constants()::number).orElse(OptionalDouble.empty());
    boolean left = isNamed(compared.getLeft(), counter.getNameAsString());
    OptionalDouble to = facts.constants().number(left ? compared.getRight() : compared.getLeft());
    if (from.isEmpty() || to.isEmpty()) {
      return 1;
    }
    double way = Math.abs(to.getAsDouble() - from.getAsDouble());
    return Math.max(1, steps(loop.getUpdate().get(0), way));
  }

  private static boolean isNamed(Expression expression, String name) {
    return expression instanceof NameExpr named && named.getNameAsString().equals(name);
  }

  private double steps(Expression update, double way) {
    if (update instanceof UnaryExpr) {
      return way;
    }
    if (update instanceof AssignExpr assign) {
      OptionalDouble by = facts.constants().number(assign.getValue());
      double step = Math.abs(by.orElse(1));
      return switch (assign.getOperator()) {
        case PLUS, MINUS -> step > 0 ? way / step : way;
        case MULTIPLY, DIVIDE, LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
            Math.log(way + 1);
        default -> 1;
      };
    }
    return 1;
  }

  /** How many a constant array or a window of the host holds. */
  private double held(Expression iterable) {
    if (iterable instanceof MethodCallExpr call
        && facts.types().of(call.getScope().orElse(call)).is("dev/glovebox/strategy/Context")
        && !call.getArguments().isEmpty()) {
      return facts.constants().number(call.getArgument(0)).orElse(1);
    }
    return facts
        .names()
        .variable(iterable)
        .filter(Variable::isSetOnce)
        .flatMap(Variable::initial)
        .filter(ArrayInitializerExpr.class::isInstance)
        .map(array -> (double) ((ArrayInitializerExpr) array).getValues().size())
        .orElse(1.0);
  }

  // IntStream.range(0, n).forEach(i -> ...)
  private double streamed(LambdaExpr lambda) {
    if (!(lambda.getParentNode().orElse(lambda) instanceof MethodCallExpr call)
        || call.getScope().isEmpty()) {
      return 1;
    }
    double least = Double.POSITIVE_INFINITY;
    Expression here = call.getScope().get();
    while (here instanceof MethodCallExpr step) {
      List<Expression> given = step.getArguments();
      switch (step.getNameAsString()) {
        case "range", "rangeClosed" -> {
          OptionalDouble from = given.isEmpty() ? OptionalDouble.empty() : number(given.getFirst());
          OptionalDouble to = given.isEmpty() ? OptionalDouble.empty() : number(given.getLast());
          if (from.isPresent() && to.isPresent()) {
            least = Math.min(least, to.getAsDouble() - from.getAsDouble());
          }
        }
        case "limit" -> least = Math.min(least, number(given.getFirst()).orElse(least));
        default -> {
          // Gives one for one, or nobody knows.
        }
      }
      if (step.getScope().isEmpty()) {
        break;
      }
      here = step.getScope().get();
    }
    return Double.isInfinite(least) ? 1 : Math.max(1, least);
  }

  private OptionalDouble number(Expression expression) {
    return facts.constants().number(expression);
  }
}

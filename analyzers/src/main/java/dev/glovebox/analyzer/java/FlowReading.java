package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.glovebox.analyzer.flow.Combined;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What expressions stand for, given what their parts stand for. */
final class FlowReading {
  /** A constant container with as many entries is a table. */
  static final int TABLE_ENTRIES_MIN = 8;

  private static final int TABLE_TEXT_CHARACTERS_MIN = 16;

  /** What arithmetic with figures leaves. */
  static final int FIGURES = Trait.PRICE.bit() | Trait.COMPUTED.bit() | Trait.PER_PRICE.bit();

  private static final int CONTAINERS =
      Trait.SET.bit()
          | Trait.TABLE.bit()
          | Trait.GROWING.bit()
          | Trait.BARS.bit()
          | Trait.CLOSES.bit()
          | Trait.SERIES.bit()
          | Trait.REVERSED.bit();

  private final Flow flow;
  private final Facts facts;
  private final Containers containers;
  private final FlowCalls calls;

  FlowReading(Flow flow, Facts facts, Containers containers) {
    this.flow = flow;
    this.facts = facts;
    this.containers = containers;
    this.calls = new FlowCalls(this, flow, facts);
  }

  /** One of what a container holds. */
  static Sense item(Sense container) {
    Sense item = container.without(CONTAINERS);
    return container.has(Trait.CLOSES) ? item.with(Trait.PRICE) : item;
  }

  /** The variable that {@code expression} reads: {@code x, this.x, other.x, entry.x()}. */
  Optional<Variable> variable(Expression expression) {
    Optional<Variable> plain = facts.names().variable(expression);
    if (plain.isPresent()) {
      return plain;
    }
    return switch (expression) {
      case FieldAccessExpr access -> member(access.getScope(), access.getNameAsString());
      case MethodCallExpr call
          when call.getArguments().isEmpty()
              && call.getScope().isPresent()
              && facts.methods().targets(call).isEmpty() ->
          member(call.getScope().get(), call.getNameAsString());
      case EnclosedExpr enclosed -> variable(enclosed.getInner());
      default -> Optional.empty();
    };
  }

  private Optional<Variable> member(Expression scope, String name) {
    String owner = facts.names().named(scope).orElseGet(() -> facts.types().of(scope).name());
    return facts.names().own(owner).map(own -> own.scope().variables().get(name));
  }

  Sense sense(Expression expression) {
    Optional<Object> constant = facts.constants().value(expression);
    if (constant.isPresent()) {
      return constant(constant.get());
    }
    return switch (expression) {
      case NameExpr _, FieldAccessExpr _ -> read(expression);
      case EnclosedExpr enclosed -> flow.sense(enclosed.getInner());
      case CastExpr cast -> cast(cast);
      case ConditionalExpr choice ->
          flow.sense(choice.getThenExpr()).or(flow.sense(choice.getElseExpr()));
      case AssignExpr assign -> flow.sense(assign.getValue()).or(flow.sense(assign.getTarget()));
      case UnaryExpr unary -> unary(unary);
      case BinaryExpr binary -> binary(binary);
      case ArrayInitializerExpr array -> container(array.getValues());
      case ArrayCreationExpr array -> array.getInitializer().map(flow::sense).orElse(Sense.NONE);
      case ArrayAccessExpr access ->
          entry(flow.sense(access.getName()), flow.sense(access.getIndex()));
      case SwitchExpr choice -> switched(choice);
      case MethodCallExpr call -> calls.sense(call, variable(call).map(one -> held(one)));
      case ObjectCreationExpr made -> calls.made(made);
      default -> Sense.NONE;
    };
  }

  private static Sense constant(Object value) {
    return switch (value) {
      case Long number -> Sense.number(number);
      case Double number -> Sense.number(number);
      case String text -> {
        Sense sense = Dates.ofText(text);
        yield text.length() >= TABLE_TEXT_CHARACTERS_MIN ? sense.with(Trait.TABLE) : sense;
      }
      default -> Sense.NONE;
    };
  }

  private Sense read(Expression expression) {
    return variable(expression).map(this::held).orElse(Sense.NONE);
  }

  private Sense held(Variable variable) {
    Sense sense = flow.held(variable).sense();
    if (containers.isGrowing(variable)) {
      sense = sense.with(Trait.GROWING);
    }
    if (containers.isPlan(variable)) {
      sense = sense.with(Trait.TABLE);
    }
    if (containers.isSorted(variable)) {
      sense = sense.without(Trait.SET.bit());
    }
    return containers.isTurned(variable) ? sense.with(Trait.REVERSED) : sense;
  }

  // Cut to a whole number it is no figure any more.
  private Sense cast(CastExpr cast) {
    Sense sense = flow.sense(cast.getExpression());
    return facts.types().of(cast.getType()).isFloating() || !cast.getType().isPrimitiveType()
        ? sense
        : sense.without(FIGURES);
  }

  private Sense unary(UnaryExpr unary) {
    Sense operand = flow.sense(unary.getExpression());
    return switch (unary.getOperator()) {
      case LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> Sense.NONE;
      case MINUS -> Sense.range(operand.traits(), -operand.most(), -operand.least());
      default -> operand;
    };
  }

  private Sense binary(BinaryExpr binary) {
    String op = operator(binary.getOperator());
    if (op.isEmpty()) {
      return Sense.NONE;
    }
    if (op.equals("Div") && !facts.types().of(binary).isFloating()) {
      op = "FloorDiv";
    }
    Sense left = flow.sense(binary.getLeft());
    Sense right = flow.sense(binary.getRight());
    if (facts.types().of(binary).isText()) {
      return left.or(right)
          .only(Trait.MOMENT.bit() | Trait.SHIFTED.bit() | Trait.DATE.bit() | Trait.DIGITS.bit());
    }
    Sense sense = Combined.of(op, left, right);
    boolean steps =
        op.equals("Add") && (isStep(binary.getLeft(), right) || isStep(binary.getRight(), left));
    return steps ? sense.with(Trait.STEPPED) : sense;
  }

  // i + 1, where i is a variable that is no count of bars.
  private boolean isStep(Expression index, Sense by) {
    Sense sense = flow.sense(index);
    return index instanceof NameExpr
        && !sense.numeric()
        && !sense.has(Trait.COUNTER)
        && !sense.timed()
        && by.numeric()
        && by.traits() == 0
        && by.least() >= 1;
  }

  /** The name that arithmetic has in {@link Combined}; empty for what gives a truth. */
  static String operator(BinaryExpr.Operator operator) {
    return switch (operator) {
      case PLUS -> "Add";
      case MINUS -> "Sub";
      case MULTIPLY -> "Mult";
      case DIVIDE -> "Div";
      case REMAINDER -> "Mod";
      case LEFT_SHIFT -> "LShift";
      case SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> "RShift";
      case BINARY_AND -> "BitAnd";
      case BINARY_OR -> "BitOr";
      case XOR -> "BitXor";
      default -> "";
    };
  }

  static String operator(AssignExpr.Operator operator) {
    return operator.toBinaryOperator().map(FlowReading::operator).orElse("Add");
  }

  /** What a container of {@code items} stands for. */
  Sense container(List<Expression> items) {
    Sense sense = flow.all(items);
    if (items.size() >= TABLE_ENTRIES_MIN) {
      sense = sense.with(Trait.TABLE);
    }
    return isLikePrices(items) ? sense.with(Trait.SERIES) : sense;
  }

  /** Whether {@code items} are constant numbers that move as prices do. */
  boolean isLikePrices(List<Expression> items) {
    if (items.size() < PriceSeries.NUMBERS_MIN) {
      return false;
    }
    double[] values = new double[items.size()];
    for (int i = 0; i < values.length; i++) {
      OptionalDouble value = facts.constants().number(items.get(i));
      if (value.isEmpty()) {
        return false;
      }
      values[i] = value.getAsDouble();
    }
    return PriceSeries.isLikePrices(values);
  }

  /** What stands at {@code index} of {@code held}. */
  static Sense entry(Sense held, Sense index) {
    boolean later = (index.has(Trait.STEPPED) || index.has(Trait.LATER)) && !held.has(Trait.TABLE);
    return later ? item(held).with(Trait.LATER) : item(held);
  }

  private Sense switched(SwitchExpr choice) {
    Sense sense = Sense.NONE;
    for (SwitchEntry entry : choice.getEntries()) {
      for (Node node : Tree.inside(entry)) {
        if (node instanceof YieldStmt yielded) {
          sense = sense.or(flow.sense(yielded.getExpression()));
        } else if (node instanceof ExpressionStmt statement
            && entry.getType() == SwitchEntry.Type.EXPRESSION) {
          sense = sense.or(flow.sense(statement.getExpression()));
        }
      }
    }
    return sense;
  }
}

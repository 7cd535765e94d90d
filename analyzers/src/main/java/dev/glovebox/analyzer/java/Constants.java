package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalDouble;

/** What texts and numbers come to that stand in the source, without running anything. */
final class Constants {
  /** Most characters that are put together for one source. */
  static final int CHARACTERS_MAX = 1_000_000;

  private final Names names;
  private final TextCalls calls;
  private final IdentityHashMap<Expression, Optional<Object>> known = new IdentityHashMap<>();
  private int left = CHARACTERS_MAX;

  Constants(Names names) {
    this.names = names;
    this.calls = new TextCalls(this, names);
  }

  /** Whether more would have been put together than is worked out. */
  boolean isExhausted() {
    return left < 0;
  }

  /** The text that {@code expression} comes to. */
  Optional<String> text(Expression expression) {
    return value(expression).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The number that {@code expression} comes to; of a character its code. */
  OptionalDouble number(Expression expression) {
    return value(expression)
        .map(value ->
            switch (value) {
              case Double number -> OptionalDouble.of(number);
              case Long number -> OptionalDouble.of(number);
              case Character one -> OptionalDouble.of(one);
              default -> OptionalDouble.empty();
            })
        .orElse(OptionalDouble.empty());
  }

  /** The value: a String, Long, Double, Character or Boolean. */
  Optional<Object> value(Expression expression) {
    Optional<Object> found = known.get(expression);
    if (found == null) {
      // What depends on itself has no value.
      known.put(expression, Optional.empty());
      found = worked(expression);
      if (found.isPresent() && found.get() instanceof String text && !isWritten(expression)) {
        left -= text.length();
        found = left < 0 ? Optional.empty() : found;
      }
      known.put(expression, found);
    }
    return found;
  }

  static boolean isWritten(Expression expression) {
    return expression instanceof StringLiteralExpr
        || expression instanceof TextBlockLiteralExpr
        || expression instanceof NameExpr;
  }

  private Optional<Object> worked(Expression expression) {
    return switch (expression) {
      case TextBlockLiteralExpr block -> Literals.block(block.getValue());
      case StringLiteralExpr text -> Literals.text(text.getValue());
      case CharLiteralExpr one -> Literals.character(one.getValue());
      case IntegerLiteralExpr number -> Literals.whole(number.getValue());
      case LongLiteralExpr number -> Literals.whole(number.getValue());
      case DoubleLiteralExpr number -> Literals.real(number.getValue());
      case com.github.javaparser.ast.expr.BooleanLiteralExpr truth -> Optional.of(truth.getValue());
      case EnclosedExpr enclosed -> value(enclosed.getInner());
      case CastExpr cast -> cast(cast);
      case UnaryExpr unary -> unary(unary);
      case BinaryExpr binary -> binary(binary);
      case NameExpr name -> variable(name);
      case FieldAccessExpr access -> access(access);
      case MethodCallExpr call -> calls.value(call);
      default -> Optional.empty();
    };
  }

  private Optional<Object> variable(Expression expression) {
    return names
        .variable(expression)
        .filter(Variable::isSetOnce)
        .flatMap(Variable::initial)
        .flatMap(this::value);
  }

  private Optional<Object> access(FieldAccessExpr access) {
    Optional<Object> own = variable(access);
    if (own.isPresent()) {
      return own;
    }
    Optional<String> owner = names.named(access.getScope());
    Optional<OwnClass> known = owner.flatMap(names::own);
    if (known.isPresent()) {
      return Optional.ofNullable(known.get().scope().variables().get(access.getNameAsString()))
          .filter(Variable::isSetOnce)
          .flatMap(Variable::initial)
          .flatMap(this::value);
    }
    return owner.flatMap(name -> limit(name, access.getNameAsString()));
  }

  private static Optional<Object> limit(String owner, String field) {
    return switch (owner + "." + field) {
      case "java/lang/Integer.MAX_VALUE" -> Optional.of((long) Integer.MAX_VALUE);
      case "java/lang/Integer.MIN_VALUE" -> Optional.of((long) Integer.MIN_VALUE);
      case "java/lang/Long.MAX_VALUE" -> Optional.of(Long.MAX_VALUE);
      case "java/lang/Long.MIN_VALUE" -> Optional.of(Long.MIN_VALUE);
      case "java/lang/Double.MAX_VALUE" -> Optional.of(Double.MAX_VALUE);
      default -> Optional.empty();
    };
  }

  private Optional<Object> cast(CastExpr cast) {
    Optional<Object> value = value(cast.getExpression());
    return switch (cast.getType().asString()) {
      case "char" -> value.filter(Long.class::isInstance).map(code -> (char) (long) (Long) code);
      case "int", "long", "short", "byte" ->
          value.flatMap(given ->
              switch (given) {
                case Character one -> Optional.of((long) one);
                case Double real -> Optional.of((long) (double) real);
                case Long whole -> Optional.of(whole);
                default -> Optional.empty();
              });
      case "double", "float" ->
          value.flatMap(given ->
              given instanceof Long whole
                  ? Optional.of((double) whole)
                  : Optional.of(given).filter(Double.class::isInstance));
      case "String", "CharSequence" -> value.filter(String.class::isInstance);
      default -> Optional.empty();
    };
  }

  private Optional<Object> unary(UnaryExpr unary) {
    return value(unary.getExpression())
        .flatMap(given ->
            switch (unary.getOperator()) {
              case PLUS -> Optional.of(given);
              case MINUS ->
                  switch (given) {
                    case Long whole -> Optional.of(-whole);
                    case Double real -> Optional.of(-real);
                    default -> Optional.empty();
                  };
              case LOGICAL_COMPLEMENT ->
                  given instanceof Boolean truth ? Optional.of(!truth) : Optional.empty();
              case BITWISE_COMPLEMENT ->
                  given instanceof Long whole ? Optional.of(~whole) : Optional.empty();
              default -> Optional.empty();
            });
  }

  private Optional<Object> binary(BinaryExpr binary) {
    Optional<Object> first = value(binary.getLeft());
    Optional<Object> second = value(binary.getRight());
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    boolean joined = first.get() instanceof String || second.get() instanceof String;
    if (joined) {
      return binary.getOperator() == BinaryExpr.Operator.PLUS
          ? Optional.of(first.get().toString() + second.get())
          : Optional.empty();
    }
    return Arithmetic.of(binary.getOperator(), first.get(), second.get());
  }
}

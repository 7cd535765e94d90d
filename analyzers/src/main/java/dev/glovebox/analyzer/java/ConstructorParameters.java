package dev.glovebox.analyzer.java;

import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.glovebox.analyzer.ManifestDraft;
import dev.glovebox.strategy.guest.ParameterText;
import java.util.Map;
import java.util.Optional;

/** Parameters of a strategy's constructor as a worker reads them. */
record ConstructorParameters(Types types, Constants constants) {
  private static final Map<String, Class<?>> TAKEN =
      Map.of(
          "int", int.class,
          "long", long.class,
          "double", double.class,
          "boolean", boolean.class,
          "java/lang/String", String.class);

  /** The constructor of a strategy, if it writes exactly one. */
  static Optional<ConstructorDeclaration> constructor(OwnClass strategy) {
    return strategy.declaration().getConstructors().size() == 1
        ? Optional.of(strategy.declaration().getConstructors().getFirst())
        : Optional.empty();
  }

  /** The class of values of {@code parameter}, if a worker takes it. */
  Optional<Class<?>> taken(Parameter parameter) {
    JavaType type = types.of(parameter.getType());
    return parameter.isVarArgs() || type.dimensions() > 0
        ? Optional.empty()
        : Optional.ofNullable(TAKEN.get(type.name()));
  }

  /** What stands in {@code @Default(...)}. */
  static Optional<Expression> standard(Parameter parameter) {
    return parameter
        .getAnnotationByName("Default")
        .or(() -> parameter.getAnnotationByName("dev.glovebox.strategy.Default"))
        .flatMap(ConstructorParameters::value);
  }

  private static Optional<Expression> value(AnnotationExpr annotation) {
    return switch (annotation) {
      case SingleMemberAnnotationExpr one -> Optional.of(one.getMemberValue());
      case NormalAnnotationExpr named ->
          named.getPairs().stream()
              .filter(pair -> pair.getNameAsString().equals("value"))
              .map(MemberValuePair::getValue)
              .findFirst();
      default -> Optional.empty();
    };
  }

  /** The default's value; empty if there is none, it is not known, or of another type. */
  Optional<Object> value(Parameter parameter) {
    Optional<Class<?>> type = taken(parameter);
    Optional<String> text = standard(parameter).flatMap(constants::text);
    if (type.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ParameterText.value(type.get(), text.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a manifest says of the default. */
  String shown(Parameter parameter) {
    return value(parameter)
        .map(ParameterText::text)
        .or(() -> standard(parameter).flatMap(constants::text))
        .or(() -> standard(parameter).map(ConstructorParameters::written))
        .orElse("");
  }

  /** What a manifest calls the type. */
  String type(Parameter parameter) {
    if (standard(parameter).isEmpty()) {
      return "required";
    }
    return value(parameter).map(ParameterText::type).orElse("other");
  }

  /** An expression on one line, as it is written. */
  static String written(Expression expression) {
    return ManifestDraft.oneLine(expression.getTokenRange().map(TokenRange::toString).orElse(""));
  }
}

package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import java.util.Optional;
import java.util.Set;

/** Parameters of the strategy's constructor: of a type that is taken, each with a default. */
record ParameterCheck(Facts facts, Strategies strategies) implements Check {
  private static final String RULE = "JV908";

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(CompilationUnit.class);
  }

  @Override
  public void visit(Node unit) {
    for (OwnClass leaf : strategies.leaves()) {
      int constructors = leaf.declaration().getConstructors().size();
      if (constructors > 1) {
        facts.add(
            RULE,
            leaf.declaration().getName(),
            quoted(leaf.declaration().getNameAsString()) + " has several constructors",
            "Keep one: its parameters are the strategy's.");
      }
      ConstructorParameters.constructor(leaf)
          .ifPresent(constructor -> constructor.getParameters().forEach(this::parameter));
    }
  }

  private void parameter(Parameter parameter) {
    ConstructorParameters parameters = new ConstructorParameters(facts.types(), facts.constants());
    String name = parameter.getNameAsString();
    String type = parameter.getType().asString();
    if (parameters.taken(parameter).isEmpty()) {
      boolean context = facts.types().of(parameter.getType()).is(Hooks.CONTEXT);
      facts.add(
          RULE,
          parameter,
          "parameter " + quoted(name) + " is a " + quoted(type),
          context
              ? "ctx comes with the hooks: onBar(Context ctx, Bar bar)."
              : "Take int, long, double, boolean or String.");
      return;
    }
    Optional<Expression> standard = ConstructorParameters.standard(parameter);
    if (standard.isEmpty()) {
      facts.add(RULE, parameter, "parameter " + quoted(name) + " has no default");
    } else if (facts.constants().text(standard.get()).isPresent()
        && parameters.value(parameter).isEmpty()) {
      facts.add(
          RULE,
          standard.get(),
          "the default of " + quoted(name) + " is no " + type,
          "Write a text that reads as one: @Default(\"" + example(type) + "\") " + type + ".");
    }
  }

  private static String example(String type) {
    return switch (type) {
      case "boolean" -> "true";
      case "double" -> "0.5";
      default -> "10";
    };
  }
}

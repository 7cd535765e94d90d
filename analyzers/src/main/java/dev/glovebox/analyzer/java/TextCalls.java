package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Calls that make a text of constant texts. */
record TextCalls(Constants constants, Names names) {
  private static final int REPEATED_CHARACTERS_MAX = 100_000;

  Optional<Object> value(MethodCallExpr call) {
    if (call.getScope().isEmpty()) {
      return Optional.empty();
    }
    Expression scope = call.getScope().get();
    Optional<String> owner = names.named(scope);
    if (owner.isPresent()) {
      return owner.get().equals("java/lang/String") || owner.get().equals("java/lang/Character")
          ? ofClass(call)
          : Optional.empty();
    }
    if (call.getNameAsString().equals("toString")) {
      return built(scope).or(() -> constants.value(scope).map(Object::toString));
    }
    Optional<String> text = constants.text(scope);
    return text.isEmpty() ? Optional.empty() : ofText(call, text.get());
  }

  private Optional<Object> ofClass(MethodCallExpr call) {
    List<Object> given = new ArrayList<>();
    for (Expression argument : call.getArguments()) {
      Optional<Object> value = constants.value(argument);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      given.add(value.get());
    }
    return switch (call.getNameAsString()) {
      case "valueOf", "toString" ->
          given.size() == 1 ? Optional.of(given.getFirst().toString()) : Optional.empty();
      case "join", "concat" ->
          given.size() > 1
              ? Optional.of(
                  String.join(
                      given.getFirst().toString(),
                      given.subList(1, given.size()).stream().map(Object::toString).toList()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Object> ofText(MethodCallExpr call, String text) {
    List<Expression> arguments = call.getArguments();
    Optional<Object> first = arguments.stream().findFirst().flatMap(constants::value);
    Optional<Object> second = arguments.stream().skip(1).findFirst().flatMap(constants::value);
    if (arguments.isEmpty()) {
      return switch (call.getNameAsString()) {
        case "toLowerCase" -> Optional.of(text.toLowerCase(Locale.ROOT));
        case "toUpperCase" -> Optional.of(text.toUpperCase(Locale.ROOT));
        case "strip", "trim" -> Optional.of(text.strip());
        case "length" -> Optional.of((long) text.length());
        default -> Optional.empty();
      };
    }
    return switch (call.getNameAsString()) {
      case "concat" -> first.map(more -> text + more);
      case "substring" -> part(text, first, arguments.size() > 1 ? second : end(text));
      case "charAt" ->
          first
              .filter(at -> at instanceof Long place && place >= 0 && place < text.length())
              .map(at -> text.charAt((int) (long) (Long) at));
      case "repeat" ->
          first
              .filter(times ->
                  times instanceof Long many
                      && many >= 0
                      && many * Math.max(1, text.length()) <= REPEATED_CHARACTERS_MAX)
              .map(times -> text.repeat((int) (long) (Long) times));
      case "replace" ->
          first.isPresent() && second.isPresent() && !first.get().toString().isEmpty()
              ? Optional.of(text.replace(first.get().toString(), second.get().toString()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Object> end(String text) {
    return Optional.of((long) text.length());
  }

  private static Optional<Object> part(String text, Optional<Object> from, Optional<Object> to) {
    if (from.orElse("") instanceof Long first
        && to.orElse("") instanceof Long last
        && first >= 0
        && first <= last
        && last <= text.length()) {
      return Optional.of(text.substring((int) (long) first, (int) (long) last));
    }
    return Optional.empty();
  }

  // new StringBuilder("a").append("b").reverse()
  private Optional<Object> built(Expression chain) {
    Deque<MethodCallExpr> steps = new ArrayDeque<>();
    Expression here = chain;
    while (here instanceof MethodCallExpr call && call.getScope().isPresent()) {
      steps.push(call);
      here = call.getScope().get();
    }
    if (!(here instanceof ObjectCreationExpr made)
        || !made.getType().getNameAsString().equals("StringBuilder")) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Expression argument : made.getArguments()) {
      Optional<String> begun = constants.text(argument);
      if (begun.isEmpty()) {
        return Optional.empty();
      }
      text.append(begun.get());
    }
    for (MethodCallExpr step : steps) {
      Optional<Object> given = step.getArguments().stream().findFirst().flatMap(constants::value);
      switch (step.getNameAsString()) {
        case "append" -> {
          if (given.isEmpty()) {
            return Optional.empty();
          }
          text.append(given.get());
        }
        case "reverse" -> text.reverse();
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.toString());
  }
}

package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which names are certainly what the host hands to a hook, and what the source asks for first. */
final class Receivers {
  private static final Set<String> CONTEXT_NAMES = Set.of("ctx", "context");

  private static final List<Trait> HANDED =
      List.of(Trait.CTX, Trait.BAR, Trait.BARS, Trait.FILL, Trait.ORDER);

  private final Names names;
  private final Flow flow;
  private final Set<String> askedFor = new HashSet<>();
  private final Set<String> ownNames = new HashSet<>();

  Receivers(Names names, Flow flow) {
    this.names = names;
    this.flow = flow;
    for (SyntaxNode node : flow.nodes()) {
      askedFor(node);
      own(node);
    }
  }

  private void askedFor(SyntaxNode node) {
    if (node.is("Call")) {
      CallCheck.literalAttribute(node).ifPresent(askedFor::add);
    }
  }

  private void own(SyntaxNode node) {
    switch (node.kind()) {
      case "Attribute" -> {
        if (!node.text("context").equals("Load")) {
          ownNames.add(Names.plain(node.text("attr")));
        }
      }
      case "FunctionDef" -> ownNames.add(Names.plain(node.text("name")));
      case "Name" -> {
        if (node.text("context").equals("Store") && names.opener(node).is("ClassDef")) {
          ownNames.add(Names.plain(node.text("id")));
        }
      }
      default -> {
        // Names no attribute.
      }
    }
  }

  /** Whether the source asks by hasattr or getattr whether there is an attribute {@code name}. */
  boolean isAskedFor(String name) {
    return askedFor.contains(name);
  }

  /** Whether the source itself gives anything an attribute {@code name}. */
  boolean isOwn(String name) {
    return ownNames.contains(name);
  }

  /** What {@code expression} certainly is, if the host handed it over. */
  Optional<Trait> handed(SyntaxNode expression) {
    if (!expression.is("Name")) {
      return Optional.empty();
    }
    Optional<Scope.Meaning> meaning = names.meaning(expression);
    if (meaning.isEmpty() || meaning.get().bindings().size() != 1) {
      return Optional.empty();
    }
    Sense sense = flow.sense(expression);
    Optional<Trait> only =
        HANDED.stream().filter(trait -> sense.equals(Sense.of(trait))).findFirst();
    return only.filter(trait -> isCertain(expression, meaning.get().bindings().getFirst(), trait));
  }

  private boolean isCertain(SyntaxNode expression, Binding binding, Trait trait) {
    return switch (binding) {
      case Binding.Parameter(SyntaxNode function, int index) -> {
        List<Trait> given =
            function.is("FunctionDef")
                ? Strategies.HOOKS.getOrDefault(Names.plain(function.text("name")), List.of())
                : List.of();
        boolean ofHook =
            index >= 1
                && index <= given.size()
                && given.get(index - 1) == trait
                && names.opener(function).is("ClassDef");
        yield ofHook || (trait == Trait.CTX && CONTEXT_NAMES.contains(expression.text("id")));
      }
      case Binding.Assigned(Optional<SyntaxNode> value) ->
          value.isEmpty() && flow.variable(expression).filter(Variable::isItem).isPresent();
      case Binding.Imported _, Binding.OwnClass _, Binding.OwnFunction _ -> false;
    };
  }
}

package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes of a source, which of them are strategies, and what their hooks are given. */
final class Strategies {
  /** Path of the base of all strategies. */
  static final String BASE = "glovebox.Strategy";

  /** What each hook is given after self. */
  static final Map<String, List<Trait>> HOOKS =
      Map.of(
          "on_start", List.of(Trait.CTX),
          "on_bar", List.of(Trait.CTX, Trait.BAR),
          "on_bars", List.of(Trait.CTX, Trait.BARS),
          "on_fill", List.of(Trait.CTX, Trait.FILL),
          "on_order", List.of(Trait.CTX, Trait.ORDER),
          "on_stop", List.of(Trait.CTX));

  /** Of more classes above one another, the others count as unknown. */
  private static final int ANCESTORS_MAX = 32;

  private final Names names;
  private final Map<String, SyntaxNode> classes = new HashMap<>();
  private final List<SyntaxNode> definitions = new ArrayList<>();
  private final Map<SyntaxNode, Lineage> lineages = new HashMap<>();

  /** Reads the classes among {@code nodes}. */
  Strategies(Names names, List<SyntaxNode> nodes) {
    this.names = names;
    for (SyntaxNode node : nodes) {
      if (node.is("ClassDef")) {
        definitions.add(node);
        classes.put(Names.plain(node.text("name")), node);
      }
    }
  }

  /** All classes, in source order. */
  List<SyntaxNode> definitions() {
    return definitions;
  }

  /** Classes that {@code definition} is and derives from, itself first, and paths of the others. */
  Lineage lineage(SyntaxNode definition) {
    Lineage known = lineages.get(definition);
    if (known == null) {
      known = traced(definition);
      lineages.put(definition, known);
    }
    return known;
  }

  private Lineage traced(SyntaxNode definition) {
    List<SyntaxNode> own = new ArrayList<>();
    Set<String> foreign = new HashSet<>();
    Deque<SyntaxNode> open = new ArrayDeque<>(List.of(definition));
    Set<SyntaxNode> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      SyntaxNode here = open.poll();
      if (own.size() == ANCESTORS_MAX) {
        foreign.add("?");
        break;
      }
      own.add(here);
      for (SyntaxNode base : here.nodes("bases")) {
        SyntaxNode named = base.is("Subscript") ? base.node("value").orElseThrow() : base;
        String path = names.path(named).orElse("?");
        Optional<SyntaxNode> known =
            path.startsWith(Names.OWN)
                ? Optional.ofNullable(classes.get(path.substring(Names.OWN.length())))
                : Optional.empty();
        if (known.isEmpty()) {
          foreign.add(path);
        } else if (seen.add(known.get())) {
          open.add(known.get());
        }
      }
    }
    return new Lineage(own, foreign);
  }

  /**
   * What a class is made of.
   *
   * @param own classes of this source, nearest first
   * @param foreign paths of bases that are defined elsewhere
   */
  record Lineage(List<SyntaxNode> own, Set<String> foreign) {
    boolean isStrategy() {
      return foreign.contains(BASE);
    }

    /** Whether every class that could define something is in this source. */
    boolean isKnown() {
      return foreign.stream()
          .allMatch(path ->
              path.equals(BASE)
                  || path.equals("abc.ABC")
                  || path.equals("typing.Generic")
                  || path.equals("typing.Protocol")
                  || path.equals(Names.BUILTIN + "object"));
    }

    /** The nearest method called {@code name}. */
    Optional<SyntaxNode> method(String name) {
      return own.stream()
          .flatMap(definition -> definition.nodes("body").stream())
          .filter(node -> node.is("FunctionDef"))
          .filter(node -> Names.plain(node.text("name")).equals(name))
          .findFirst();
    }
  }

  /** The positional parameters of {@code function}. */
  static List<SyntaxNode> positional(SyntaxNode function) {
    List<SyntaxNode> all = new ArrayList<>();
    function
        .node("args")
        .ifPresent(arguments -> {
          all.addAll(arguments.nodes("posOnlyArgs"));
          all.addAll(arguments.nodes("args"));
        });
    return all;
  }
}

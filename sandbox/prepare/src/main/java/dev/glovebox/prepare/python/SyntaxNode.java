package dev.glovebox.prepare.python;

import dev.glovebox.prepare.source.Placed;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One node of a Python syntax tree, free of the parser's own types.
 *
 * <p>Immutable. Parts are named as in Python's {@code ast} module, written as the parser spells
 * them: {@code decoratorList}, {@code orElse}. Deliberately without {@code equals}: a tree may be
 * deep, so it is compared with {@link TreeComparison}, never by recursion.
 */
public final class SyntaxNode implements Placed {

  /** What a node is, coarsely. */
  public enum Family {
    /** The root. */
    MODULE,
    /** A statement. */
    STATEMENT,
    /** An expression. */
    EXPRESSION,
    /** A pattern of a {@code match}. */
    PATTERN,
    /** Anything else: arguments, aliases, clauses. */
    PART
  }

  private final String kind;
  private final Family family;
  private final Span span;
  // Few parts each, asked for all the time: a look along two lists is faster than any map.
  private final List<String> names;
  private final List<SyntaxValue> values;
  private final List<SyntaxNode> children;

  /**
   * A node of {@code values}, one for each of {@code names}.
   *
   * @param names in the order of text; one list for all nodes of a kind
   */
  SyntaxNode(String kind, Family family, Span span, List<String> names, List<SyntaxValue> values) {
    this.kind = kind;
    this.family = family;
    this.span = span;
    this.names = names;
    this.values = List.copyOf(values);
    this.children = List.copyOf(childrenOf(this.values));
  }

  private static List<SyntaxNode> childrenOf(Collection<SyntaxValue> values) {
    List<SyntaxNode> found = new ArrayList<>();
    for (SyntaxValue value : values) {
      switch (value) {
        case SyntaxValue.One(SyntaxNode node) -> found.add(node);
        case SyntaxValue.Many(List<SyntaxValue> many) -> found.addAll(childrenOf(many));
        case SyntaxValue.Text _,
            SyntaxValue.Words _,
            SyntaxValue.Literal _,
            SyntaxValue.Nothing _ -> {
          // No node in it.
        }
      }
    }
    return found;
  }

  /** The node type, for example {@code Attribute} or {@code Comprehension}. */
  public String kind() {
    return kind;
  }

  /** Whether the node type is {@code name}. */
  public boolean is(String name) {
    return kind.equals(name);
  }

  /** What the node is, coarsely. */
  public Family family() {
    return family;
  }

  /** Where the node stands. */
  @Override
  public Span span() {
    return span;
  }

  /** The names of all parts, in the order of text. */
  List<String> names() {
    return names;
  }

  /** All parts, in the order of {@link #names()}. */
  List<SyntaxValue> values() {
    return values;
  }

  /** The nodes directly below, in an order that is stable but not that of the source. */
  public List<SyntaxNode> children() {
    return children;
  }

  private SyntaxValue part(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        return values.get(i);
      }
    }
    throw new IllegalArgumentException(kind + " has no part " + name);
  }

  /** The child in part {@code name}; empty if nothing is written there. */
  public Optional<SyntaxNode> node(String name) {
    return part(name) instanceof SyntaxValue.One(SyntaxNode node)
        ? Optional.of(node)
        : Optional.empty();
  }

  /** The children in part {@code name}, in source order, gaps left out. */
  public List<SyntaxNode> nodes(String name) {
    return part(name) instanceof SyntaxValue.Many many
        ? childrenOf(List.of((SyntaxValue) many))
        : List.of();
  }

  /** The text in part {@code name}; empty text if nothing is written there. */
  public String text(String name) {
    return part(name) instanceof SyntaxValue.Text(String text) ? text : "";
  }

  /** The names in part {@code name}. */
  public List<String> words(String name) {
    return part(name) instanceof SyntaxValue.Words(List<String> words) ? words : List.of();
  }

  /** The constant in part {@code name}. */
  public Optional<SyntaxValue.Literal> literal(String name) {
    return part(name) instanceof SyntaxValue.Literal literal
        ? Optional.of(literal)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return kind + "@" + span.line() + ":" + span.column();
  }
}

package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;

/** One place that gives a name a meaning. */
sealed interface Binding {

  /**
   * An import.
   *
   * @param path dotted, for example {@code datetime.datetime}
   */
  record Imported(String path) implements Binding {}

  /** A class of this source. */
  record OwnClass(SyntaxNode definition) implements Binding {}

  /** A function of this source. */
  record OwnFunction(SyntaxNode definition) implements Binding {}

  /**
   * A parameter of {@code function}.
   *
   * @param index position among the positional parameters; -1 for the others
   */
  record Parameter(SyntaxNode function, int index) implements Binding {}

  /**
   * Any other binding.
   *
   * @param value what a plain assignment assigns; empty for loops, targets in tuples and the like
   */
  record Assigned(Optional<SyntaxNode> value) implements Binding {}
}

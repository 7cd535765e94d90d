package dev.glovebox.prepare.python;

import java.util.List;

/** What a part of a {@link SyntaxNode} holds. */
public sealed interface SyntaxValue {

  /** A child. */
  record One(SyntaxNode node) implements SyntaxValue {}

  /** Children in source order; each is a {@link One} or a {@link Nothing}. */
  record Many(List<SyntaxValue> values) implements SyntaxValue {}

  /** A name, an operator, a flag or a small number. */
  record Text(String text) implements SyntaxValue {}

  /** Names. */
  record Words(List<String> words) implements SyntaxValue {}

  /**
   * A constant.
   *
   * @param type the parser's name for it, for example {@code LONG} or {@code CODEPOINTS}
   * @param text the value: integers and floats as hexadecimal, bytes as hexadecimal, text as it is
   * @param length code points of text, else 0; keeps an escaped surrogate pair apart from the
   *     character it looks like
   */
  record Literal(String type, String text, int length) implements SyntaxValue {}

  /** Nothing is written here, for example the key of {@code **more} in a dict display. */
  record Nothing() implements SyntaxValue {}
}

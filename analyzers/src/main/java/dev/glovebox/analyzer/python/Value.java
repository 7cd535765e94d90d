package dev.glovebox.analyzer.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What an expression of constants comes to. */
sealed interface Value {

  /** A whole number. */
  record Whole(BigInteger number) implements Value {
    static Whole of(long number) {
      return new Whole(BigInteger.valueOf(number));
    }
  }

  /** A whole number too large to be worked out. */
  record Huge() implements Value {}

  /** A floating-point number. */
  record Real(double number) implements Value {}

  /**
   * Text or bytes.
   *
   * @param text of bytes, each byte as the character of its number
   * @param isBytes whether it is bytes
   * @param disguised whether it was made of numbers, of a code or backwards, so that who reads the
   *     source does not read it
   */
  record Text(String text, boolean isBytes, boolean disguised) implements Value {}

  /** A list or tuple. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A dictionary whose keys are texts. */
  record Table(Map<String, Value> values) implements Value {
    public Table {
      values = Map.copyOf(values);
    }
  }
}

package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value in our restricted profile of RFC 8785 (JCS): integers within +-(2^53-1), decimals as
 * strings, no floats, no lone surrogates, keys sorted by UTF-16 code units.
 *
 * <p>{@link #bytes()} is the canonical form; {@link CanonicalJson#parse} accepts nothing else.
 */
public sealed interface Json {
  /** Largest magnitude of an integer: 2^53 - 1. */
  long INTEGER_MAX = (1L << 53) - 1;

  /** An object; keys are unique and sorted. */
  record Obj(SortedMap<String, Json> members) implements Json {
    /** Copies {@code members}. */
    public Obj {
      members =
          java.util.Collections.unmodifiableSortedMap(
              members instanceof SortedMembers ? members : new TreeMap<>(members));
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    /** Copies {@code elements}. */
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /** A string without lone surrogates. */
  record Str(String value) implements Json {}

  /** An integer. */
  record Int(long value) implements Json {
    /** Checks the range. */
    public Int {
      if (value > INTEGER_MAX || value < -INTEGER_MAX) {
        throw new IllegalArgumentException("integer outside +-(2^53-1)");
      }
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Json {}

  /** The null value. */
  record Null() implements Json {}

  /** Returns a string value. */
  static Json of(String value) {
    return new Str(value);
  }

  /** Returns an integer value. */
  static Json of(long value) {
    return new Int(value);
  }

  /** Returns a truth value. */
  static Json of(boolean value) {
    return new Bool(value);
  }

  /** Returns an exact number as canonical text. */
  static Json of(BigDecimal value) {
    return new Str(Decimals.text(value));
  }

  /** Returns an array. */
  static Json of(List<? extends Json> elements) {
    return new Arr(List.copyOf(elements));
  }

  /** Returns an object. */
  static Obj of(Map<String, ? extends Json> members) {
    return new Obj(new SortedMembers(members));
  }

  /** Returns the canonical UTF-8 bytes. */
  default byte[] bytes() {
    AsciiText out = new AsciiText();
    CanonicalJson.write(this, out);
    return out.copy();
  }

  /** Returns the canonical text. */
  default String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}

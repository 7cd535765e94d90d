package dev.glovebox.host.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writer and strict reader of the canonical form. Source: RFC 8785, restricted by audit.md. */
public final class CanonicalJson {
  /** Deepest nesting that is read. */
  public static final int NESTING_MAX = 32;

  private final String text;
  private final boolean loose;
  private int at;

  private CanonicalJson(String text, boolean loose) {
    this.text = text;
    this.loose = loose;
  }

  /**
   * Reads canonical bytes; what is not byte for byte canonical is refused.
   *
   * @throws IllegalArgumentException naming the offset where the text stops being canonical
   */
  public static Json parse(byte[] bytes) {
    Json value = read(bytes, false);
    if (!Arrays.equals(value.bytes(), bytes)) {
      throw new IllegalArgumentException("not in canonical form");
    }
    return value;
  }

  /**
   * Reads what another program may have laid out: white space and the order of members are free.
   * Everything else holds as before: no key twice, no floats, bounded nesting.
   *
   * @throws IllegalArgumentException naming the offset where the text is not of this profile
   */
  public static Json parseAnyLayout(byte[] bytes) {
    return read(bytes, true);
  }

  private static Json read(byte[] bytes, boolean loose) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
    CanonicalJson reader = new CanonicalJson(text, loose);
    Json value = reader.value(0);
    reader.space();
    if (reader.at != text.length()) {
      throw reader.bad("text after the value");
    }
    return value;
  }

  /**
   * Appends the canonical bytes of {@code value}.
   *
   * @throws IllegalArgumentException on a lone surrogate
   */
  public static void write(Json value, AsciiText out) {
    switch (value) {
      case Json.Obj(var members) -> {
        char separator = '{';
        for (Map.Entry<String, Json> member : members.entrySet()) {
          out.character(separator).json(member.getKey()).character(':');
          write(member.getValue(), out);
          separator = ',';
        }
        if (members.isEmpty()) {
          out.character('{');
        }
        out.character('}');
      }
      case Json.Arr(var elements) -> {
        out.character('[');
        for (int i = 0; i < elements.size(); i++) {
          if (i > 0) {
            out.character(',');
          }
          write(elements.get(i), out);
        }
        out.character(']');
      }
      case Json.Str(String string) -> out.json(string);
      case Json.Int(long integer) -> out.integer(integer);
      case Json.Bool(boolean bool) -> out.text(bool ? "true" : "false");
      case Json.Null() -> out.text("null");
    }
  }

  private Json value(int depth) {
    if (depth > NESTING_MAX) {
      throw bad("nested deeper than " + NESTING_MAX);
    }
    char c = token();
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    if (c == '"') {
      return new Json.Str(string());
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
      return integer();
    }
    if (literal("true")) {
      return new Json.Bool(true);
    }
    if (literal("false")) {
      return new Json.Bool(false);
    }
    if (literal("null")) {
      return new Json.Null();
    }
    throw bad("unexpected character");
  }

  private Json object(int depth) {
    TreeMap<String, Json> members = new TreeMap<>();
    expect('{');
    if (token() == '}') {
      at++;
      return new Json.Obj(members);
    }
    while (true) {
      String key = string();
      expect(':');
      if (members.put(key, value(depth + 1)) != null) {
        throw bad("key twice");
      }
      if (token() == '}') {
        at++;
        return new Json.Obj(members);
      }
      expect(',');
    }
  }

  private Json array(int depth) {
    List<Json> elements = new ArrayList<>();
    expect('[');
    if (token() == ']') {
      at++;
      return new Json.Arr(elements);
    }
    while (true) {
      elements.add(value(depth + 1));
      if (token() == ']') {
        at++;
        return new Json.Arr(elements);
      }
      expect(',');
    }
  }

  private Json integer() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      return new Json.Int(Long.parseLong(text, from, at, 10));
    } catch (NumberFormatException e) {
      throw bad("not an integer within +-(2^53-1)");
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = next();
    return switch (c) {
      case '"', '\\' -> c;
      case '/' -> {
        if (!loose) {
          throw bad("escape that is not canonical");
        }
        yield c;
      }
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw bad("escape is cut short");
        }
        at += 4;
        try {
          yield (char) Integer.parseInt(text, at - 4, at, 16);
        } catch (NumberFormatException e) {
          throw bad("not a hexadecimal escape");
        }
      }
      default -> throw bad("unknown escape");
    };
  }

  private boolean literal(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private char peek() {
    if (at >= text.length()) {
      throw bad("text ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  /** Returns the next character that is not layout. */
  private char token() {
    space();
    return peek();
  }

  private void space() {
    while (loose && at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    space();
    if (next() != c) {
      throw bad("expected " + c);
    }
  }

  private IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(what + " at character " + at);
  }
}

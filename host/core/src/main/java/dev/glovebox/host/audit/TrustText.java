package dev.glovebox.host.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the one small JSON form that people may edit: an object of integers, strings and lists of
 * strings, with any white space. Strict in everything else.
 */
final class TrustText {
  /** The keys of a trust file. */
  static final Set<String> KEYS =
      Set.of("version", "origin", "verification_key", "checkpoint", "reviewer_keys");

  private final String text;
  private int at;

  private TrustText(String text) {
    this.text = text;
  }

  /** Returns members: Long, String or List of String. */
  static Map<String, Object> parse(String text) {
    TrustText reader = new TrustText(text);
    Map<String, Object> members = new HashMap<>();
    reader.expect('{');
    if (reader.peek() != '}') {
      do {
        String key = reader.string();
        reader.expect(':');
        if (members.put(key, reader.value()) != null) {
          throw new IllegalArgumentException("a key stands twice");
        }
      } while (reader.accept(','));
    }
    reader.expect('}');
    if (reader.peek() != 0) {
      throw new IllegalArgumentException("text after the object");
    }
    return members;
  }

  static String string(Map<String, Object> members, String key) {
    if (members.get(key) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException(key + " is no text");
  }

  static List<String> strings(Map<String, Object> members, String key) {
    List<String> values = new ArrayList<>();
    if (members.get(key) instanceof List<?> list) {
      for (Object element : list) {
        values.add((String) element);
      }
      return values;
    }
    throw new IllegalArgumentException(key + " is no list");
  }

  private Object value() {
    char c = peek();
    if (c == '"') {
      return string();
    }
    if (c == '[') {
      return list();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > 18) {
      throw new IllegalArgumentException("expected a text, a list or an integer");
    }
    return Long.parseLong(text, from, at, 10);
  }

  private List<String> list() {
    List<String> elements = new ArrayList<>();
    expect('[');
    if (peek() != ']') {
      do {
        elements.add(string());
      } while (accept(','));
    }
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = take();
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw new IllegalArgumentException("control character in a text");
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        int point = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(take(), 16);
          if (digit < 0) {
            throw new IllegalArgumentException("not a hexadecimal escape");
          }
          point = point * 16 + digit;
        }
        yield (char) point;
      }
      default -> throw new IllegalArgumentException("unknown escape");
    };
  }

  private char take() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("text ends early");
    }
    return text.charAt(at++);
  }

  /** Skips white space and returns the next character, or 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean accept(char c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw new IllegalArgumentException("expected " + c + " at character " + at);
    }
  }
}

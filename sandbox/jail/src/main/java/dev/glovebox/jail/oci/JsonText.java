package dev.glovebox.jail.oci;

import java.util.Collection;
import java.util.Map;

/** Writes maps, collections, texts, integers and truth values as JSON. */
final class JsonText {
  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.value(value);
    return json.text.toString();
  }

  private void value(Object value) {
    switch (value) {
      case Map<?, ?> map -> map(map);
      case Collection<?> list -> list(list);
      case String string -> string(string);
      case Boolean truth -> text.append(truth);
      case Integer number -> text.append(number);
      case Long number -> text.append(number);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void map(Map<?, ?> map) {
    char before = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(before);
      before = ',';
      string(String.valueOf(entry.getKey()));
      text.append(':');
      value(entry.getValue());
    }
    text.append(map.isEmpty() ? "{}" : "}");
  }

  private void list(Collection<?> list) {
    char before = '[';
    for (Object element : list) {
      text.append(before);
      before = ',';
      value(element);
    }
    text.append(list.isEmpty() ? "[]" : "]");
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}

package dev.glovebox.host.approval;

import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Members of one object, each taken once; what is left at the end is unknown and refused. */
final class StatementFields {
  /** Longest text of a field, in UTF-16 code units. */
  static final int TEXT_CHARACTERS_MAX = 512;

  private final Map<String, Json> left;

  private StatementFields(Json json) {
    if (!(json instanceof Json.Obj(var members))) {
      throw new IllegalArgumentException("not an object");
    }
    this.left = new TreeMap<>(members);
  }

  static StatementFields read(byte[] canonical) {
    return new StatementFields(CanonicalJson.parse(canonical));
  }

  String text(String key) {
    if (left.remove(key) instanceof Json.Str(String value)
        && value.length() <= TEXT_CHARACTERS_MAX
        && value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return value;
    }
    throw new IllegalArgumentException(key + " is missing or no plain text");
  }

  long integer(String key) {
    if (left.remove(key) instanceof Json.Int(long value) && value >= 0) {
      return value;
    }
    throw new IllegalArgumentException(key + " is missing or no whole number of 0 or more");
  }

  Sha256 hash(String key) {
    return new Sha256(text(key));
  }

  Environment environment(String key) {
    String text = text(key);
    for (Environment environment : Environment.values()) {
      if (environment.text().equals(text)) {
        return environment;
      }
    }
    throw new IllegalArgumentException(key + " is development or production");
  }

  StatementFields object(String key) {
    Json value = left.remove(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return new StatementFields(value);
  }

  List<StatementFields> objects(String key) {
    if (!(left.remove(key) instanceof Json.Arr(var elements))) {
      throw new IllegalArgumentException(key + " is missing or no list");
    }
    List<StatementFields> objects = new ArrayList<>();
    elements.forEach(element -> objects.add(new StatementFields(element)));
    return objects;
  }

  /** Refuses what nobody asked for. */
  void mustBeRead() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("unknown member, " + left.size() + " in all");
    }
  }
}

package dev.glovebox.host.report.page;

import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An object of a run's files, read leniently: what is absent or of another type is empty. */
record Members(Json.Obj object) {
  static final Members NONE = new Members(new Json.Obj(new TreeMap<>()));

  /** Returns a text; numbers and truth values as text too. */
  Optional<String> text(String name) {
    return Optional.ofNullable(object.members().get(name)).flatMap(Members::scalar);
  }

  /** Returns a text, or the empty one, as what others wrote. */
  UntrustedText theirs(String name) {
    return new UntrustedText(text(name).orElse(""));
  }

  OptionalLong whole(String name) {
    return object.members().get(name) instanceof Json.Int(long value)
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }

  Optional<BigDecimal> decimal(String name) {
    try {
      return object.members().get(name) instanceof Json.Str(String value)
          ? Optional.of(Decimals.parse(value))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isTrue(String name) {
    return object.members().get(name) instanceof Json.Bool(boolean value) && value;
  }

  Members in(String name) {
    return object.members().get(name) instanceof Json.Obj inner ? new Members(inner) : NONE;
  }

  List<Json> list(String name) {
    return object.members().get(name) instanceof Json.Arr(List<Json> elements)
        ? elements
        : List.of();
  }

  /** Returns the objects of a list. */
  List<Members> objects(String name) {
    return list(name).stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .map(Members::new)
        .toList();
  }

  /** Returns the texts of a list. */
  List<UntrustedText> texts(String name) {
    return list(name).stream()
        .flatMap(one -> scalar(one).stream())
        .map(UntrustedText::new)
        .toList();
  }

  /** Returns every scalar below, by its dotted path, sorted. */
  Map<String, String> flat() {
    Map<String, String> flat = new TreeMap<>();
    flatten("", object, flat);
    return flat;
  }

  private static void flatten(String path, Json value, Map<String, String> to) {
    switch (value) {
      case Json.Obj(var members) ->
          members.forEach(
              (name, inner) -> flatten(path.isEmpty() ? name : path + "." + name, inner, to));
      case Json.Arr(List<Json> elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          flatten(path + "[" + i + "]", elements.get(i), to);
        }
      }
      case Json.Str(String text) -> to.put(path, text);
      case Json.Int(long number) -> to.put(path, Long.toString(number));
      case Json.Bool(boolean truth) -> to.put(path, Boolean.toString(truth));
      case Json.Null() -> to.put(path, Figures.NONE);
    }
  }

  private static Optional<String> scalar(Json value) {
    return switch (value) {
      case Json.Str(String text) -> Optional.of(text);
      case Json.Int(long number) -> Optional.of(Long.toString(number));
      case Json.Bool(boolean truth) -> Optional.of(Boolean.toString(truth));
      case Json.Null(), Json.Obj(_), Json.Arr(_) -> Optional.empty();
    };
  }
}

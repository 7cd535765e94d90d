package dev.glovebox.worker.java;

import dev.glovebox.proto.worker.v1.Parameter;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.guest.ParameterText;
import dev.glovebox.worker.guest.Texts;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a strategy: those of its constructor, with their defaults. */
final class Parameters {
  private static final int SHOWN_CHARS_MAX = 80;
  private static final int NAMES_SHOWN_MAX = 20;

  private Parameters() {}

  /** A parameter is unknown, or its text cannot be converted. */
  @SuppressWarnings("serial") // never serialized
  static final class InvalidException extends Exception {
    InvalidException(String why) {
      super(why, null, false, false);
    }
  }

  /** Returns the values in force by name, in order of declaration. */
  static Map<String, Object> of(Blueprint strategy, List<Parameter> given)
      throws Blueprint.ShapeException, InvalidException {
    Constructor<?> constructor = strategy.constructor();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Class<?>> types = new LinkedHashMap<>();
    for (java.lang.reflect.Parameter parameter : constructor.getParameters()) {
      types.put(parameter.getName(), parameter.getType());
      values.put(parameter.getName(), standard(strategy.name(), parameter));
    }
    for (Parameter chosen : given) {
      Class<?> type = types.get(chosen.getName());
      if (type == null) {
        String names = String.join(", ", types.keySet().stream().limit(NAMES_SHOWN_MAX).toList());
        throw new InvalidException(
            "unknown parameter '"
                + cut(chosen.getName())
                + "'; "
                + strategy.name()
                + " has "
                + (names.isEmpty() ? "none" : names));
      }
      try {
        values.put(chosen.getName(), ParameterText.value(type, chosen.getValue()));
      } catch (IllegalArgumentException e) {
        throw new InvalidException(
            "parameter '"
                + chosen.getName()
                + "' wants "
                + type.getSimpleName()
                + ", got '"
                + cut(chosen.getValue())
                + "'");
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static Object standard(String strategy, java.lang.reflect.Parameter parameter)
      throws Blueprint.ShapeException {
    String shown = "parameter '" + parameter.getName() + "' of " + strategy;
    if (!parameter.isNamePresent()) {
      throw new Blueprint.ShapeException(shown + " has lost its name: prepare it again");
    }
    Default standard = parameter.getAnnotation(Default.class);
    String type = parameter.getType().getSimpleName();
    if (!isTaken(parameter.getType())) {
      throw new Blueprint.ShapeException(
          shown + " is a " + type + "; int, long, double, boolean and String are taken");
    }
    if (standard == null) {
      throw new Blueprint.ShapeException(
          shown + " needs a default: @Default(\"10\") " + type + " " + parameter.getName());
    }
    try {
      return ParameterText.value(parameter.getType(), standard.value());
    } catch (IllegalArgumentException e) {
      throw new Blueprint.ShapeException(
          shown + " has a default that is no " + type + ": \"" + cut(standard.value()) + "\"");
    }
  }

  private static boolean isTaken(Class<?> type) {
    return type == int.class
        || type == long.class
        || type == double.class
        || type == boolean.class
        || type == String.class;
  }

  private static String cut(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX);
  }

  /** What the host is told of the values in force. */
  static List<ParameterValue> told(Map<String, Object> values) {
    List<ParameterValue> told = new ArrayList<>();
    values.forEach((name, value) ->
        told.add(
            ParameterValue.newBuilder()
                .setName(Texts.cut(name, Texts.NAME_BYTES_MAX))
                .setType(ParameterText.type(value))
                .setValue(Texts.cut(ParameterText.text(value), Texts.VALUE_BYTES_MAX))
                .build()));
    return told;
  }
}

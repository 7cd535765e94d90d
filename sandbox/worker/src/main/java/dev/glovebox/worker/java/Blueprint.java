package dev.glovebox.worker.java;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Bars;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The strategy's class: which hook it has, and how one is made.
 *
 * @param name simple name of the class
 * @param bySet true if it has {@code onBars} and not {@code onBar}
 */
record Blueprint(String name, boolean bySet, Constructor<?> constructor) {
  private static final List<String> OTHER_HOOKS =
      List.of("on_bar", "next", "onData", "handleData", "onTick", "onCandle", "run", "execute");

  /** The class is not what a strategy is. */
  @SuppressWarnings("serial") // never serialized
  static final class ShapeException extends Exception {
    ShapeException(String why) {
      super(why, null, false, false);
    }
  }

  static Blueprint of(Class<?> found) throws ShapeException {
    boolean byBar = has(found, "onBar", Bar.class);
    boolean bySet = has(found, "onBars", Bars.class);
    if (byBar == bySet) {
      throw new ShapeException(
          found.getSimpleName()
              + (byBar
                  ? " defines both onBar and onBars; one is wanted"
                  : " defines neither onBar(Context ctx, Bar bar) nor onBars(Context ctx, Bars"
                      + " bars)"
                      + otherHook(found)));
    }
    Constructor<?>[] constructors = found.getDeclaredConstructors();
    if (constructors.length != 1) {
      throw new ShapeException(
          found.getSimpleName()
              + " has "
              + constructors.length
              + " constructors; exactly one is wanted: its parameters are the strategy's");
    }
    constructors[0].setAccessible(true);
    return new Blueprint(found.getSimpleName(), bySet, constructors[0]);
  }

  private static boolean has(Class<?> found, String hook, Class<?> parameter)
      throws ShapeException {
    try {
      return found.getMethod(hook, Context.class, parameter).getDeclaringClass() != Strategy.class;
    } catch (NoSuchMethodException e) {
      throw new ShapeException(found.getSimpleName() + " does not extend Strategy");
    }
  }

  private static String otherHook(Class<?> found) {
    List<String> own = Arrays.stream(found.getDeclaredMethods()).map(Method::getName).toList();
    if (own.contains("onBar") || own.contains("onBars")) {
      return "; instead: give the hook exactly these parameters";
    }
    return OTHER_HOOKS.stream()
        .filter(own::contains)
        .findFirst()
        .map(name -> "; instead: rename " + name + " to onBar(Context ctx, Bar bar)")
        .orElse("");
  }

  /** Makes a strategy. Throws what its constructor throws. */
  Strategy make(Map<String, Object> parameters) throws Throwable {
    try {
      return (Strategy) constructor.newInstance(parameters.values().toArray());
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      throw thrown == null ? e : thrown;
    }
  }
}

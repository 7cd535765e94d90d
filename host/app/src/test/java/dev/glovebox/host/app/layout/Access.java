package dev.glovebox.host.app.layout;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Accesses that a rule forbids; method references count like calls. */
final class Access {
  private static final Set<String> FLOATING =
      Set.of("float", "double", "F", "D", "java.lang.Float", "java.lang.Double");

  /** Type to the methods of it that look at a clock; those with an argument are judged by it. */
  private static final Map<String, Set<String>> TIME =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.util.Calendar", Set.of("getInstance"),
          "java.time.InstantSource", Set.of("system"),
          "java.time.Clock",
              Set.of(
                  "system",
                  "systemUTC",
                  "systemDefaultZone",
                  "tickMillis",
                  "tickSeconds",
                  "tickMinutes"));

  private static final Map<String, Set<String>> PROCESS =
      Map.of("java.lang.ProcessBuilder", Set.of(), "java.lang.Runtime", Set.of("exec"));

  private static final Map<String, Set<String>> EXIT =
      Map.of("java.lang.System", Set.of("exit"), "java.lang.Runtime", Set.of("exit", "halt"));

  private static final Map<String, Set<String>> ENVIRONMENT =
      Map.of("java.lang.System", Set.of("getenv", "getProperty", "getProperties"));

  private static final Map<String, Set<String>> REFLECTION =
      Map.of(
          "java.lang.Class", Set.of("forName", "newInstance"),
          "java.lang.ClassLoader", Set.of("loadClass", "defineClass"),
          "java.net.URLClassLoader", Set.of(),
          "java.lang.invoke.MethodHandles", Set.of("privateLookupIn"),
          "java.lang.reflect.AccessibleObject", Set.of("setAccessible", "trySetAccessible"),
          "java.lang.reflect.Method", Set.of("setAccessible", "trySetAccessible"),
          "java.lang.reflect.Field", Set.of("setAccessible", "trySetAccessible"),
          "java.lang.reflect.Constructor", Set.of("setAccessible", "trySetAccessible"));

  private Access() {}

  static DescribedPredicate<JavaAccess<?>> readsTime() {
    return describe(
        "reads a clock",
        access ->
            anyOf(TIME).test(access) || readsTimeByNow(access) || isNew(access, "java.util.Date"));
  }

  static DescribedPredicate<JavaAccess<?>> startsProcess() {
    return describe("starts a process", anyOf(PROCESS));
  }

  static DescribedPredicate<JavaAccess<?>> endsProcess() {
    return describe("ends the process", anyOf(EXIT));
  }

  static DescribedPredicate<JavaAccess<?>> readsEnvironment() {
    return describe("reads the environment", anyOf(ENVIRONMENT));
  }

  static DescribedPredicate<JavaAccess<?>> reachesBehindTheCompiler() {
    return describe("loads by name or opens what is private", anyOf(REFLECTION));
  }

  static DescribedPredicate<JavaAccess<?>> constructs(String type) {
    return describe(
        "constructs " + type,
        access ->
            access.getTargetOwner().getName().equals(type) && access.getName().equals("<init>"));
  }

  /** Names a constant of the enum {@code type}: to compare with it, or to make one. */
  static DescribedPredicate<JavaAccess<?>> namesConstantOf(String type) {
    return describe(
        "names a constant of " + type,
        access ->
            access.getTargetOwner().getName().equals(type)
                && access.getTarget() instanceof AccessTarget.FieldAccessTarget);
  }

  /** Switches over the enum {@code type} or asks for the order: carrying a value is no choice. */
  static DescribedPredicate<JavaAccess<?>> choosesBy(String type) {
    Set<String> questions = Set.of("values", "ordinal", "compareTo");
    return describe(
        "chooses by " + type,
        access ->
            access.getTargetOwner().getName().equals(type) && questions.contains(access.getName()));
  }

  /** A call that takes or returns a float or double: most of all the conversions to one. */
  static DescribedPredicate<JavaAccess<?>> passesFloatingPoint() {
    return describe(
        "passes floating point",
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget target
                && (isFloating(target.getRawReturnType())
                    || target.getRawParameterTypes().stream().anyMatch(Access::isFloating)));
  }

  static ArchCondition<JavaClass> declareFloatingPoint() {
    return new ArchCondition<>("declare floating point") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          report(events, field, isFloating(field.getRawType()), field.getDescription());
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          boolean floating =
              isFloating(unit.getRawReturnType())
                  || unit.getRawParameterTypes().stream().anyMatch(Access::isFloating);
          report(events, unit, floating, unit.getDescription());
        }
      }

      private void report(ConditionEvents events, Object where, boolean floating, String what) {
        events.add(new SimpleConditionEvent(where, floating, what + " has floating point"));
      }
    };
  }

  static boolean isBouncyCastle(JavaClass type) {
    return type.getPackageName().startsWith("org.bouncycastle");
  }

  /**
   * The name of {@code type} or, for an array, of what it holds: a letter for a primitive, as in
   * class files. Works on the name because the types of libraries are not read.
   */
  static String elementName(JavaClass type) {
    String name = type.getName();
    int dimensions = name.lastIndexOf('[') + 1;
    if (dimensions == 0) {
      return name;
    }
    return name.endsWith(";")
        ? name.substring(dimensions + 1, name.length() - 1)
        : name.substring(dimensions);
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(elementName(type));
  }

  /**
   * True for {@code now()} of java.time, whatever the zone; with a Clock the caller gave, false.
   */
  private static boolean readsTimeByNow(JavaAccess<?> access) {
    return access.getName().equals("now")
        && access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
  }

  private static boolean isNew(JavaAccess<?> access, String type) {
    return access.getTargetOwner().getName().equals(type)
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getName().equals("<init>")
        && target.getRawParameterTypes().isEmpty();
  }

  /** True for the methods named; an empty set stands for every member of the type. */
  private static Predicate<JavaAccess<?>> anyOf(Map<String, Set<String>> forbidden) {
    return access -> {
      Set<String> names = forbidden.get(access.getTargetOwner().getName());
      return names != null && (names.isEmpty() || names.contains(access.getName()));
    };
  }

  private static DescribedPredicate<JavaAccess<?>> describe(
      String what, Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(what, test);
  }
}

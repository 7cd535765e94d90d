package dev.glovebox.classes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the positive list from the policy, this JDK and the strategy API. */
final class PolicyReading {
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> NEVER =
      Set.of(
          "describeConstable",
          "resolveConstantDesc",
          "isParallel",
          "printStackTrace",
          "getStackTrace",
          "setStackTrace",
          "fillInStackTrace",
          "finalize",
          "getClass");
  private static final Set<String> WITH_CLASS =
      Set.of(
          "java/lang/Enum.valueOf(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;",
          "java/util/EnumMap.<init>(Ljava/lang/Class;)V",
          "java/util/EnumSet.noneOf(Ljava/lang/Class;)Ljava/util/EnumSet;",
          "java/util/EnumSet.allOf(Ljava/lang/Class;)Ljava/util/EnumSet;");

  private final Map<String, PolicyLine> policy = new TreeMap<>();
  private final Set<String> lines = new TreeSet<>();

  /** The list's text. */
  static String of(Path file) throws IOException, ClassNotFoundException {
    PolicyReading reading = new PolicyReading();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        reading.add(PolicyLine.parse(line));
      }
    }
    for (PolicyLine line : reading.policy.values()) {
      reading.list(line);
    }
    for (PolicyLine line : reading.policy.values()) {
      reading.withhold(line);
    }
    return "# Made from src/main/policy/policy.txt by AllowListTest; not written by hand.\n"
        + String.join("\n", reading.lines)
        + "\n";
  }

  private void add(PolicyLine line) throws IOException {
    if (!line.name().endsWith(".*")) {
      policy.put(line.name(), line);
      return;
    }
    String folder = line.name().substring(0, line.name().length() - 2);
    for (String simple : classesIn(folder)) {
      policy.putIfAbsent(folder + "." + simple, line.named(folder + "." + simple));
    }
  }

  private static List<String> classesIn(String name) throws IOException {
    String inside = name.replace('.', '/');
    if (name.startsWith("java.")) {
      FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
      return classesIn(runtime.getPath("modules", "java.base", inside));
    }
    Path origin = origin();
    if (Files.isDirectory(origin)) {
      return classesIn(origin.resolve(inside));
    }
    try (FileSystem jar = FileSystems.newFileSystem(origin)) {
      return classesIn(jar.getPath(inside));
    }
  }

  private static Path origin() {
    try {
      return Path.of(
          Class.forName("dev.glovebox.strategy.Strategy")
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> classesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void list(PolicyLine line) throws ClassNotFoundException {
    Class<?> type = Class.forName(line.name(), false, PolicyReading.class.getClassLoader());
    if (!Modifier.isPublic(type.getModifiers())) {
      policyFault(line, "is not public");
      return;
    }
    Set<String> words = new TreeSet<>(line.words());
    if (type.isEnum()) {
      words.add("enum");
    }
    if (!type.isInterface()) {
      words.remove("implementable");
    }
    lines.add(("class " + internal(type) + " " + String.join(" ", words)).strip());
    boolean extendable = words.contains("extendable");
    for (Constructor<?> made : type.getDeclaredConstructors()) {
      boolean open = !made.isSynthetic() && isOpen(made.getModifiers(), extendable);
      if (open && !(Modifier.isAbstract(type.getModifiers()) && !extendable)) {
        member(line, type, made, "<init>", "V");
      }
    }
    for (Method method : methods(type, extendable)) {
      member(line, type, method, method.getName(), method.getReturnType().descriptorString());
    }
    for (Field field : type.getFields()) {
      String descriptor = field.getType().descriptorString();
      if (line.takes(field.getName(), ":" + descriptor)
          && field.getType() != Class.class
          && isListed(descriptor)) {
        lines.add(internal(type) + "." + field.getName() + ":" + descriptor);
      }
    }
  }

  // What the classes have that may be extended or implemented, and no line above lists.
  private void withhold(PolicyLine line) throws ClassNotFoundException {
    if (!line.words().contains("extendable") && !line.words().contains("implementable")) {
      return;
    }
    Class<?> type = Class.forName(line.name(), false, PolicyReading.class.getClassLoader());
    List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      methods.addAll(List.of(at.getDeclaredMethods()));
    }
    for (Method method : methods) {
      String descriptor = descriptor(method, method.getReturnType().descriptorString());
      boolean inherited = isOpen(method.getModifiers(), true);
      if (inherited
          && !Modifier.isStatic(method.getModifiers())
          && isListed(descriptor)
          && !(method.isBridge() && isCovariant(methods, method))
          && !lines.contains(internal(type) + "." + method.getName() + descriptor)) {
        lines.add("withheld " + method.getName() + descriptor);
      }
    }
  }

  // A package's own types that are not public are no mistake; a named one is.
  private void policyFault(PolicyLine line, String why) {
    if (!line.name().startsWith("dev.glovebox.")) {
      throw new IllegalStateException(line.name() + " " + why);
    }
  }

  private static boolean isOpen(int modifiers, boolean extendable) {
    return Modifier.isPublic(modifiers) || (extendable && Modifier.isProtected(modifiers));
  }

  private static List<Method> methods(Class<?> type, boolean extendable) {
    List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
    if (extendable) {
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        Arrays.stream(at.getDeclaredMethods())
            .filter(method -> Modifier.isProtected(method.getModifiers()))
            .forEach(methods::add);
      }
    }
    return methods.stream()
        .filter(method -> !method.isBridge() || !isCovariant(methods, method))
        .filter(method ->
            method.getDeclaringClass() != Object.class || OF_OBJECT.contains(method.getName()))
        .toList();
  }

  private static boolean isCovariant(List<Method> methods, Method bridge) {
    return methods.stream()
        .anyMatch(method ->
            !method.isBridge()
                && method.getName().equals(bridge.getName())
                && Arrays.equals(method.getParameterTypes(), bridge.getParameterTypes()));
  }

  private void member(
      PolicyLine line, Class<?> type, Executable member, String name, String returned) {
    String descriptor = descriptor(member, returned);
    String entry = internal(type) + "." + name + descriptor;
    Deprecated deprecated = member.getAnnotation(Deprecated.class);
    boolean clock = type.getName().startsWith("java.time.") && name.equals("now");
    boolean listed =
        WITH_CLASS.contains(entry)
            || (!descriptor.contains("Ljava/lang/Class;") && isListed(descriptor));
    if (line.takes(name, descriptor)
        && !NEVER.contains(name)
        && !name.startsWith("parallel")
        && !clock
        && (deprecated == null || !deprecated.forRemoval())
        && listed) {
      lines.add(entry);
    }
  }

  private static String descriptor(Executable member, String returned) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> parameter : member.getParameterTypes()) {
      descriptor.append(parameter.descriptorString());
    }
    return descriptor.append(')').append(returned).toString();
  }

  private boolean isListed(String descriptor) {
    return Descriptors.classes(descriptor).orElseThrow().stream()
        .allMatch(name -> policy.containsKey(name.replace('/', '.')));
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}

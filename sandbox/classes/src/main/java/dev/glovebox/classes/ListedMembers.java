package dev.glovebox.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The positive list by class and name, for readers of source: they know names, and descriptors only
 * in part. Immutable.
 */
public final class ListedMembers {
  private static final ListedMembers STANDARD = new ListedMembers(AllowList.standard());

  private final AllowList list;
  private final Map<String, Map<String, List<String>>> methods = new TreeMap<>();
  private final Map<String, Map<String, String>> fields = new TreeMap<>();
  private final TreeMap<String, TreeSet<String>> bySimpleName = new TreeMap<>();

  private ListedMembers(AllowList list) {
    this.list = list;
    for (String method : new TreeSet<>(list.methods())) {
      int open = method.indexOf('(');
      int dot = method.lastIndexOf('.', open);
      methods
          .computeIfAbsent(method.substring(0, dot), _ -> new TreeMap<>())
          .computeIfAbsent(method.substring(dot + 1, open), _ -> new ArrayList<>())
          .add(method.substring(open));
    }
    for (String field : list.fields()) {
      int colon = field.indexOf(':');
      int dot = field.lastIndexOf('.', colon);
      fields
          .computeIfAbsent(field.substring(0, dot), _ -> new TreeMap<>())
          .put(field.substring(dot + 1, colon), field.substring(colon + 1));
    }
    for (String name : list.classes()) {
      int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('$'));
      bySimpleName.computeIfAbsent(name.substring(cut + 1), _ -> new TreeSet<>()).add(name);
    }
  }

  /** Those of the list of this build. */
  public static ListedMembers standard() {
    return STANDARD;
  }

  /** Whether a candidate may name the class, by its internal name. */
  public boolean hasClass(String name) {
    return list.hasClass(name);
  }

  /** Whether the class is a listed enum. */
  public boolean isEnum(String name) {
    return list.isEnum(name);
  }

  /** Whether a candidate's class may have {@code name} as its superclass. */
  public boolean isExtendable(String name) {
    return list.isExtendable(name);
  }

  /** Whether a candidate's class may implement {@code name}. */
  public boolean isImplementable(String name) {
    return list.isImplementable(name);
  }

  /** Whether a candidate may catch {@code name}. */
  public boolean isCatchable(String name) {
    return list.isCatchable(name);
  }

  /** Descriptors of the listed methods of a class by name; constructors are {@code <init>}. */
  public Map<String, List<String>> methods(String owner) {
    return methods.getOrDefault(owner, Map.of());
  }

  /** Descriptors of the listed fields of a class by name. */
  public Map<String, String> fields(String owner) {
    return fields.getOrDefault(owner, Map.of());
  }

  /** Every listed class, by internal name. */
  public NavigableSet<String> classes() {
    return new TreeSet<>(list.classes());
  }

  /** Listed classes called {@code simple}, by internal name. */
  public Set<String> called(String simple) {
    return bySimpleName.getOrDefault(simple, new TreeSet<>());
  }

  /** Simple names of all listed classes. */
  public NavigableSet<String> simpleNames() {
    return new TreeSet<>(bySimpleName.navigableKeySet());
  }

  /** What to write instead of a class or member that is not listed; empty if nothing is known. */
  public static String hint(String reference) {
    String hint = Hints.of(reference);
    return hint.isEmpty() ? "" : hint.substring(2);
  }
}

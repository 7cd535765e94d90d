package dev.glovebox.classes;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds which of a candidate's classes is the strategy. */
public final class StrategyClass {
  private StrategyClass() {}

  /**
   * Internal name of the one top-level, public, concrete class below Strategy that no other
   * extends.
   *
   * @param classes as a compiler wrote them
   * @throws ClassesRefusedException if there is none, or more than one
   */
  public static String of(Map<String, byte[]> classes) {
    Map<String, String> parents = new TreeMap<>();
    List<String> found = new ArrayList<>();
    Map<String, ClassModel> models = new TreeMap<>();
    classes.forEach((name, bytes) -> models.put(name, ClassFile.of().parse(bytes)));
    models.forEach((name, model) ->
        parents.put(name, model.superclass().map(ClassEntry::asInternalName).orElse("")));
    models.forEach((name, model) -> {
      boolean concrete =
          model.flags().has(AccessFlag.PUBLIC)
              && !model.flags().has(AccessFlag.ABSTRACT)
              && model.findAttribute(Attributes.nestHost()).isEmpty();
      if (concrete && isBelow(parents, name) && !parents.containsValue(name)) {
        found.add(name);
      }
    });
    if (found.size() != 1) {
      throw new ClassesRefusedException(
          ClassDefect.ofArchive(
              ClassCode.JAVA_STRATEGY_CLASS,
              "write exactly one public top-level class that extends Strategy; here are "
                  + found.size()));
    }
    return found.getFirst();
  }

  private static boolean isBelow(Map<String, String> parents, String name) {
    String at = name;
    for (int i = 0; i <= parents.size() && !at.isEmpty(); i++) {
      if (at.equals(ClassVerifier.STRATEGY)) {
        return true;
      }
      at = parents.getOrDefault(at, "");
    }
    return false;
  }
}

package dev.glovebox.classes;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes every method count its steps: one at its entry, one at each handler, one before each jump
 * back. Functions of Math that may differ between machines become those of StrictMath, and an
 * assertion finds that assertions are off.
 *
 * <p>Deterministic. The compiler's own stack maps are kept: what is put in leaves the stack as it
 * was, so no map has to be made and none can be made wrong. Constant pools are written anew,
 * without what nothing uses.
 */
public final class FuelTransform {
  private static final ClassFile FILES =
      ClassFile.of(
          ClassFile.StackMapsOption.DROP_STACK_MAPS,
          ClassFile.ConstantPoolSharingOption.NEW_POOL,
          ClassFile.DeadCodeOption.KEEP_DEAD_CODE,
          ClassFile.ShortJumpsOption.FAIL_ON_SHORT_JUMPS);

  private FuelTransform() {}

  /**
   * Transforms classes that were verified as {@link Stage#COMPILED}.
   *
   * @throws ClassesRefusedException if a class outgrows a cap
   */
  public static PreparedClasses transform(PreparedClasses compiled) {
    Map<String, byte[]> metered = new TreeMap<>();
    compiled.classes().forEach((name, bytes) -> metered.put(name, transform(name, bytes)));
    return PreparedClasses.of(compiled.listSha256(), compiled.strategy(), metered);
  }

  private static byte[] transform(String name, byte[] bytes) {
    try {
      return FILES.transformClass(FILES.parse(bytes), FuelTransform::element);
    } catch (IllegalArgumentException e) {
      // A jump that no longer reaches; bodies of that size are far from ordinary.
      throw new ClassesRefusedException(
          new ClassDefect(
              ClassCode.JAVA_CLASS_TOO_LARGE, name, 0, "a method is too large: split it"));
    }
  }

  private static void element(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method && method.code().isPresent()) {
      builder.transformMethod(
          method,
          (to, part) -> {
            if (part instanceof CodeModel code) {
              to.withCode(body -> new MeteredCode(code).write(body));
            } else {
              to.with(part);
            }
          });
    } else {
      builder.with(element);
    }
  }
}

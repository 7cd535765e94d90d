package dev.glovebox.fuzz;

import dev.glovebox.classes.AllowList;
import dev.glovebox.classes.ClassCode;
import dev.glovebox.classes.ClassDefect;
import dev.glovebox.classes.ClassLimits;
import dev.glovebox.classes.ClassVerifier;
import dev.glovebox.classes.ClassesRefusedException;
import dev.glovebox.classes.FuelTransform;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.classes.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An archive, or one class file, into the verifier of Java: defects with a sentence, the same
 * twice; or none, and then the transform gives the same form twice, which is taken as prepared.
 */
public final class ClassesTarget {
  private static final ClassVerifier VERIFIER = new ClassVerifier();

  private ClassesTarget() {}

  /** Verifies {@code data}. */
  public static void fuzzerTestOneInput(byte[] data) {
    PreparedClasses classes;
    try {
      classes = data.length > 4 && data[0] == 'G' ? PreparedClasses.decode(data) : one(data);
    } catch (ClassesRefusedException e) {
      Checks.require(!e.defect().message().isEmpty(), "a refusal without a sentence");
      return;
    }
    List<ClassDefect> defects = VERIFIER.verify(classes, Stage.COMPILED);
    Checks.require(
        defects.equals(VERIFIER.verify(classes, Stage.COMPILED)), "another verdict the next time");
    Checks.require(defects.size() <= ClassLimits.DEFECTS_MAX, "more defects than are told");
    Checks.require(
        defects.stream().noneMatch(defect -> defect.message().isEmpty()),
        "a defect without a sentence");
    if (defects.isEmpty()) {
      transformed(classes);
    }
  }

  private static PreparedClasses one(byte[] data) {
    return PreparedClasses.of(AllowList.standard().sha256(), "A", Map.of("A", data));
  }

  private static void transformed(PreparedClasses classes) {
    try {
      PreparedClasses form = FuelTransform.transform(classes);
      Checks.require(
          Arrays.equals(form.encode(), FuelTransform.transform(classes).encode()),
          "another form the next time");
      List<ClassDefect> left = VERIFIER.verify(form, Stage.PREPARED);
      Checks.require(
          left.stream().noneMatch(defect -> defect.code() == ClassCode.JAVA_METER),
          "steps that the transform did not count");
    } catch (ClassesRefusedException e) {
      Checks.require(!e.defect().message().isEmpty(), "a refusal without a sentence");
    }
  }

  /** Sound class files and archives: this one's own, and one made small. */
  static List<byte[]> seeds() {
    byte[] small =
        java.lang.classfile.ClassFile.of()
            .build(
                java.lang.constant.ClassDesc.of("A"),
                to ->
                    to.withVersion(69, 0)
                        .withFlags(1)
                        .withSuperclass(
                            java.lang.constant.ClassDesc.of("dev.glovebox.strategy.Strategy"))
                        .withMethodBody(
                            "f",
                            java.lang.constant.MethodTypeDesc.ofDescriptor("(I)I"),
                            1,
                            code -> code.iload(1).iconst_1().iadd().ireturn()));
    return List.of(small, one(small).encode(), FuelTransform.transform(one(small)).encode());
  }
}

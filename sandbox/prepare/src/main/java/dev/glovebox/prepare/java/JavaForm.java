package dev.glovebox.prepare.java;

import dev.glovebox.classes.AllowList;
import dev.glovebox.classes.ClassDefect;
import dev.glovebox.classes.ClassVerifier;
import dev.glovebox.classes.ClassesRefusedException;
import dev.glovebox.classes.FuelTransform;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.classes.Stage;
import dev.glovebox.classes.StrategyClass;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.util.List;
import java.util.Map;

/**
 * Makes the classes that a worker loads: compiled, verified, with their steps counted, and verified
 * again.
 *
 * <p>Deterministic: the same bytes give the same form in every process. Analysis plays no part.
 */
public final class JavaForm {
  private final ClassVerifier verifier = new ClassVerifier();

  /** Prepares with the positive list of this build. */
  public JavaForm() {}

  /**
   * Prepares submitted bytes.
   *
   * @throws SourceRefusedException with the first reason found
   */
  public PreparedClasses prepare(byte[] source) {
    Map<String, byte[]> classes = JavaCompilation.compile(JavaText.checked(source));
    try {
      String strategy = StrategyClass.of(classes);
      PreparedClasses compiled =
          PreparedClasses.of(AllowList.standard().sha256(), strategy, classes);
      require(compiled, Stage.COMPILED);
      PreparedClasses prepared = FuelTransform.transform(compiled);
      require(prepared, Stage.PREPARED);
      return prepared;
    } catch (ClassesRefusedException e) {
      throw refused(e.defect());
    }
  }

  private void require(PreparedClasses classes, Stage stage) {
    List<ClassDefect> defects = verifier.verify(classes, stage);
    if (!defects.isEmpty()) {
      throw refused(defects.getFirst());
    }
  }

  private static SourceRefusedException refused(ClassDefect defect) {
    return new SourceRefusedException(
        new Refusal(RefusalCode.valueOf(defect.code().name()), defect.message(), defect.line(), 0));
  }
}

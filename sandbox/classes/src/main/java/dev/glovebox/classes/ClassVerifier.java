package dev.glovebox.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides whether class files may be loaded.
 *
 * <p>Deny by default: each entry of each constant pool, each instruction, attribute and handler is
 * known and names only what the candidate defines or the positive list holds. That instructions fit
 * together is the JVM's own verifier's business, which runs at every load.
 *
 * <p>The verdict is a function of the bytes: nothing is loaded, resolved or remembered.
 * Thread-safe.
 */
public final class ClassVerifier {
  /** Internal name of what the strategy extends. */
  public static final String STRATEGY = "dev/glovebox/strategy/Strategy";

  private final AllowList list;

  /** Verifies against the list of this build. */
  public ClassVerifier() {
    this(AllowList.standard());
  }

  /** Verifies against {@code list}. */
  public ClassVerifier(AllowList list) {
    this.list = list;
  }

  /**
   * What is wrong with the classes, the first few defects; empty if they may be loaded. Never
   * throws, whatever the bytes are.
   */
  public List<ClassDefect> verify(PreparedClasses classes, Stage stage) {
    Defects defects = new Defects();
    if (!classes.listSha256().equals(list.sha256())) {
      defects.add(
          ClassCode.JAVA_LIST_DIFFERS, "made under another positive list: prepare it again");
      return defects.list();
    }
    Map<String, ClassModel> models = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : classes.classes().entrySet()) {
      defects.enter(entry.getKey());
      try {
        models.put(entry.getKey(), ClassFile.of().parse(entry.getValue()));
      } catch (RuntimeException e) {
        defects.add(ClassCode.JAVA_CLASS_MALFORMED, "not a class file");
      }
    }
    if (defects.list().isEmpty()) {
      verify(classes, models, stage, defects);
    }
    return defects.list();
  }

  // What is malformed is found wherever it is first read, and how deep a reader's stack was then
  // must not decide: nothing here recurses with the input.
  private void verify(
      PreparedClasses classes, Map<String, ClassModel> models, Stage stage, Defects defects) {
    Candidate candidate;
    try {
      candidate = new Candidate(list, models);
    } catch (RuntimeException e) {
      defects.add(ClassCode.JAVA_CLASS_MALFORMED, "not a class file");
      return;
    }
    models.forEach((name, model) -> {
      defects.enter(name);
      try {
        verify(candidate, name, model, stage, defects);
      } catch (RuntimeException e) {
        defects.add(ClassCode.JAVA_CLASS_MALFORMED, "not a class file");
      }
    });
    if (defects.list().isEmpty()) {
      strategy(candidate, classes.strategy(), models, defects);
    }
  }

  private static void verify(
      Candidate candidate, String name, ClassModel model, Stage stage, Defects defects) {
    References references = new References(candidate, stage);
    BootstrapCheck bootstraps = new BootstrapCheck(candidate, references, defects, model);
    AttributeCheck attributes = new AttributeCheck(candidate, references, bootstraps, defects);
    new ShapeCheck(candidate, defects).check(name, model);
    CodeCheck code = new CodeCheck(candidate, references, stage, defects, model);
    for (MethodModel method : model.methods()) {
      code.check(method);
      attributes.check(method);
    }
    for (FieldModel field : model.fields()) {
      attributes.check(field);
    }
    attributes.check(model);
    new PoolCheck(references, bootstraps, stage, defects).check(model);
  }

  private static void strategy(
      Candidate candidate, String strategy, Map<String, ClassModel> models, Defects defects) {
    defects.enter(strategy);
    ClassModel model = models.get(strategy);
    boolean fits =
        model != null
            && model.flags().has(AccessFlag.PUBLIC)
            && !model.flags().has(AccessFlag.ABSTRACT)
            && !model.flags().has(AccessFlag.INTERFACE)
            && candidate.isBelow(strategy, STRATEGY);
    if (!fits) {
      defects.add(
          ClassCode.JAVA_STRATEGY_CLASS, "the strategy is a public class that extends Strategy");
    }
  }
}

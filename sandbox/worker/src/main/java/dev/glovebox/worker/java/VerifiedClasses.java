package dev.glovebox.worker.java;

import dev.glovebox.classes.AllowList;
import dev.glovebox.classes.ClassDefect;
import dev.glovebox.classes.ClassVerifier;
import dev.glovebox.classes.ClassesRefusedException;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.classes.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verifies as the preparation did: the same verifier, the same positive list. */
public final class VerifiedClasses implements Verification {
  private final AllowList list = AllowList.standard();
  private final ClassVerifier verifier = new ClassVerifier(list);

  /** Verifies against the list of this build. */
  public VerifiedClasses() {}

  @Override
  public Candidate verified(byte[] form) throws RefusedException {
    PreparedClasses classes;
    try {
      classes = PreparedClasses.decode(form);
    } catch (ClassesRefusedException e) {
      throw refused(e.defect());
    }
    List<ClassDefect> defects = verifier.verify(classes, Stage.PREPARED);
    if (!defects.isEmpty()) {
      throw refused(defects.getFirst());
    }
    return candidate(classes);
  }

  /**
   * The classes by the names that a loader is asked for; what may be named is the list's matter.
   */
  Candidate candidate(PreparedClasses classes) {
    Map<String, byte[]> files = new TreeMap<>();
    classes.classes().forEach((name, bytes) -> files.put(name.replace('/', '.'), bytes));
    return new Candidate(
        classes.strategy().replace('/', '.'), files, name -> list.hasClass(name.replace('.', '/')));
  }

  private static RefusedException refused(ClassDefect defect) {
    return new RefusedException(defect.code() + ": " + defect.message());
  }
}

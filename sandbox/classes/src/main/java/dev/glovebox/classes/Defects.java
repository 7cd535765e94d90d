package dev.glovebox.classes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong so far: each once, the first few only. */
final class Defects {
  private final Set<ClassDefect> found = new LinkedHashSet<>();
  private String className = "";

  /** From here on defects concern {@code name}. */
  void enter(String name) {
    this.className = name;
  }

  void add(ClassCode code, String message) {
    add(code, 0, message);
  }

  void add(ClassCode code, int line, String message) {
    // A reference is met in the code, with its line, before it is met in the pool.
    boolean told =
        line == 0
            && found.stream()
                .anyMatch(defect ->
                    defect.code() == code
                        && defect.className().equals(className)
                        && defect
                            .message()
                            .equals(new ClassDefect(code, "", 0, message).message()));
    if (!told && found.size() < ClassLimits.DEFECTS_MAX) {
      found.add(new ClassDefect(code, className, line, message));
    }
  }

  List<ClassDefect> list() {
    return List.copyOf(new ArrayList<>(found));
  }
}

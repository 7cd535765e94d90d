package dev.glovebox.classes;

import java.util.ArrayList;
import java.util.List;

/** The class files that were made by hand, for whoever reads class files. */
public final class HostileClasses {
  private HostileClasses() {}

  /** Class files of at most {@code bytesMax} bytes, each by itself. */
  public static List<byte[]> files(int bytesMax) {
    List<byte[]> files = new ArrayList<>();
    for (HandMade made : HandMade.all()) {
      files.add(made.bytes());
      files.addAll(made.beside().values());
    }
    files.addAll(HandMadeClaims.leftToTheJvm().values());
    return files.stream().filter(file -> file.length <= bytesMax).toList();
  }
}

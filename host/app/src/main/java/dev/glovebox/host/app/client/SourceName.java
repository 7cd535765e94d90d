package dev.glovebox.host.app.client;

/** What the name of a source file says. */
public final class SourceName {
  /** Ends the names of strategies in Python. */
  public static final String PYTHON = ".py";

  /** Ends the names of strategies in Java. */
  public static final String JAVA = ".java";

  private SourceName() {}

  /** The language of a source by its file's name: {@code java}, or else {@code python}. */
  public static String language(String fileName) {
    return fileName.endsWith(JAVA) ? "java" : "python";
  }
}

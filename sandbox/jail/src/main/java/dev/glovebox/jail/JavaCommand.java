package dev.glovebox.jail;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM, the same in every tier but for the paths in it. */
public final class JavaCommand {
  private JavaCommand() {}

  /** The {@code java} executable of the runtime whose home is {@code home}. */
  public static Path in(Path home) {
    return home.resolve("bin").resolve("java");
  }

  /**
   * Builds it.
   *
   * @param java path of the executable, as the child will see it
   * @param flags the image's flags and those of the tier
   * @param classPath as the child will see it
   * @param temporary the child's folder for temporary files
   */
  public static List<String> of(
      String java,
      List<String> flags,
      ProcessLimits limits,
      String temporary,
      List<String> classPath,
      String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMebibytes() + "m",
            "-XX:MaxDirectMemorySize=" + limits.directMebibytes() + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            // Stdout may carry frames: what the JVM itself has to say goes to stderr.
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            String.join(File.pathSeparator, classPath),
            mainClass));
    return List.copyOf(command);
  }
}

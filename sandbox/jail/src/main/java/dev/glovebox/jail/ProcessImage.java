package dev.glovebox.jail;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a child JVM runs. Comes from the host's own installation, never from a candidate.
 *
 * @param name names the private folder and messages; {@code [a-z][a-z0-9-]{0,31}}
 * @param classPath jars and folders, in order; at least one
 * @param mainClass fully qualified
 * @param jvmFlags placed after the jail's own flags and before the class path; a flag that would
 *     undo a measure of the jail is refused
 */
public record ProcessImage(
    String name, List<Path> classPath, String mainClass, List<String> jvmFlags) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Flags the jail alone decides on; an image may tune the JVM but not loosen its confinement. */
  private static final List<String> RESERVED =
      List.of(
          "-Xmx",
          "-XX:MaxHeapSize",
          "-XX:MaxDirectMemorySize",
          "-XX:-ExitOnOutOfMemoryError",
          "-XX:OnOutOfMemoryError",
          "-XX:OnError",
          "-XX:-DisableAttachMechanism",
          "-XX:+UsePerfData",
          "-XX:+HeapDumpOnOutOfMemoryError",
          "-XX:HeapDumpPath",
          "-XX:+CreateCoredumpOnCrash",
          "-XX:Flags",
          "-XX:VMOptionsFile",
          "-Djava.io.tmpdir",
          "-Dglovebox.lockdown",
          "-agent",
          "-javaagent",
          "@");

  /** Copies the lists and refuses an image that could not be started as described. */
  public ProcessImage {
    classPath = List.copyOf(classPath);
    jvmFlags = List.copyOf(jvmFlags);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not an image name: " + name);
    }
    if (classPath.isEmpty()) {
      throw new IllegalArgumentException("image " + name + " has no class path");
    }
    for (Path entry : classPath) {
      if (entry.toString().contains(File.pathSeparator)) {
        throw new IllegalArgumentException("class path entry contains a separator: " + entry);
      }
    }
    for (String flag : jvmFlags) {
      if (!flag.startsWith("-") || RESERVED.stream().anyMatch(flag::startsWith)) {
        throw new IllegalArgumentException("image " + name + " may not set " + flag);
      }
    }
  }
}

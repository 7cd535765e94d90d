package dev.glovebox.jail;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a child JVM runs. Comes from the host's own installation, never from a candidate.
 *
 * @param name names the private folder and messages; {@code [a-z][a-z0-9-]{0,31}}
 * @param classPath jars and folders, in order; at least one
 * @param mainClass fully qualified
 * @param jvmFlags placed after the jail's own flags and before the class path; a flag that would
 *     undo a measure of the jail is refused
 * @param runtime home of the Java runtime that it starts from; empty = the jail's own
 */
public record ProcessImage(
    String name,
    List<Path> classPath,
    String mainClass,
    List<String> jvmFlags,
    Optional<Path> runtime) {
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
    runtime = runtime.map(Path::toAbsolutePath);
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

  /** An image that starts from the jail's own runtime. */
  public ProcessImage(String name, List<Path> classPath, String mainClass, List<String> jvmFlags) {
    this(name, classPath, mainClass, jvmFlags, Optional.empty());
  }

  /** The same with {@code flags} behind its own. */
  public ProcessImage with(String... flags) {
    List<String> all = new ArrayList<>(jvmFlags);
    all.addAll(List.of(flags));
    return new ProcessImage(name, classPath, mainClass, all, runtime);
  }

  /** The same, started from the Java runtime whose home is {@code home}. */
  public ProcessImage on(Path home) {
    return new ProcessImage(name, classPath, mainClass, jvmFlags, Optional.of(home));
  }
}

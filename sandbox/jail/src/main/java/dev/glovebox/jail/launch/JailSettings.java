package dev.glovebox.jail.launch;

import dev.glovebox.jail.seccomp.Architecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a jail that builds a world of its own for each child is made of.
 *
 * @param java the {@code java} executable of the runtime that children use, in the {@code bin} of
 *     its home
 * @param minimalRuntime whether that runtime holds nothing but what children need
 * @param scratch an existing private folder
 * @param programs folders in which the system's programs are looked for
 * @param output a folder that children may write, as {@code /out}: only while our own images are
 *     made, never beside a candidate
 * @param shown files of images, which the users of children must be able to read
 * @param accountSeed random, so that two hosts do not hand out the same users
 */
public record JailSettings(
    Path java,
    boolean minimalRuntime,
    Path scratch,
    List<Path> programs,
    Architecture architecture,
    Optional<Path> output,
    List<Path> shown,
    int accountSeed) {
  /** Makes the paths absolute. */
  public JailSettings {
    java = java.toAbsolutePath();
    scratch = scratch.toAbsolutePath();
    programs = List.copyOf(programs);
    shown = List.copyOf(shown);
    output = output.map(Path::toAbsolutePath);
  }

  /** Home of the runtime. */
  public Path runtime() {
    return java.resolve("../..").normalize();
  }
}

package dev.glovebox.jail.tier;

import dev.glovebox.jail.ProcessImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What tiers are made from.
 *
 * @param java the {@code java} executable of the runtime that children use
 * @param minimalRuntime whether that runtime holds nothing but what children need
 * @param scratch an existing private folder
 * @param programs folders in which the system's programs are looked for
 * @param output a folder that children may write while our own images are made
 * @param shown files of images, which other users must be able to read
 * @param accountSeed random
 * @param launcher what stands in front of children of tier {@code process}: {@link
 *     dev.glovebox.jail.landlock.LandlockLauncher#image}, with or without a cache
 * @param ociRuntime name of the program for tier {@code oci}
 */
public record Machine(
    Path java,
    boolean minimalRuntime,
    Path scratch,
    List<Path> programs,
    String osName,
    String osArch,
    Optional<Path> output,
    List<Path> shown,
    int accountSeed,
    ProcessImage launcher,
    String ociRuntime) {
  /** Copies the lists. */
  public Machine {
    programs = List.copyOf(programs);
    shown = List.copyOf(shown);
  }
}

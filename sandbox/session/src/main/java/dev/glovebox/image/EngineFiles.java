package dev.glovebox.image;

import dev.glovebox.image.ImagePlan.Rehearsal;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The guest engine's own files, which it unpacks at its first start: a jailed one cannot, because
 * its folder is read-only, so they are unpacked before by a run of our own sample.
 */
public final class EngineFiles {
  private static final String RESOURCES = "python-resources-";

  private final Path folder;
  private final Path java;

  /**
   * Looks into {@code folder}.
   *
   * @param java of the runtime that unpacks
   */
  public EngineFiles(Path folder, Path java) {
    this.folder = folder;
    this.java = java;
  }

  /** Whether the files for {@code worker} are all there. */
  public boolean areThere(ProcessImage worker) {
    return Files.isRegularFile(mark(worker));
  }

  /**
   * Unpacks them, unless they are there.
   *
   * @param worker an image whose flags name the folder
   * @return why it could not be done; empty if they are there now
   */
  public Optional<String> make(ProcessImage worker) {
    if (areThere(worker)) {
      return Optional.empty();
    }
    try {
      try (HeldFolder scratch =
              HeldFolder.make(
                  Path.of(System.getProperty("java.io.tmpdir")), HeldFolder.Kind.UNPACKING);
          ProcessJail jail = new ProcessJail(java, scratch.path())) {
        Optional<String> failed =
            new Rehearsals().hold(new ImagePlan(Rehearsal.RUN, worker), jail, worker);
        if (failed.isEmpty()) {
          Leftovers.showToAll(folder);
          Leftovers.makeReadOnly(folder);
          Files.writeString(mark(worker), "");
        }
        return failed;
      }
    } catch (IOException e) {
      return Optional.of(folder + " cannot be written to");
    }
  }

  private Path mark(ProcessImage worker) {
    String resources =
        worker.classPath().stream()
            .map(jar -> String.valueOf(jar.getFileName()))
            .filter(name -> name.startsWith(RESOURCES))
            .findFirst()
            .orElse("unknown");
    return folder.resolve(".whole-" + resources);
  }
}

package dev.glovebox.jail.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How another user can be shown files below folders that only root may enter: root mounts them, in
 * a mount namespace of the one process that is started, at a place that everybody may enter.
 *
 * @param place where they are mounted; empty if nothing needs to be
 * @param mounts what is mounted: at the place's child with its index as name
 */
public record Staging(Optional<Path> place, List<Path> mounts) {
  private static final List<Path> PLACES =
      List.of(Path.of("/mnt"), Path.of("/srv"), Path.of("/media"), Path.of("/run"));

  /** Copies the list. */
  public Staging {
    mounts = List.copyOf(mounts);
  }

  /** Nothing is closed to the host's own user. */
  public static Staging none() {
    return new Staging(Optional.empty(), List.of());
  }

  /**
   * Plans for {@code sources}.
   *
   * @throws IOException if a source is missing, or no place is free
   */
  public static Staging of(List<Path> sources) throws IOException {
    List<Path> mounts = new ArrayList<>();
    for (Path source : sources) {
      Optional<Path> open = belowClosed(source);
      if (open.isPresent() && !mounts.contains(open.get())) {
        mounts.add(open.get());
      }
    }
    if (mounts.isEmpty()) {
      return none();
    }
    for (Path place : PLACES) {
      if (Files.isDirectory(place)
          && belowClosed(place).isEmpty()
          && sources.stream().noneMatch(source -> source.startsWith(place))) {
        return new Staging(Optional.of(place), mounts);
      }
    }
    throw new IOException("no folder in which a private mount could be made");
  }

  /** Where another user finds {@code source}. */
  public Path seen(Path source) {
    // A folder below a mount may be closed again: then the mount behind it counts.
    return mounts.stream()
        .filter(source::startsWith)
        .max(Comparator.comparingInt(Path::getNameCount))
        .map(mount -> {
          Path at = place.orElseThrow().resolve(Integer.toString(mounts.indexOf(mount)));
          return source.equals(mount) ? at : at.resolve(mount.relativize(source));
        })
        .orElse(source);
  }

  /** The first path towards {@code source} behind the last folder that others may not enter. */
  private static Optional<Path> belowClosed(Path source) throws IOException {
    for (Path at = source; at.getParent() != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at.getParent())
          .contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}

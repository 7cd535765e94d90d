package dev.glovebox.host.app.host;

import dev.glovebox.host.payload.LowWater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a host keeps what grows: payloads, journals of runs that go on, uploads on their way. */
record DataFolder(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  /** As the store of payloads names it, below each team's folder. */
  private static final String BEING_WRITTEN = "tmp";

  Path payloads() {
    return Folders.own(root.resolve("payload"));
  }

  Path journals() {
    return Folders.own(root.resolve("journals"));
  }

  /** What runs that share a worker were told, for as long as they go on. */
  Path recordings() {
    return Folders.own(root.resolve("recordings"));
  }

  Path spool() {
    return Folders.own(root.resolve("spool"));
  }

  /** Watches the space for all this, and for the second copy of checkpoints where that is. */
  LowWater lowWater(LowWater.Marks marks, Optional<Path> secondPlace) {
    List<Path> places = new ArrayList<>(List.of(root));
    secondPlace
        .map(file -> file.toAbsolutePath().getParent())
        .filter(Files::isDirectory)
        .ifPresent(places::add);
    return LowWater.watching(marks, places, root.resolve("reserve"));
  }

  /**
   * Removes what a host that was killed had not finished writing. No record names any of it: the
   * log says that its runs were interrupted. The caller holds the folder's lock.
   */
  void sweep() {
    removeFiles(spool());
    removeFiles(journals());
    removeFiles(recordings());
    list(payloads()).forEach(team -> removeFiles(team.resolve(BEING_WRITTEN)));
  }

  private static void removeFiles(Path folder) {
    for (Path file : list(folder)) {
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      } catch (IOException e) {
        LOG.warn("an unfinished file could not be removed: {}", file);
      }
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      LOG.warn("a folder could not be looked through: {}", folder);
      return List.of();
    }
  }
}

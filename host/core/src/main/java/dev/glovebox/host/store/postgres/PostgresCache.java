package dev.glovebox.host.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an embedded PostgreSQL keeps between hosts: programs and template clusters, no data. */
public final class PostgresCache {
  private static final List<String> PREFIXES =
      List.of("postgres-", "template-", "making-", "unpacking-");

  private PostgresCache() {}

  /** Returns whether this build carries PostgreSQL's programs for the platform. */
  public static boolean servesPlatform(String osName, String osArch) {
    return PostgresBinaries.carried(osName, osArch);
  }

  /**
   * Deletes what can be made again.
   *
   * @param cache the configured cache
   * @param shared where a host run by root keeps it when the cache cannot be traversed
   * @return what was deleted
   */
  public static List<Path> clean(Path cache, Path shared) {
    List<Path> found =
        Stream.of(cache, shared.resolve(Places.CACHE)).flatMap(PostgresCache::entries).toList();
    found.forEach(Folders::delete);
    return found;
  }

  private static Stream<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(
              entry -> PREFIXES.stream().anyMatch(String.valueOf(entry.getFileName())::startsWith))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the cache could not be listed", e);
    }
  }
}

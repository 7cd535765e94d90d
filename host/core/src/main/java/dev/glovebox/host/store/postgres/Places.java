package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the parts of an embedded PostgreSQL are; see package-info for the rule.
 *
 * @param access {@code <data>/postgres-access}, mode 0700: passwords, lock, place
 */
record Places(Path cluster, Path cache, Path access, Path lock) {
  static final String CACHE = "cache";
  private static final String PLACE = "place";
  private static final String SUPERUSER = "superuser.password";
  private static final String APPLICATION = "application.password";
  private static final String DATA_OF = ".data-of";
  private static final String LOCK = ".lock";

  static Places of(PostgresSettings settings, ServerAccount account) {
    Path data = settings.data().toAbsolutePath().normalize();
    Path access = Folders.create(data.resolve("postgres-access"), "rwx------");
    boolean own = account.other().isEmpty();
    Path cache =
        own || Folders.traversableByAll(settings.cache())
            ? Folders.create(settings.cache().toAbsolutePath().normalize(), "rwxr-xr-x")
            : Folders.create(shared(settings).resolve(CACHE), "rwxr-xr-x");
    if (own || Folders.traversableByAll(data)) {
      return new Places(data.resolve("postgres"), cache, access, access.resolve("lock"));
    }
    Path cluster = placed(settings, data, access);
    return new Places(cluster, cache, access, beside(cluster, LOCK));
  }

  private static Path shared(PostgresSettings settings) {
    if (!Folders.traversableByAll(settings.shared())) {
      throw new Refusal(
          Code.DATABASE_FAILED,
          "the account nobody can traverse neither the data folder nor " + settings.shared());
    }
    return Folders.create(settings.shared(), "rwxr-xr-x");
  }

  private static Path placed(PostgresSettings settings, Path data, Path access) {
    try {
      Path place = access.resolve(PLACE);
      Path clusters = Folders.create(shared(settings).resolve("clusters"), "rwxr-xr-x");
      Path folder =
          Files.exists(place)
              ? Path.of(Files.readString(place).strip())
              : clusters.resolve(settings.newName());
      // Written at each start: the data folder may have been moved.
      Cluster.writePrivate(beside(folder, DATA_OF), data + "\n");
      Cluster.writePrivate(place, folder + "\n");
      sweep(clusters);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("the place of the cluster could not be read or chosen", e);
    }
  }

  private static Path beside(Path cluster, String suffix) {
    return cluster.resolveSibling(cluster.getFileName() + suffix);
  }

  /** Deletes clusters whose data folder is gone: nothing can ever open them again. */
  static void sweep(Path clusters) throws IOException {
    try (Stream<Path> entries = Files.list(clusters)) {
      for (Path note : entries.filter(path -> path.toString().endsWith(DATA_OF)).toList()) {
        sweep(clusters, note);
      }
    }
  }

  private static void sweep(Path clusters, Path note) throws IOException {
    String name = String.valueOf(note.getFileName());
    Path cluster = clusters.resolve(name.substring(0, name.length() - DATA_OF.length()));
    try {
      if (Files.notExists(Path.of(Files.readString(note).strip()))) {
        delete(cluster, note);
      }
    } catch (NoSuchFileException e) {
      // Another host that starts or ends right now was first.
    }
  }

  private static void delete(Path cluster, Path note) throws IOException {
    Path lock = beside(cluster, LOCK);
    try (HeldLock _ = HeldLock.take(lock)) {
      Folders.delete(cluster);
      Files.deleteIfExists(note);
      Files.deleteIfExists(lock);
    } catch (Refusal | UncheckedIOException e) {
      // Its host lives and deletes it itself, or another sweep was first.
    }
  }

  void writePasswords(String superuser, String application) {
    Cluster.writePrivate(access.resolve(SUPERUSER), superuser);
    Cluster.writePrivate(access.resolve(APPLICATION), application);
  }

  String applicationPassword() {
    try {
      return Files.readString(access.resolve(APPLICATION));
    } catch (IOException e) {
      throw new Refusal(Code.DATABASE_FAILED, "the application role's password file is missing");
    }
  }
}

package dev.glovebox.jail.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the system's C library that a program needs, found by reading what the program and
 * its libraries say, so that a jail holds those and no other file of the machine.
 */
public final class Libraries {
  /** Where loaders look without being told, glibc's and musl's, per architecture first. */
  private static final List<String> PLACES =
      List.of(
          "/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/aarch64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/lib64",
          "/usr/lib64",
          "/lib",
          "/usr/lib");

  /** A whole JDK holds libraries for windows and sound too, whose needs are not ours. */
  private static final Set<String> OF_JAVA =
      Set.of(
          "libextnet.so",
          "libjava.so",
          "libjimage.so",
          "libjli.so",
          "libjvm.so",
          "libmanagement.so",
          "libmanagement_ext.so",
          "libnet.so",
          "libnio.so",
          "libsyslookup.so",
          "libverify.so",
          "libzip.so");

  private Libraries() {}

  /**
   * Finds what {@code programs} need beside the libraries of {@code own}.
   *
   * @param own libraries that come with the programs; their needs count as well
   * @return real file by the path at which a loader looks for it, in the order of the paths
   * @throws IOException if something is missing or is no ELF file
   */
  public static Map<Path, Path> of(Collection<Path> programs, Collection<Path> own)
      throws IOException {
    Map<Path, Path> found = new TreeMap<>();
    Deque<Path> open = new ArrayDeque<>(programs);
    open.addAll(own);
    while (!open.isEmpty()) {
      Path file = open.removeFirst();
      ElfFile elf = ElfFile.read(file);
      Stream<Path> wanted =
          Stream.concat(
              elf.interpreter().map(Path::of).stream(),
              elf.needed().stream()
                  .filter(name -> own.stream().noneMatch(library -> library.endsWith(name)))
                  .map(name -> find(name, file).orElse(Path.of("/", name))));
      for (Path library : wanted.toList()) {
        if (!found.containsKey(library)) {
          Path real = library.toRealPath();
          found.put(library, real);
          open.add(real);
        }
      }
    }
    return found;
  }

  /** The shared libraries below {@code runtime}, the home of a Java runtime, that children load. */
  public static List<Path> ofRuntime(Path runtime) throws IOException {
    try (Stream<Path> files = Files.walk(runtime.resolve("lib"))) {
      return files
          .filter(file -> OF_JAVA.contains(String.valueOf(file.getFileName())))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /** Binds for {@code libraries}, real file by where a loader looks. */
  public static List<Bind> binds(Map<Path, Path> libraries) {
    return libraries.entrySet().stream()
        .map(entry -> Bind.readOnly(entry.getValue(), entry.getKey().toString()))
        .toList();
  }

  /**
   * The loader that {@code program} names, which the kernel starts in its place; empty if it names
   * none.
   *
   * @throws IOException if it is missing or is no ELF file
   */
  public static Optional<Path> loader(Path program) throws IOException {
    Optional<String> named = ElfFile.read(program).interpreter();
    return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named.get()).toRealPath());
  }

  private static Optional<Path> find(String name, Path asker) {
    Path beside = asker.resolveSibling(name);
    return Stream.concat(PLACES.stream().map(place -> Path.of(place, name)), Stream.of(beside))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}

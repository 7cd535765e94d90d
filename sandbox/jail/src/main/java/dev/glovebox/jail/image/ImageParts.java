package dev.glovebox.jail.image;

import dev.glovebox.jail.ProcessImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files and folders that a process of an image is made of: runtime, class path, module path,
 * the guest engine's files and the cache.
 *
 * @param places where each lies, by a name that is the same on every machine
 */
public record ImageParts(SortedMap<String, Path> places) {
  /** Begins the names of what is a cache: it differs each time it is made. */
  static final String CACHE = "cache";

  private static final String RUNTIME = "jre";
  private static final String APPLICATION = "app/";
  private static final String MODULES = "module/";
  private static final String ENGINE = "engine";

  /** Copies the map. */
  public ImageParts {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /**
   * Names the parts of {@code image}.
   *
   * @param runtime home of the runtime that its processes use if it names none
   */
  public static ImageParts of(ProcessImage image, Path runtime) {
    SortedMap<String, Path> places = new TreeMap<>();
    places.put(RUNTIME, image.runtime().orElse(runtime).toAbsolutePath());
    for (Path entry : image.classPath()) {
      put(places, entry, APPLICATION);
    }
    for (String flag : image.jvmFlags()) {
      int equals = flag.indexOf('=') + 1;
      String value = flag.substring(equals);
      switch (flag.substring(0, equals)) {
        case "-XX:AOTCache=" -> places.put(CACHE, Path.of(value).toAbsolutePath());
        case "-Dpolyglot.engine.userResourceCache=" ->
            places.put(ENGINE, Path.of(value).toAbsolutePath());
        case "--module-path=", "--upgrade-module-path=" -> {
          for (String jar : value.split(File.pathSeparator, -1)) {
            put(places, Path.of(jar), MODULES);
          }
        }
        default -> {
          // A flag without files.
        }
      }
    }
    return new ImageParts(places);
  }

  /** The same without a cache. */
  public ImageParts withoutCache() {
    SortedMap<String, Path> plain = new TreeMap<>(places);
    plain.remove(CACHE);
    return new ImageParts(plain);
  }

  private static void put(SortedMap<String, Path> places, Path entry, String folder) {
    Path source = entry.toAbsolutePath();
    String name = Files.isDirectory(source) ? "folder" : String.valueOf(source.getFileName());
    String inside = folder + name;
    // Two folders may hold files of one name.
    for (int i = 1; places.containsKey(inside); i++) {
      inside = folder + i + "-" + name;
    }
    places.put(inside, source);
  }
}

package dev.glovebox.jail.view;

import dev.glovebox.jail.ProcessImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image as it looks from inside: the same paths on every machine and in every checkout, so that
 * nothing a candidate sees depends on where Glovebox lies.
 *
 * @param flags the image's JVM flags, with paths as they are inside
 * @param classPath as it is inside
 */
public record View(List<Bind> binds, List<String> flags, List<String> classPath) {
  /** Where the folder that may be written lies, while images are made. */
  public static final String OUTPUT = "/out";

  private static final String APPLICATION = "/app/";
  private static final String MODULES = "/module/";
  private static final String CACHE = "/cache/image.aot";
  private static final String ENGINE = "/engine";

  /** Copies the lists. */
  public View {
    binds = List.copyOf(binds);
    flags = List.copyOf(flags);
    classPath = List.copyOf(classPath);
  }

  /**
   * Translates {@code image}.
   *
   * @param output folder that flags may name for writing
   */
  public static View of(ProcessImage image, Optional<Path> output) {
    List<Bind> binds = new ArrayList<>();
    List<String> classPath = new ArrayList<>();
    for (Path entry : image.classPath()) {
      classPath.add(show(binds, entry, APPLICATION));
    }
    List<String> flags = new ArrayList<>();
    for (String flag : image.jvmFlags()) {
      flags.add(flag(binds, flag, output));
    }
    return new View(binds, flags, classPath);
  }

  private static String flag(List<Bind> binds, String flag, Optional<Path> output) {
    int equals = flag.indexOf('=') + 1;
    String name = flag.substring(0, equals);
    String value = flag.substring(equals);
    return switch (name) {
      case "-XX:AOTCache=", "-XX:AOTConfiguration=" -> {
        Path file = Path.of(value).toAbsolutePath();
        if (output.isPresent() && file.startsWith(output.get())) {
          yield name + OUTPUT + "/" + output.get().relativize(file);
        }
        binds.add(Bind.readOnly(file, CACHE));
        yield name + CACHE;
      }
      case "-Dpolyglot.engine.userResourceCache=" -> {
        binds.add(Bind.readOnly(Path.of(value).toAbsolutePath(), ENGINE));
        yield name + ENGINE;
      }
      case "--module-path=", "--upgrade-module-path=" -> {
        List<String> inside = new ArrayList<>();
        for (String jar : value.split(File.pathSeparator, -1)) {
          inside.add(show(binds, Path.of(jar), MODULES));
        }
        yield name + String.join(File.pathSeparator, inside);
      }
      default -> flag;
    };
  }

  private static String show(List<Bind> binds, Path outside, String folder) {
    Path source = outside.toAbsolutePath();
    String name = Files.isDirectory(source) ? "folder" : String.valueOf(source.getFileName());
    String inside = folder + name;
    // Two folders may hold files of one name.
    for (int i = 1; taken(binds, inside); i++) {
      inside = folder + i + "-" + name;
    }
    binds.add(Bind.readOnly(source, inside));
    return inside;
  }

  private static boolean taken(List<Bind> binds, String inside) {
    return binds.stream().anyMatch(bind -> bind.inside().equals(inside));
  }
}

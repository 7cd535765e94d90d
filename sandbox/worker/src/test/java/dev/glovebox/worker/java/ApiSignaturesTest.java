package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.strategy.Strategy;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What strategies are written against changes only where somebody says so: every public signature
 * stands in a committed list. {@code -Dglovebox.write=true} writes it anew.
 */
class ApiSignaturesTest {
  private static final Path LISTED =
      Path.of(System.getProperty("glovebox.root"), "strategies/api/signatures.txt");
  private static final List<String> PACKAGES =
      List.of(
          "dev/glovebox/strategy",
          "dev/glovebox/strategy/bars",
          "dev/glovebox/strategy/indicators");

  @Test
  void areThoseOfTheCommittedList() throws Exception {
    List<String> signatures = signatures();
    if (Boolean.getBoolean("glovebox.write")) {
      Files.writeString(LISTED, String.join("\n", signatures) + "\n");
    }
    assertThat(signatures)
        .as("a signature that goes breaks strategies; one that comes is written to the list")
        .isEqualTo(Files.readAllLines(LISTED));
  }

  @Test
  void nameNothingThatIsNotExported() throws Exception {
    assertThat(signatures()).isNotEmpty().noneMatch(line -> line.contains(".guest."));
  }

  private static List<String> signatures() throws Exception {
    List<String> signatures = new ArrayList<>();
    for (String name : classes()) {
      Class<?> type = Class.forName(name, false, ApiSignaturesTest.class.getClassLoader());
      if (!Modifier.isPublic(type.getModifiers())) {
        continue;
      }
      signatures.add(type.toGenericString() + parents(type));
      Stream<Executable> callable =
          Stream.concat(
              Arrays.stream(type.getDeclaredConstructors()),
              Arrays.stream(type.getDeclaredMethods()));
      callable
          .filter(ApiSignaturesTest::isOpen)
          .map(Executable::toGenericString)
          .sorted()
          .forEach(line -> signatures.add("  " + line));
      Arrays.stream(type.getDeclaredFields())
          .filter(ApiSignaturesTest::isOpen)
          .map(Field::toGenericString)
          .sorted()
          .forEach(line -> signatures.add("  " + line));
    }
    return signatures;
  }

  private static String parents(Class<?> type) {
    List<String> parents = new ArrayList<>();
    if (type.getGenericSuperclass() != null) {
      parents.add(type.getGenericSuperclass().getTypeName());
    }
    Arrays.stream(type.getGenericInterfaces()).forEach(one -> parents.add(one.getTypeName()));
    return " : " + String.join(", ", parents);
  }

  private static boolean isOpen(Member member) {
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()));
  }

  private static List<String> classes() throws IOException, URISyntaxException {
    URI location = Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path place = Path.of(location);
    if (Files.isDirectory(place)) {
      return classes(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
      return classes(jar.getPath("/"));
    }
  }

  private static List<String> classes(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    for (String part : PACKAGES) {
      try (Stream<Path> files = Files.list(root.resolve(part))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
            .map(file -> part.replace('/', '.') + "." + file.substring(0, file.length() - 6))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}

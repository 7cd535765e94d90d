package dev.glovebox.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.image.ImagePlan.Rehearsal;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.image.ImageListing;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A runtime and a cache made once, of a small image, in a folder with blanks in its name. */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ImageMakerTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir static Path folder;
  private static ProcessImage image;
  private static ImageStore store;
  private static List<ImageMaker.Result> made;
  private static List<String> killed = List.of();
  private static ImageStore.Found foundAfterKill;

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("a place"));
    image = image(jars(home));
    store = store(home);
    killWhileItMakes(home);
    killed = names();
    foundAfterKill = store.find(image);
    made = new ImageMaker(store).make(plans(image));
  }

  /** Kills a maker with SIGKILL at the moment when its cache is half made. */
  private static void killWhileItMakes(Path home) throws IOException, InterruptedException {
    Process maker =
        new ProcessBuilder(
                JDK.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedMaker.class.getName(),
                home.toString(),
                image.classPath().stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("maker.txt").toFile())
            .start();
    try {
      while (!isHalfMade()) {
        assertThat(maker.isAlive()).as("killed in time").isTrue();
        Thread.sleep(10);
      }
    } finally {
      int _ = maker.destroyForcibly().waitFor();
    }
  }

  private static boolean isHalfMade() throws IOException {
    if (!Files.isDirectory(store.folder())) {
      return false;
    }
    try (Stream<Path> files = Files.walk(store.folder())) {
      return files.anyMatch(file -> file.endsWith("small.notes"));
    } catch (UncheckedIOException e) {
      return false; // it was moved while we looked
    }
  }

  @Test
  @Order(1)
  void aMakerThatWasKilledLeavesNothingThatCountsAndTheNextOneMakesIt() throws IOException {
    assertThat(killed).anyMatch(name -> name.startsWith(".making-"));
    assertThat(foundAfterKill.missing()).contains("not made");
    assertThat(foundAfterKill.image()).isEqualTo(image);
    assertThat(store.find(image).missing()).isEmpty();
    assertThat(names()).noneMatch(name -> name.startsWith(".making-"));
  }

  @Test
  @Order(1)
  void makesARuntimeAndACacheThatAProcessCanUse() throws IOException {
    assertThat(made)
        .containsExactly(
            new ImageMaker.Result("runtime", Optional.empty()),
            new ImageMaker.Result("small", Optional.empty()));
    assertThat(store.runtime()).isPresent();
    assertThat(store.java()).isExecutable().startsWith(store.folder());
    ImageStore.Found found = store.find(image);
    assertThat(found.missing()).isEmpty();
    assertThat(found.sha256().orElseThrow()).matches("[0-9a-f]{64}");
    assertThat(found.image().jvmFlags()).last().asString().startsWith("-XX:AOTCache=");
    assertThat(names()).noneMatch(name -> name.startsWith(".making-"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())))
        .doesNotContain("w");
  }

  @Test
  @Order(1)
  void theRuntimeHasExactlyTheModulesOfTheList() throws IOException {
    assertThat(modules(store.runtime().orElseThrow()))
        .containsExactlyElementsOf(RuntimeModules.names(RuntimeKind.PLAIN))
        .doesNotContain(
            "jdk.attach",
            "java.desktop",
            "java.sql",
            "java.rmi",
            "java.naming",
            "java.net.http",
            "jdk.compiler",
            "jdk.httpserver",
            "jdk.jdi",
            "jdk.jfr",
            "jdk.jshell",
            "jdk.net",
            "jdk.management.agent");
    assertThat(RuntimeModules.lines(RuntimeKind.PLAIN))
        .allMatch(line -> line.matches("[a-z.]+ \\| .{15,}"));
  }

  private static List<String> modules(Path runtime) throws IOException {
    Process process =
        new ProcessBuilder(runtime.resolve("bin/java").toString(), "--list-modules").start();
    try (BufferedReader lines = process.inputReader()) {
      return lines.readAllLines().stream().map(line -> line.split("@", 2)[0]).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void theSameJdkAndJarsGiveTheSameImageWhoeverMakesIt() throws IOException {
    ImageStore other = store(Files.createDirectory(folder.resolve("elsewhere")));
    assertThat(new ImageMaker(other).make(List.of()))
        .containsExactly(new ImageMaker.Result("runtime", Optional.empty()));
    assertThat(other.java()).isNotEqualTo(store.java());
    assertThat(read(other).identity().sha256()).isEqualTo(read(store).identity().sha256());
  }

  private static ImageListing read(ImageStore from) throws IOException {
    return ImageListing.read(
        from.parts(from.find(image).image()), ImageListing.empty(), System::currentTimeMillis);
  }

  @Test
  @Order(1)
  void writesDownWhatItMade() throws IOException {
    ImageListing listing = store.listing(store.find(image).image()).orElseThrow();
    assertThat(listing).isEqualTo(store.listing(image).orElseThrow()).isEqualTo(read(store));
    assertThat(listing.identity().cacheSha256()).isEqualTo(store.find(image).sha256());
    assertThat(store.of(Tier.BWRAP).listing(image)).isEmpty();
  }

  @Test
  @Order(1)
  void anotherBuildOfTheJdkDemandsAnotherRuntime() throws IOException {
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("lib"));
    Files.writeString(jdk.resolve("lib/modules"), "modules");
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
    ImageStore nightly = new ImageStore(store.folder(), jdk);
    Path before = nightly.runtimePlace();
    assertThat(nightly.runtimePlace()).isEqualTo(before);
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.3+8-LTS\"\n");
    assertThat(nightly.runtimePlace()).isNotEqualTo(before);
    assertThat(nightly.runtime()).isEmpty();
    assertThat(nightly.find(image).missing()).contains("not made");
    assertThat(nightly.listing(image)).isEmpty();
  }

  @Test
  @Order(2)
  void makesNothingTwice() throws IOException {
    FileTime before = Files.getLastModifiedTime(cache());
    assertThat(new ImageMaker(store).make(plans(image)))
        .allMatch(result -> result.failure().isEmpty());
    assertThat(Files.getLastModifiedTime(cache())).isEqualTo(before);
  }

  @Test
  @Order(3)
  void findsNoCacheForOtherFlagsAnotherJarOrAnotherJdk() throws IOException {
    assertThat(store.find(image.with("-Dmode=refuse")).missing()).contains("not made");
    assertThat(new ImageStore(store.folder(), folder.resolve("no jdk")).runtime()).isEmpty();
    Path jar = image.classPath().getFirst();
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(before.toMillis() + 1000));
    assertThat(store.find(image).missing()).contains("not made");
    Files.setLastModifiedTime(jar, before);
    assertThat(store.find(image).missing()).isEmpty();
  }

  @Test
  @Order(4)
  void saysWhyTheSampleFailed() {
    ProcessImage refusing = image.with("-Dmode=refuse");
    assertThat(new ImageMaker(store).make(plans(refusing)))
        .contains(new ImageMaker.Result("small", Optional.of("the sample was refused: PY000 no")));
    assertThat(store.find(refusing).missing()).contains("not made");
  }

  @Test
  @Order(5)
  void neverUsesADamagedCache() throws IOException {
    Path cache = cache();
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(cache, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer one = java.nio.ByteBuffer.allocate(1);
      long middle = channel.size() / 2;
      channel.read(one, middle);
      one.put(0, (byte) ~one.get(0)).flip();
      channel.write(one, middle);
    }
    ImageStore.Found found = store.find(image);
    assertThat(found.missing().orElseThrow()).startsWith("damaged: ");
    assertThat(found.image()).isEqualTo(image);
    assertThat(new ImageMaker(store).make(plans(image)))
        .allMatch(result -> result.failure().isEmpty());
    assertThat(store.find(image).missing()).isEmpty();
    Files.delete(ImageStore.sealPlace(cache));
    assertThat(store.find(image).missing().orElseThrow()).startsWith("damaged: ");
  }

  @Test
  @Order(6)
  void saysThatAFolderCannotBeWrittenTo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new ImageMaker(new ImageStore(file.resolve("images"), JDK)).make(plans(image)))
        .allMatch(result -> result.failure().orElse("").endsWith("cannot be written to"));
  }

  static ImageStore store(Path home) {
    return new ImageStore(home.resolve("images"), JDK);
  }

  static ProcessImage image(List<Path> jars) {
    return new ProcessImage(
        "small",
        jars,
        "dev.glovebox.session.FakeAnswerer",
        List.of(
            "-Dmode=analyze",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow"));
  }

  static List<ImagePlan> plans(ProcessImage plain) {
    return List.of(new ImagePlan(Rehearsal.ANALYSIS, plain));
  }

  private static Path cache() throws IOException {
    return store.cachePlace(image);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(store.folder())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  /** This JVM's class path with its folders packed, since a cache covers jars alone. */
  private static List<Path> jars(Path home) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        jars.add(packed(path, home.resolve("part" + jars.size() + ".jar")));
      } else if (Files.exists(path)) {
        jars.add(path);
      }
    }
    return jars;
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}

package dev.glovebox.jail.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.ProcessLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of an image are changed between two starts, as one does who broke out of a process. */
@Timeout(60)
final class SealedJailTest {
  private static final ProcessLimits SMALL = new ProcessLimits(32, 8);
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final String MADE = "what was made";
  private static final String EVIL = "whot was made";

  /** Longer than a tick of any file system's clock that tests run on. */
  private static final Duration TICK = Duration.ofMillis(50);

  @TempDir Path folder;
  private final List<ImageChange> told = new ArrayList<>();
  private Path jar;
  private Path engine;
  private Path runtime;
  private ProcessImage image;
  private ProcessJail plain;
  private Optional<ProcessImage> launcher = Optional.empty();

  @BeforeEach
  void make() throws IOException {
    jar = folder.resolve("word.jar");
    write(jar);
    engine = Files.createDirectories(folder.resolve("engine/python/lib"));
    Files.writeString(engine.resolve("os.py"), "made");
    runtime = folder.resolve("runtime");
    Files.createDirectories(runtime.resolve("lib"));
    Files.writeString(runtime.resolve("lib/modules"), "modules");
    Files.createSymbolicLink(runtime.resolve("lib/again"), Path.of("modules"));
    image =
        new ProcessImage(
            "word",
            List.of(jar),
            WordMain.class.getName(),
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dpolyglot.engine.userResourceCache=" + folder.resolve("engine")));
    plain =
        new ProcessJail(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Files.createDirectory(folder.resolve("scratch")));
  }

  @AfterEach
  void close() {
    plain.close();
  }

  /** Long after any change that a test makes: an equal mark proves equal bytes. */
  private static long later() {
    return System.currentTimeMillis() + Duration.ofHours(1).toMillis();
  }

  private static void write(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      String name = WordMain.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(name));
      try (InputStream in =
          Objects.requireNonNull(SealedJailTest.class.getResourceAsStream("/" + name))) {
        in.transferTo(out);
      }
      // Stored as it is, under a checksum that both words have: a flipped byte is a valid jar.
      JarEntry word = new JarEntry("word.txt");
      word.setMethod(JarEntry.STORED);
      byte[] bytes = MADE.getBytes(StandardCharsets.US_ASCII);
      CRC32 sum = new CRC32();
      sum.update(bytes);
      word.setSize(bytes.length);
      word.setCrc(sum.getValue());
      out.putNextEntry(word);
      out.write(bytes);
    }
  }

  private SealedJail sealed(LongSupplier clock) {
    return sealed(Optional.empty(), true, clock);
  }

  private SealedJail sealed(Optional<ImageListing> made, boolean trusting, LongSupplier clock) {
    SealedJail jail =
        new SealedJail(
            plain, new SealedJail.Settings(runtime, _ -> made, trusting, clock, launcher));
    jail.onChange(told::add);
    return jail;
  }

  private ImageListing listing() throws IOException {
    return ImageListing.read(
        ImageParts.of(image, runtime), ImageListing.empty(), System::currentTimeMillis);
  }

  private String said(Jail jail) throws IOException {
    try (JailedProcess process = jail.start(image, SMALL)) {
      process.killAfter(WAIT);
      return new String(process.stdout().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void refuses(Jail jail, String path, String what) {
    ImageChangedException refused =
        catchThrowableOfType(ImageChangedException.class, () -> said(jail));
    assertThat(refused).as("refusal of " + path).isNotNull();
    assertThat(refused.change()).isEqualTo(new ImageChange("word", path, what));
    assertThat(told).last().isEqualTo(refused.change());
    assertThat(refused).hasMessageContaining(path).hasMessageContaining(what);
  }

  /** Changes one byte of the jar, then sets time and length back, as {@code touch -d} does. */
  private void flipOneByte() throws IOException {
    FileTime before = Files.getLastModifiedTime(jar);
    long bytes = Files.size(jar);
    byte[] all = Files.readAllBytes(jar);
    int at = new String(all, StandardCharsets.ISO_8859_1).indexOf(MADE) + MADE.indexOf('a');
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
      file.seek(at);
      file.write('o');
    }
    Files.setLastModifiedTime(jar, before);
    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(before);
    assertThat(Files.size(jar)).isEqualTo(bytes);
  }

  @Test
  void startsNothingFromAJarWithOneOtherByteOfTheSameLengthAndTime() throws IOException {
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    flipOneByte();
    refuses(jail, "app/word.jar", "has other bytes");
    // Without the look at its files the process runs what the attacker wrote.
    assertThat(said(plain)).isEqualTo(EVIL);
  }

  @Test
  void startsNothingBehindALauncherThatIsNotWhatItWasAndDoesNotNameItInTheImage()
      throws IOException {
    Path other = Files.writeString(folder.resolve("launcher.jar"), "confines");
    String before = identity(sealed(System::currentTimeMillis));
    launcher = Optional.of(new ProcessImage("launcher", List.of(other), "Main", List.of()));
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(identity(jail)).isEqualTo(before);
    Files.writeString(other, "canfines");
    ImageChangedException refused =
        catchThrowableOfType(ImageChangedException.class, () -> said(jail));
    assertThat(refused.change())
        .isEqualTo(new ImageChange("launcher", "app/launcher.jar", "has other bytes"));
    assertThat(told).containsExactly(refused.change());
  }

  private String identity(SealedJail jail) throws IOException {
    assertThat(said(jail)).isEqualTo(MADE);
    return jail.identity(image).orElseThrow().sha256();
  }

  @Test
  void sealsTheRuntimeThatAnImageNamesAndNotTheOthersOnIt() throws IOException {
    Path own = folder.resolve("own");
    Path modules = Files.createDirectories(own.resolve("lib")).resolve("modules");
    Files.writeString(modules, "compiler");
    Path java = Files.createDirectories(own.resolve("bin")).resolve("java");
    Files.createSymbolicLink(java, Path.of(System.getProperty("java.home"), "bin", "java"));
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    ProcessImage other = image;
    image = image.on(own);
    assertThat(said(jail)).isEqualTo(MADE);
    Files.writeString(modules, "computer");
    refuses(jail, "jre/lib/modules", "has other bytes");
    image = other;
    assertThat(said(jail)).isEqualTo(MADE);
    Files.delete(java);
  }

  @Test
  void findsTheByteByTheTimeOfChangeAloneWhichNobodyCanSetBack() throws Exception {
    Thread.sleep(TICK);
    SealedJail jail = sealed(SealedJailTest::later);
    assertThat(said(jail)).isEqualTo(MADE);
    Thread.sleep(TICK);
    flipOneByte();
    refuses(jail, "app/word.jar", "has other bytes");
  }

  @Test
  void refusesAsLongAsTheBytesAreOthersAndNoLonger() throws IOException {
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    byte[] made = Files.readAllBytes(jar);
    flipOneByte();
    refuses(jail, "app/word.jar", "has other bytes");
    refuses(jail, "app/word.jar", "has other bytes");
    Files.write(jar, made);
    assertThat(said(jail)).isEqualTo(MADE);
  }

  @Test
  void refusesAFileThatWasAddedOrIsGone() throws IOException {
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    Path added = Files.writeString(engine.resolve("sitecustomize.py"), "evil");
    refuses(jail, "engine/python/lib/sitecustomize.py", "was added");
    Files.delete(added);
    assertThat(said(jail)).isEqualTo(MADE);
    Files.delete(engine.resolve("os.py"));
    refuses(jail, "engine/python/lib/os.py", "is gone");
    Files.delete(jar);
    refuses(jail, "app/word.jar", "is gone");
    assertThat(told).hasSize(3);
  }

  @Test
  void refusesASymbolicLinkInAFilesPlaceAndALinkThatLeadsElsewhere() throws IOException {
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    Path moved = folder.resolve("moved.jar");
    Files.move(jar, moved);
    Files.createSymbolicLink(jar, moved);
    refuses(jail, "app/word.jar", "is now a symbolic link");
    assertThat(said(plain)).isEqualTo(MADE);
    Files.delete(jar);
    Files.move(moved, jar);
    Files.writeString(runtime.resolve("lib/other"), "modules");
    Files.delete(runtime.resolve("lib/again"));
    Files.createSymbolicLink(runtime.resolve("lib/again"), Path.of("other"));
    Files.delete(runtime.resolve("lib/other"));
    refuses(jail, "jre/lib/again", "leads elsewhere");
  }

  @Test
  void startsFromFilesThatWereTouchedAndHaveTheirBytes() throws IOException {
    SealedJail jail = sealed(SealedJailTest::later);
    assertThat(said(jail)).isEqualTo(MADE);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    Path copy = Files.copy(engine.resolve("os.py"), folder.resolve("copy"));
    Files.move(copy, engine.resolve("os.py"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(said(jail)).isEqualTo(MADE);
    assertThat(told).isEmpty();
  }

  @Test
  void refusesTheFirstStartOfAnImageThatIsNotWhatWasMade() throws IOException {
    ImageListing made = ImageListing.parse(listing().text()).orElseThrow();
    assertThat(said(sealed(Optional.of(made), true, System::currentTimeMillis))).isEqualTo(MADE);
    flipOneByte();
    refuses(
        sealed(Optional.of(made), false, System::currentTimeMillis),
        "app/word.jar",
        "has other bytes");
    refuses(
        sealed(Optional.of(made), true, System::currentTimeMillis),
        "app/word.jar",
        "has other bytes");
  }

  @Test
  void believesAListingOnlyIfToldTo() throws IOException {
    // Somebody who may write the listing as well makes it fit the changed file in all but its hash.
    String honest = listing().text();
    flipOneByte();
    String[] words = line(listing().text()).split(" ", -1);
    words[2] = line(honest).split(" ", -1)[2];
    ImageListing forged =
        ImageListing.parse(honest.replace(line(honest), String.join(" ", words))).orElseThrow();
    assertThat(said(sealed(Optional.of(forged), true, SealedJailTest::later))).isEqualTo(EVIL);
    refuses(
        sealed(Optional.of(forged), false, SealedJailTest::later),
        "app/word.jar",
        "has other bytes");
  }

  private static String line(String listing) {
    return listing.lines().filter(line -> line.endsWith("word.jar")).findFirst().orElseThrow();
  }

  @Test
  void namesAnImageByItsFilesAndNothingElse() throws IOException {
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(jail.identity(image)).isEmpty();
    assertThat(said(jail)).isEqualTo(MADE);
    assertThat(jail.identity(image)).contains(listing().identity());
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertThat(listing().identity()).isEqualTo(jail.identity(image).orElseThrow());
    flipOneByte();
    assertThat(listing().identity().sha256())
        .isNotEqualTo(jail.identity(image).orElseThrow().sha256());
    assertThat(jail.isolationMeasures()).endsWith(SealedJail.MEASURE);
  }

  @Test
  void theIdentityIsTheHashOfLinesThatAnybodyCanWrite() throws IOException {
    String word = Digests.hex(Files.readAllBytes(jar));
    String lines =
        "file "
            + Files.size(jar)
            + " "
            + word
            + " app/word.jar\n"
            + "file 4 "
            + hex("made")
            + " engine/python/lib/os.py\n"
            + "link 7 "
            + hex("modules")
            + " jre/lib/again\n"
            + "file 7 "
            + hex("modules")
            + " jre/lib/modules\n";
    assertThat(listing().identity().sha256()).isEqualTo(hex(lines));
    assertThat(listing().identity().cacheSha256()).isEmpty();
  }

  private static String hex(String text) {
    return Digests.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsNoListingOfAnotherForm() throws IOException {
    String text = listing().text();
    assertThat(ImageListing.parse(text)).contains(listing());
    assertThat(ImageListing.parse("")).isEmpty();
    assertThat(ImageListing.parse("glovebox image 1\nfile 1 x\n")).isEmpty();
    assertThat(ImageListing.parse(text.replace("file 4 ", "file four "))).isEmpty();
    assertThat(ImageListing.parse(text.replace("image 1", "image 2"))).isEmpty();
    assertThat(ImageListing.parse(text.substring(0, text.length() - 1))).isEmpty();
  }

  @Test
  void aLinkOutOfTheImageIsItsTextAlone() throws IOException {
    Path link = Files.createSymbolicLink(engine.resolve("out.py"), jar);
    SealedJail jail = sealed(System::currentTimeMillis);
    assertThat(said(jail)).isEqualTo(MADE);
    Files.delete(link);
    Files.createSymbolicLink(link, folder.resolve("elsewhere"));
    refuses(jail, "engine/python/lib/out.py", "leads elsewhere");
  }
}

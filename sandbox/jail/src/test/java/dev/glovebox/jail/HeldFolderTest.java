package dev.glovebox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.HeldFolder.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HeldFolderTest {
  private Path parent;

  @BeforeEach
  void makeParent() throws IOException {
    // Not in a folder that JUnit makes: where that is long, sockets go elsewhere.
    parent = Files.createTempDirectory(Path.of("/tmp").toRealPath(), "hft");
  }

  @AfterEach
  void removeParent() {
    PrivateFolder.remove(parent);
  }

  /** Makes one, says where, and waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      HeldFolder held = HeldFolder.make(Path.of(arguments[0]), Kind.HOST);
      Files.writeString(Files.createDirectory(held.path().resolve("s")).resolve("file"), "x");
      System.out.println(held.path());
      Thread.sleep(600_000);
    }
  }

  @Test
  void folderOfAKilledProcessIsRemovedByTheNextOfAnyKindAndThatOfALivingOneIsNot()
      throws Exception {
    Process living = holder();
    Process killed = holder();
    try {
      Path kept = said(living);
      Path left = said(killed);
      killed.destroyForcibly().waitFor();
      assertThat(left.resolve("s/file")).as("what there is to sweep").exists();
      try (HeldFolder next = HeldFolder.make(parent, Kind.PROBE)) {
        assertThat(left).doesNotExist();
        assertThat(kept.resolve("s/file")).exists();
        assertThat(next.path()).isDirectory();
      }
    } finally {
      living.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      killed.destroyForcibly();
    }
  }

  @Test
  void folderOfThisProcessStaysUntilItIsClosed() throws Exception {
    try (HeldFolder first = HeldFolder.make(parent, Kind.HOST);
        HeldFolder second = HeldFolder.make(parent, Kind.HOST)) {
      assertThat(first.path()).isDirectory().isNotEqualTo(second.path());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.path())))
          .isEqualTo("rwx------");
      Files.writeString(first.path().resolve("file"), "x");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void folderWithoutALockIsHalfRemovedAndRemoved() throws Exception {
    Files.writeString(Files.createDirectory(parent.resolve("gbr-abc")).resolve("file"), "x");
    HeldFolder.make(parent, Kind.HOST).close();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void folderThatIsBeingMadeIsRemovedOnlyWhenItIsTooOldForThat() throws Exception {
    Path young = Files.createDirectory(parent.resolve("gbh-new-1"));
    Path old = Files.createDirectory(parent.resolve("gbh-new-2"));
    long now = Files.getLastModifiedTime(old).toMillis();
    Files.setLastModifiedTime(
        old, FileTime.fromMillis(now - HeldFolder.NEW_AGE_MAX.toMillis() - 1000));
    HeldFolder.make(parent, Kind.HOST).close();
    assertThat(young).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void whatIsNoFolderOfOursStays() throws Exception {
    Path outside = Files.createDirectory(parent.resolve("outside"));
    Files.writeString(outside.resolve("file"), "x");
    Path link = Files.createSymbolicLink(parent.resolve("gbh-link"), outside);
    Path file = Files.writeString(parent.resolve("gbh-file"), "x");
    Path other = Files.createDirectory(parent.resolve("gbh-Other"));
    HeldFolder.make(parent, Kind.HOST).close();
    assertThat(List.of(outside.resolve("file"), link, file, other)).allMatch(Files::exists);
  }

  @Test
  void folderOfAnotherUserStays() throws Exception {
    Path foreign = Files.createDirectory(parent.resolve("gbh-foreign"));
    assumeTrue(isGivenAway(foreign), "missing capability root: only it may give folders away");
    HeldFolder.make(parent, Kind.HOST).close();
    assertThat(foreign).exists();
  }

  private static boolean isGivenAway(Path folder) {
    try {
      Files.setAttribute(folder, "unix:uid", 65534);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void parentThatIsTooLongForSocketsIsNotUsed() throws Exception {
    Path deep = Files.createDirectory(parent.resolve("d".repeat(HeldFolder.PARENT_LENGTH_MAX)));
    try (HeldFolder held = HeldFolder.make(deep, Kind.HOST)) {
      assertThat(held.path().getParent()).isEqualTo(Path.of("/tmp").toRealPath());
    }
  }

  @Test
  void parentThatIsClosedToOthersIsNotUsedForWhatTheyMustReach() throws Exception {
    try (HeldFolder closed = HeldFolder.make(parent, Kind.DATABASE)) {
      assertThat(closed.path().getParent()).isEqualTo(Path.of("/tmp").toRealPath());
    }
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    try (HeldFolder open = HeldFolder.make(parent, Kind.DATABASE)) {
      assertThat(open.path().getParent()).isEqualTo(parent);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open.path())))
          .isEqualTo("rwx--x--x");
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            parent.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path said(Process holder) throws IOException {
    try (BufferedReader out = holder.inputReader()) {
      return Path.of(Objects.requireNonNull(out.readLine(), "it ended before it held anything"));
    }
  }
}

package dev.glovebox.jail.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other users are shown, and who they are. */
final class LayoutTest {
  @TempDir Path place;

  @Test
  void whatOnlyRootMayEnterIsMountedElsewhere() throws IOException {
    Path closed = Files.createDirectory(place.resolve("closed"));
    Path file = Files.writeString(Files.createDirectory(closed.resolve("in")).resolve("f"), "");
    open(place);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Staging staging = Staging.of(List.of(file, Path.of("/etc/passwd")));
    assertThat(staging.mounts()).containsExactly(closed.resolve("in"));
    Path at = staging.place().orElseThrow();
    assertThat(staging.seen(file)).isEqualTo(at.resolve("0/f"));
    assertThat(staging.seen(Path.of("/etc/passwd"))).isEqualTo(Path.of("/etc/passwd"));
    Path inner = Files.createDirectory(closed.resolve("in/inner"));
    Files.createDirectory(inner.resolve("x"));
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    Staging twice = Staging.of(List.of(file, inner.resolve("x")));
    assertThat(twice.mounts()).containsExactly(closed.resolve("in"), inner.resolve("x"));
    assertThat(twice.seen(inner.resolve("x"))).isEqualTo(at.resolve("1"));
    assertThat(twice.seen(file)).isEqualTo(at.resolve("0/f"));
    open(closed);
    assumeTrue(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(place)).endsWith("x"),
        "missing capability chmod");
    assertThat(Staging.of(List.of(file))).isEqualTo(Staging.none());
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void everyProcessHasAUserOfItsOwnThatNobodyElseHas() {
    Accounts accounts = new Accounts(-1);
    int first = accounts.next();
    assertThat(accounts.next()).isNotEqualTo(first);
    for (int seed : List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertThat(new Accounts(seed).next())
          .isBetween(Accounts.FIRST, Accounts.FIRST + Accounts.COUNT - 1);
    }
  }
}

package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.launch.Launch;
import dev.glovebox.jail.launch.Programs;
import dev.glovebox.jail.launch.Staging;
import dev.glovebox.jail.view.Bind;
import java.util.ArrayList;
import java.util.List;

/** Bubblewrap's own words on the command line. */
final class Bubblewrap {
  /** Who the process is inside: nobody. */
  static final int INSIDE = 65_534;

  /** The devices that a JVM asks for. */
  private static final List<String> DEVICES =
      List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

  private Bubblewrap() {}

  /** The words that lead to {@code inside}, whose paths are those of the jail. */
  static List<String> words(
      Programs programs, Staging staging, List<Bind> binds, List<String> inside) {
    List<String> words = new ArrayList<>();
    words.add(programs.path(Programs.BUBBLEWRAP));
    words.addAll(List.of("--seccomp", Integer.toString(Launch.FILTER_DESCRIPTOR)));
    words.addAll(List.of("--unshare-all", "--unshare-user", "--disable-userns"));
    words.addAll(List.of("--uid", Integer.toString(INSIDE), "--gid", Integer.toString(INSIDE)));
    words.addAll(List.of("--hostname", "worker"));
    words.addAll(List.of("--die-with-parent", "--new-session", "--as-pid-1"));
    words.addAll(List.of("--clearenv", "--setenv", "LANG", "C.UTF-8"));
    words.addAll(List.of("--cap-drop", "ALL"));
    for (Bind bind : binds) {
      words.addAll(
          List.of(
              bind.writable() ? "--bind" : "--ro-bind",
              staging.seen(bind.source()).toString(),
              bind.inside()));
    }
    words.addAll(List.of("--proc", "/proc", "--remount-ro", "/proc"));
    words.addAll(List.of("--size", Long.toString(Launch.TEMPORARY_BYTES_MAX), "--tmpfs", "/tmp"));
    // Not --dev: that brings terminals of its own, which are kernel code and places to write to.
    words.addAll(List.of("--tmpfs", "/dev"));
    for (String device : DEVICES) {
      words.addAll(List.of("--dev-bind", device, device));
    }
    words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
    words.addAll(List.of("--chdir", "/tmp", "--"));
    words.addAll(inside);
    return List.copyOf(words);
  }
}

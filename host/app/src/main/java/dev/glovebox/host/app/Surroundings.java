package dev.glovebox.host.app;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.oci.OciProbe;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the program finds around it; read once, at the start, and passed on as values.
 *
 * @param home the checkout: images and the committed limits file are found below it
 * @param cache what may be made again: unpacked programs, the database template
 * @param temporary where private folders are made; short, because socket paths are
 * @param user name of the account that runs the program
 * @param javaHome the JDK that child processes use
 * @param programs folders in which the system's programs are looked for
 * @param ceiling strongest tier of isolation that is used; below {@link Tier#OCI} for tests alone
 */
public record Surroundings(
    Path home,
    Path cache,
    Path temporary,
    String user,
    Path javaHome,
    String osName,
    String osArch,
    List<Path> programs,
    Tier ceiling) {
  private static final String CEILING = "glovebox.tier.ceiling";

  private static final String OCI_RUNTIME = "glovebox.oci.runtime";

  /** Copies the list. */
  public Surroundings {
    programs = List.copyOf(programs);
  }

  /** Reads the system properties that the launcher set, with the working folder as fallback. */
  public static Surroundings ofThisProcess() {
    Path home =
        Path.of(System.getProperty("glovebox.home", System.getProperty("glovebox.root", ".")))
            .toAbsolutePath()
            .normalize();
    return new Surroundings(
        home,
        Path.of(System.getProperty("glovebox.cache", home.resolve(".glovebox").toString())),
        Path.of(System.getProperty("java.io.tmpdir")),
        System.getProperty("user.name"),
        Path.of(System.getProperty("java.home")),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        programs(Objects.requireNonNullElse(System.getenv("PATH"), "")),
        Tier.valueOf(System.getProperty(CEILING, Tier.OCI.text()).toUpperCase(Locale.ROOT)));
  }

  private static List<Path> programs(String path) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .toList();
  }

  /** Returns the name of the program for tier oci: as the launcher was told, else runc. */
  public String ociRuntime() {
    return System.getProperty(OCI_RUNTIME, OciProbe.DEFAULT_RUNTIME);
  }

  /** Returns the {@code java} executable for child processes. */
  public Path java() {
    return javaHome.resolve("bin").resolve("java");
  }
}

package dev.glovebox.jail.landlock;

import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.Launcher;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Libraries;
import dev.glovebox.jail.view.View;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts children that can open the files of their image, and no other file of the machine. */
public final class LandlockLauncher implements Launcher {
  /** What the kernel refuses where it has Landlock at all. */
  public static final List<String> MEASURES = List.of("landlock-files", "read-only-image");

  /** Holds from version 4 on. */
  public static final String TCP = "landlock-tcp";

  /** Holds from version 6 on. */
  public static final String SCOPE = "landlock-scope";

  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable",
          "-Xlog:all=off",
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> BOUNDS =
      List.of(
          "-Xmx16m",
          "-XX:+DisableAttachMechanism",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisplayVMOutputToStderr");

  /** Where a JVM and a guest engine take seeds from, and what they read of themselves. */
  private static final List<Path> SYSTEM =
      List.of(Path.of("/dev/random"), Path.of("/dev/urandom"), Path.of("/proc/self"));

  private final String java;
  private final ProcessImage launcher;
  private final Path home;
  private final Map<Path, List<String>> runtimes = new ConcurrentHashMap<>();
  private final int version;

  /**
   * Reads what children need beside their images.
   *
   * @param java of the runtime of children and launcher
   * @param launcher what {@link #image} describes, with or without a cache
   * @param version of the kernel's Landlock
   * @throws IOException if the runtime cannot be read
   */
  LandlockLauncher(Path java, ProcessImage launcher, int version) throws IOException {
    this.home = java.toRealPath().resolve("../..").normalize();
    this.java = java.toString();
    this.launcher = launcher;
    this.version = version;
    var _ = runtime(home);
  }

  /** Rules with which a JVM of the runtime at {@code home} can be started. */
  private List<String> runtime(Path home) throws IOException {
    List<String> known = runtimes.get(home);
    if (known != null) {
      return known;
    }
    Path real = home.toRealPath();
    Set<String> rules = new LinkedHashSet<>();
    rules.add(Access.READ.word(real.toString()));
    rules.addAll(program(JavaCommand.in(real), Libraries.ofRuntime(real)));
    SYSTEM.forEach(path -> rules.add(Access.READ.word(path.toString())));
    List<String> made = List.copyOf(rules);
    runtimes.put(home, made);
    return made;
  }

  /** Rules with which {@code program} can be started. */
  private static Set<String> program(Path program, List<Path> own) throws IOException {
    Set<String> rules = new LinkedHashSet<>();
    rules.add(Access.RUN.word(program.toString()));
    Libraries.loader(program).ifPresent(loader -> rules.add(Access.RUN.word(loader.toString())));
    for (Path library : Libraries.of(List.of(program), own).values()) {
      rules.add(Access.READ.word(library.toString()));
    }
    return rules;
  }

  /** The launcher as an image, without its cache: this module alone is on its class path. */
  public static ProcessImage image() {
    try {
      Path home =
          Path.of(LandlockMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ProcessImage("launcher", List.of(home), LandlockMain.class.getName(), FLAGS);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("where is the launcher?", e);
    }
  }

  @Override
  public List<String> measures() {
    List<String> measures = new ArrayList<>(MEASURES);
    if (version >= Rights.TCP_SINCE) {
      measures.add(TCP);
    }
    if (version >= Rights.SCOPE_SINCE) {
      measures.add(SCOPE);
    }
    return List.copyOf(measures);
  }

  @Override
  public List<String> command(ProcessImage image, Path folder, List<String> child)
      throws IOException {
    List<String> rules = new ArrayList<>(runtime(image.runtime().orElse(home)));
    for (Bind bind : View.of(image, Optional.empty()).binds()) {
      rules.add(Access.READ.word(bind.source().toString()));
    }
    rules.add(Access.WRITE.word(folder.toString()));
    return command(rules, child);
  }

  /** The command of the trial: {@code script} in a shell that can open nothing else. */
  List<String> trial(Path shell, String script, List<String> arguments) throws IOException {
    Set<String> rules = new LinkedHashSet<>(program(shell, List.of()));
    rules.add(Access.READ.word("/proc/self"));
    List<String> child = new ArrayList<>(List.of(shell.toString(), "-c", script, "trial"));
    child.addAll(arguments);
    return command(List.copyOf(rules), child);
  }

  private List<String> command(List<String> rules, List<String> child) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(launcher.jvmFlags());
    command.addAll(BOUNDS);
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator, launcher.classPath().stream().map(Path::toString).toList()));
    command.add(launcher.mainClass());
    command.addAll(rules);
    command.add("--");
    command.addAll(child);
    return List.copyOf(command);
  }
}

package dev.glovebox.host.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reviewer's own program meets what a worker meets, and the same program without does not. */
@Timeout(120)
final class ProbeCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void runsWhereAWorkerRunsAfterItsLock() throws IOException {
    int exit = run(jar().toString(), Probe.class.getName());
    assumeTrue(!err.toString().contains("TIER_UNAVAILABLE"), "missing capability tier-bwrap");
    assertThat(exit).as("%s", err).isZero();
    assertThat(err.toString()).contains("tier bwrap (", "the probe ended with 0");
    assertThat(out.toString().lines().toList())
        .contains("CapEff: 0000000000000000", "NoNewPrivs: 1", "Seccomp: 2")
        .contains("processes 1", "environment 0", "exec denied", "network denied")
        .contains("host file hidden");
  }

  @Test
  void itsProgramDoesOutsideWhatTheJailDenies() throws IOException {
    StringWriter said = new StringWriter();
    Probe.tell(new PrintWriter(said));
    assertThat(said.toString().lines().toList())
        .contains("exec done", "host file open")
        .doesNotContain("network denied", "processes 1", "environment 0");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() {
    assertThat(run(folder.resolve("none.jar").toString(), "A")).isEqualTo(3);
    assertThat(err.toString()).contains("FILE_UNREADABLE");
    assertThat(run(folder.toString(), "A", "--tier-floor", "none")).isEqualTo(2);
    assertThat(err.toString()).contains("ARGUMENT_INVALID");
  }

  @Test
  void namesAProgramThatIsNotThereOrThatDoesNotEnd() throws IOException {
    String jar = jar().toString();
    assertThat(run(jar, "no.such.Program", "--tier-floor", "process")).isEqualTo(1);
    assertThat(err.toString()).contains("no program", "the probe ended with 5");
    assertThat(run(jar, Endless.class.getName(), "--tier-floor", "process", "--seconds", "2"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("killed for WALL_DEADLINE");
  }

  private int run(String... arguments) {
    String[] all = Stream.concat(Stream.of("probe"), Stream.of(arguments)).toArray(String[]::new);
    return Main.run(
        Surroundings.ofThisProcess(), new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("probe.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Class<?> one : new Class<?>[] {Probe.class, Endless.class}) {
        String name = one.getName().replace('.', '/') + ".class";
        to.putNextEntry(new JarEntry(name));
        try (var bytes = one.getClassLoader().getResourceAsStream(name)) {
          assertThat(bytes).isNotNull();
          bytes.transferTo(to);
        }
      }
    }
    return jar;
  }

  /** Looks around and tries some ways out. */
  public static final class Probe {
    private Probe() {}

    /** Prints what it finds. */
    public static void main(String[] arguments) throws IOException {
      PrintWriter to = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
      tell(to);
      to.flush();
    }

    static void tell(PrintWriter to) throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.matches("(CapEff|NoNewPrivs|Seccomp):.*")) {
          to.println(line.replace('\t', ' '));
        }
      }
      try (Stream<Path> files = Files.list(Path.of("/proc"))) {
        to.println(
            "processes "
                + files
                    .filter(file -> String.valueOf(file.getFileName()).matches("[0-9]+"))
                    .count());
      }
      to.println(
          "environment "
              + System.getenv().keySet().stream()
                  .filter(name -> !name.matches("LANG|PWD|LD_LIBRARY_PATH|_JAVA_.*|NLSPATH"))
                  .count());
      to.println("exec " + said(() -> new ProcessBuilder("/proc/self/exe", "-version").start()));
      to.println(
          "network "
              + said(() -> {
                try (Socket socket = new Socket()) {
                  socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), 1_000);
                } catch (ConnectException refused) {
                  if (!String.valueOf(refused.getMessage()).contains("refused")) {
                    throw refused;
                  }
                }
                return "";
              }));
      to.println("host file " + (Files.exists(Path.of("/etc/passwd")) ? "open" : "hidden"));
    }

    private static String said(Callable<?> attempt) {
      try {
        var _ = attempt.call();
        return "done";
      } catch (Exception e) {
        return "denied";
      }
    }
  }

  /** Has no end. */
  public static final class Endless {
    private Endless() {}

    /** Waits for ever. */
    public static void main(String[] arguments) {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }
}

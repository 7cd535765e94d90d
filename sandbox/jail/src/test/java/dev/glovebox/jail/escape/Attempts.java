package dev.glovebox.jail.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.seccomp.Architecture;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What there is on the host's side to be reached, and the program that tries to. */
final class Attempts implements AutoCloseable {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String ABSTRACT = "glovebox-escape-" + ProcessHandle.current().pid();

  /** What it tries to write into the image; its own in each process of tests. */
  private static final String TRACE = "escape-trace-" + ProcessHandle.current().pid();

  private static Map<String, String> free = Map.of();

  private final ServerSocket server;
  private final DatagramSocket resolver;
  private final long listener;
  private final Path secret;
  private final Path other;

  private Attempts(ServerSocket server, DatagramSocket resolver, long listener, Path folder)
      throws IOException {
    this.server = server;
    this.resolver = resolver;
    this.listener = listener;
    this.secret = Files.writeString(folder.resolve("secret"), "host secret");
    Path neighbour = Files.createDirectories(folder.resolve("worker-of-another"));
    this.other = Files.writeString(neighbour.resolve("candidate.py"), "its candidate");
  }

  static Attempts open(Path folder) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = Native.abstractAddress(arena, ABSTRACT);
      long listener = Native.call(41, 1, 1, 0);
      assertThat(Native.call(49, listener, address.address(), address.byteSize())).isZero();
      assertThat(Native.call(50, listener, 16)).isZero();
      DatagramSocket resolver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().start(() -> answer(resolver));
      return new Attempts(
          new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), resolver, listener, folder);
    }
  }

  static void mustBeTriedHere() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && Architecture.of(System.getProperty("os.arch"))
                .equals(Optional.of(Architecture.X86_64)),
        "missing capability linux-x86_64: the attempts are calls by its numbers");
  }

  static Architecture architecture() {
    return Architecture.of(System.getProperty("os.arch")).orElseThrow();
  }

  static List<Path> programs() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  /** Answers every query with its own bytes. */
  private static void answer(DatagramSocket resolver) {
    DatagramPacket query = new DatagramPacket(new byte[512], 512);
    try {
      while (true) {
        resolver.receive(query);
        resolver.send(query);
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private ProcessImage image(String more) {
    List<Path> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith("classes") || entry.contains("glovebox-lockdown")) {
        classPath.add(Path.of(entry));
      }
    }
    return new ProcessImage(
        "escape",
        classPath,
        EscapeMain.class.getName(),
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dtcp.port=" + server.getLocalPort(),
            "-Ddns.port=" + resolver.getLocalPort(),
            "-Dabstract.name=" + ABSTRACT,
            "-Dhost.process=" + ProcessHandle.current().pid(),
            "-Dsecret=" + secret,
            "-Dread.key=" + secret,
            "-Dread.passwd=/etc/passwd",
            "-Dread.other=" + other,
            "-Dwrite.key=" + secret,
            "-Dwrite.image=" + classPath.getFirst().resolve(TRACE),
            "-Dmake.other=" + other.getParent(),
            more));
  }

  /** What came out for each attempt from inside {@code jail}. */
  Map<String, String> in(Jail jail, String more) throws IOException {
    Path trace = traceInTheImage();
    try (JailedProcess process = jail.start(image(more), new ProcessLimits(64, 16))) {
      process.killAfter(Duration.ofSeconds(60));
      Map<String, String> said = parsed(process.stdout().readAllBytes());
      var _ = process.awaitExit(Duration.ofSeconds(10));
      process.awaitErrors();
      assertThat(said).as(process.stderrText()).containsEntry("done", "yes");
      return said;
    } finally {
      Files.deleteIfExists(trace);
    }
  }

  /** A file of the image that can do no harm when it is changed. */
  private Path traceInTheImage() throws IOException {
    for (String flag : image("-Dnone").jvmFlags()) {
      if (flag.startsWith("-Dwrite.image=")) {
        return Files.writeString(Path.of(flag.substring(flag.indexOf('=') + 1)), "");
      }
    }
    throw new IllegalStateException("no such flag");
  }

  /** What came out without a jail; tried once for all tiers. */
  synchronized Map<String, String> free() throws IOException {
    if (!free.isEmpty()) {
      return free;
    }
    ProcessImage image = image("-Dlocked=false");
    Path trace = traceInTheImage();
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(image.jvmFlags());
    command.addAll(
        List.of(
            "-cp",
            String.join(
                File.pathSeparator, image.classPath().stream().map(Path::toString).toList()),
            image.mainClass()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      Map<String, String> said = parsed(process.getInputStream().readAllBytes());
      assertThat(said).containsEntry("done", "yes");
      free = said;
      return said;
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(trace);
    }
  }

  private static Map<String, String> parsed(byte[] output) {
    Map<String, String> said = new TreeMap<>();
    new String(output, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("="))
        .forEach(line ->
            said.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return said;
  }

  @Override
  public void close() throws IOException {
    Native.call(3, listener);
    resolver.close();
    server.close();
  }
}

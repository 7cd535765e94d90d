package dev.glovebox.jail.escape;

import dev.glovebox.lockdown.Lockdown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries to get out, as the worker's own process would that has been taken over, and prints one line
 * for each attempt: {@code name=outcome}. An attempt that succeeds says {@code yes}.
 */
final class EscapeMain {
  /** Calls with arguments that the kernel refuses for another reason, if it is let to see them. */
  static final Map<String, long[]> CALLS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ptrace", new long[] {101, 16, -1}),
              Map.entry("unshare", new long[] {272, 0}),
              Map.entry("setns", new long[] {308, -1, 0}),
              Map.entry("mount", new long[] {165, 0, 0, 0, 0, 0}),
              Map.entry("pivot_root", new long[] {155, 0, 0}),
              Map.entry("bpf", new long[] {321, 9999, 0, 0}),
              Map.entry("io_uring_setup", new long[] {425, 0, 0}),
              Map.entry("keyctl", new long[] {250, 9999}),
              Map.entry("add_key", new long[] {248, 0, 0}),
              Map.entry("userfaultfd", new long[] {323, 0x7fffffff}),
              Map.entry("perf_event_open", new long[] {298, 0, 0, 0, 0, 0}),
              Map.entry("process_vm_readv", new long[] {310, 0x3fffff, 0, 0, 0, 0}),
              Map.entry("memfd_create", new long[] {319, 0, 0}),
              Map.entry("pidfd_open", new long[] {434, -1, 0}),
              Map.entry("open_by_handle_at", new long[] {304, -1, 0, 0}),
              Map.entry("kill", new long[] {62, 0x3fffff, 0}),
              Map.entry("clone3", new long[] {435, 0, 0}),
              Map.entry("netlink", new long[] {41, 16, 3, 0}),
              Map.entry("vsock", new long[] {41, 40, 1, 0}),
              Map.entry("packet", new long[] {41, 17, 3, 0}),
              Map.entry("execve", new long[] {59, 0, 0, 0}),
              Map.entry("execveat", new long[] {322, -1, 0, 0, 0, 0}),
              Map.entry("unix_socket", new long[] {41, 1, 1, 0}),
              Map.entry("connect", new long[] {42, -1, 0, 0})));

  private static final int WRITE = 1;
  private static final int MAKE = 0x40;

  private EscapeMain() {}

  public static void main(String[] arguments) throws Exception {
    if (Boolean.getBoolean("locked")) {
      Lockdown.enter();
    }
    calls();
    network();
    opens();
    files();
    processes();
    status();
    System.out.println("done=yes");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void calls() {
    CALLS.forEach((name, call) -> {
      long[] arguments = Arrays.copyOfRange(call, 1, call.length);
      say("call." + name, Native.call(call[0], arguments));
    });
  }

  private static void network() {
    int port = Integer.getInteger("tcp.port");
    attempt(
        "tcp",
        () -> {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return "yes";
          }
        });
    attempt(
        "udp",
        () -> {
          try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port));
            return "yes";
          }
        });
    attempt(
        "dns",
        () -> {
          try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(2000);
            int resolver = Integer.getInteger("dns.port");
            socket.send(
                new DatagramPacket(new byte[12], 12, InetAddress.getLoopbackAddress(), resolver));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            return answer.getLength() > 0 ? "yes" : "no";
          }
        });
    attempt(
        "abstract",
        () -> {
          try (Arena arena = Arena.ofConfined()) {
            long socket = Native.call(41, 1, 1, 0);
            MemorySegment address =
                Native.abstractAddress(arena, System.getProperty("abstract.name"));
            long result = Native.call(42, socket, address.address(), address.byteSize());
            return result == 0 ? "yes" : Long.toString(result);
          }
        });
  }

  /** Opens by the kernel's own call, so that nothing in between can be what refuses. */
  private static void opens() {
    for (String name : System.getProperties().stringPropertyNames()) {
      String path = System.getProperty(name);
      if (name.startsWith("read.")) {
        attempt(name, () -> Native.open(path, 0));
      } else if (name.startsWith("write.")) {
        attempt(name, () -> Native.open(path, WRITE));
      } else if (name.startsWith("make.")) {
        attempt(name, () -> made(Path.of(path)));
      }
    }
    attempt("make.own", () -> made(Path.of(System.getProperty("java.io.tmpdir"))));
    attempt(
        "signal",
        () -> {
          long result = Native.call(62, Long.getLong("host.process"), 0);
          return result == 0 ? "yes" : Long.toString(result);
        });
  }

  private static String made(Path folder) throws IOException {
    Path file = folder.resolve("escape-file");
    String outcome = Native.open(file.toString(), MAKE | WRITE);
    if (outcome.equals("yes")) {
      Files.delete(file);
    }
    return outcome;
  }

  private static void files() {
    attempt("secret", () -> Files.readString(Path.of(System.getProperty("secret"))).trim());
    attempt("passwd", () -> Files.readString(Path.of("/etc/passwd")).isEmpty() ? "no" : "yes");
    attempt("root", () -> names(Path.of("/")));
    attempt("writable", EscapeMain::writable);
    attempt("tmp.bytes", EscapeMain::fill);
    for (String file :
        List.of(
            "/proc/sys/kernel/core_pattern",
            "/proc/sysrq-trigger",
            "/proc/sys/kernel/hostname",
            "/proc/sys/vm/overcommit_memory")) {
      attempt("open." + file, () -> opened(file));
    }
    for (String file : List.of("/dev/ptmx", "/proc/self/comm", "/proc/self/oom_score_adj")) {
      attempt("own." + file, () -> opened(file));
    }
  }

  private static String opened(String file) throws IOException {
    try (RandomAccessFile _ = new RandomAccessFile(file, "rw")) {
      return "yes";
    }
  }

  private static String names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .collect(Collectors.joining(","));
    }
  }

  /** The folders in which a file can be made: all there are, or a few where that is too many. */
  private static String writable() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(Path.of("/tmp"), Path.of("/dev/shm")));
    if (Boolean.getBoolean("everywhere")) {
      Files.walkFileTree(
          Path.of("/"),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              folders.add(folder);
              return folder.startsWith("/proc")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return folders.stream()
        .distinct()
        .filter(EscapeMain::takesAFile)
        .map(Path::toString)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static boolean takesAFile(Path folder) {
    try {
      Files.delete(Files.createFile(folder.resolve("escape-attempt")));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String fill() throws IOException {
    Path file = Path.of("/tmp/filler");
    byte[] block = new byte[1024 * 1024];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (written < 100L * block.length) {
        out.write(block);
        written += block.length;
      }
    } catch (IOException e) {
      return Long.toString(written);
    } finally {
      Files.deleteIfExists(file);
    }
    return Long.toString(written);
  }

  private static void processes() {
    attempt(
        "processes",
        () -> {
          try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return Long.toString(
                entries
                    .filter(entry -> String.valueOf(entry.getFileName()).matches("[0-9]+"))
                    .count());
          }
        });
    attempt("environment", () -> String.join(",", System.getenv().keySet()));
    attempt(
        "exec",
        () -> {
          String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
          Process child = new ProcessBuilder(java, "-version").start();
          child.getInputStream().readAllBytes();
          return child.waitFor() == 0 ? "yes" : "no";
        });
    attempt("descriptors", EscapeMain::descriptors);
    attempt(
        "threads",
        () -> {
          Thread thread = Thread.ofPlatform().start(() -> {});
          thread.join();
          Thread.ofVirtual().start(() -> {}).join();
          return "yes";
        });
  }

  /** Open files that are neither a jar nor a standard stream. */
  private static String descriptors() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
      return entries
          .map(EscapeMain::target)
          .filter(target -> target.startsWith("/"))
          .filter(target -> !target.endsWith(".jar") && !target.endsWith("/modules"))
          .filter(target -> !target.startsWith("/proc/"))
          .sorted()
          .collect(Collectors.joining(","));
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static void status() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      for (String name : List.of("CapEff", "CapBnd", "CapPrm", "NoNewPrivs", "Seccomp", "Uid")) {
        if (line.startsWith(name + ":")) {
          say(name, line.substring(name.length() + 1).trim().split("\\s+", 2)[0]);
        }
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
      if (line.startsWith("Max core file size")) {
        say("core", line.split("\\s{2,}", -1)[1]);
      }
    }
  }

  private static void attempt(String name, Callable<String> action) {
    try {
      say(name, action.call());
    } catch (Exception | Error e) {
      say(name, "no: " + e.getClass().getSimpleName());
    }
  }

  private static void say(String name, Object outcome) {
    System.out.println(name + "=" + String.valueOf(outcome).replace('\n', ' '));
  }
}

package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.ProcessExit;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Goes up to a bound of the jail, chosen by the property {@code edge}, and on. */
final class EdgeMain {
  private static final int MEBIBYTE = 1024 * 1024;

  private EdgeMain() {}

  public static void main(String[] arguments) throws Exception {
    switch (System.getProperty("edge")) {
      case "files" -> {
        System.out.println("descriptors=" + descriptors());
        System.out.println("bytes=" + bytes());
      }
      case "heap" -> take(Integer.getInteger("mebibytes"), false);
      case "direct" -> {
        try {
          take(Integer.getInteger("mebibytes"), true);
        } catch (OutOfMemoryError e) {
          // The JVM exits by itself for its heap alone; for this one the worker does.
          Runtime.getRuntime().halt(ProcessExit.STATUS_OUT_OF_MEMORY);
        }
      }
      case "threads" -> threads();
      case "cpu" -> spin(Long.getLong("millis"));
      default -> Runtime.getRuntime().halt(2);
    }
    System.out.println("done");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** Opens files until the kernel gives no more; returns how many were open then. */
  private static long descriptors() throws IOException {
    long before;
    try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
      // Looking takes two of them.
      before = entries.count() - 2;
    }
    List<InputStream> open = new ArrayList<>();
    try {
      while (open.size() < 100_000) {
        open.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException e) {
      // That was the last one.
    }
    for (InputStream one : open) {
      one.close();
    }
    return before + open.size();
  }

  private static long bytes() throws IOException {
    long written = 0;
    byte[] block = new byte[MEBIBYTE];
    Path file = Path.of("/tmp/filler");
    try (OutputStream out = Files.newOutputStream(file)) {
      while (written < 1024L * MEBIBYTE) {
        out.write(block);
        written += block.length;
      }
    } catch (IOException e) {
      return written;
    } finally {
      Files.deleteIfExists(file);
    }
    return written;
  }

  private static void take(int mebibytes, boolean direct) {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < mebibytes; i++) {
      kept.add(direct ? ByteBuffer.allocateDirect(MEBIBYTE) : new byte[MEBIBYTE]);
    }
    System.out.println("took=" + kept.size());
  }

  private static void threads() {
    for (int count = 0; count < 100_000; count++) {
      Thread.ofPlatform().daemon().start(LockSupport::park);
      System.out.println("threads=" + count);
    }
  }

  private static void spin(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}

package dev.glovebox.lockdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child that locks itself if it is told to, says what is in force, and ends. */
final class LockedMain {
  private LockedMain() {}

  public static void main(String[] arguments) throws IOException {
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                int _ = System.in.read();
              } catch (IOException e) {
                // The test is over.
              }
            });
    try {
      Lockdown.prepare();
      Lockdown.enter();
    } catch (IllegalStateException e) {
      System.out.println("failed " + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("Seccomp:") || line.startsWith("NoNewPrivs:")) {
        System.out.println(line.replace('\t', ' '));
      }
    }
    System.out.println("reader " + reader.isAlive());
    System.out.flush();
    Lockdown.halt(7);
  }
}

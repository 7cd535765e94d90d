package dev.glovebox.image;

import java.util.List;
import java.util.stream.Stream;

/** The JVM flags that images have in common; the jail adds its own. */
public final class ChildFlags {
  /** For every child. */
  public static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UnlockExperimentalVMOptions",
          // Identity hashes are equal in every process.
          "-XX:hashCode=2",
          "-Xlog:disable",
          "-Xlog:all=off",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8");

  /** For what ends before a better compiler has earned its time. */
  public static final List<String> QUICK =
      Stream.concat(
              COMMON.stream(),
              Stream.of(
                  "-XX:TieredStopAtLevel=1",
                  // The cache's notes of what was hot serve a better compiler; reading them, and
                  // compiling by them at once, took a twelfth of a worker's start.
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:-AOTReplayTraining"))
          .toList();

  private ChildFlags() {}
}

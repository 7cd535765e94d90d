package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.image.ImageParts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Names a cache after everything it depends on, so that a stale one is never found.
 *
 * <p>A file counts by path, length and time of change in nanoseconds, which is also what the JVM
 * compares before it uses a cache; its bytes are not read.
 */
final class Fingerprint {
  /** Raised when the way caches are made changes. */
  private static final String VERSION = "glovebox-image-2";

  /** Where a JDK says which build it is. */
  static final String RELEASE = "release";

  private static final int HEX_DIGITS = 32;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    text(VERSION);
  }

  /** Names the runtime that {@code jdk} links from {@code modules}. */
  static String ofRuntime(Path jdk, String modules) throws IOException {
    Fingerprint made = new Fingerprint();
    made.text(Runtime.version().toString());
    made.text(Files.readString(jdk.resolve(RELEASE)));
    made.file(jdk.resolve("lib").resolve("modules"));
    made.text(modules);
    return made.name();
  }

  /** Names the cache of {@code image} on the runtime at {@code runtime}, with a tier's paths. */
  static String ofCache(ProcessImage image, Path runtime, Tier tier) throws IOException {
    Fingerprint made = new Fingerprint();
    made.text(paths(tier));
    made.text(Runtime.version().toString());
    made.file(runtime.resolve("lib").resolve("modules"));
    made.text(image.name());
    made.text(image.mainClass());
    for (String flag : image.jvmFlags()) {
      made.text(flag);
      if (flag.startsWith("--module-path=") || flag.startsWith("--upgrade-module-path=")) {
        for (String jar : flag.substring(flag.indexOf('=') + 1).split(File.pathSeparator, -1)) {
          made.file(Path.of(jar));
        }
      }
    }
    for (Path jar : image.classPath()) {
      made.file(jar);
    }
    return made.name();
  }

  /** Names the listing of an image whose parts lie at these places: whatever their bytes are. */
  static String ofPlaces(ImageParts parts, Tier tier) {
    Fingerprint made = new Fingerprint();
    made.text(paths(tier));
    parts
        .withoutCache()
        .places()
        .forEach((name, place) -> {
          made.text(name);
          made.text(place.toString());
        });
    return made.name();
  }

  /** The paths inside are the same in tiers {@code bwrap} and {@code oci}. */
  private static String paths(Tier tier) {
    return (tier == Tier.OCI ? Tier.BWRAP : tier).text();
  }

  private void file(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    text(file.toAbsolutePath().toString());
    text(found.size() + " " + found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private String name() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }
}

package dev.glovebox.host.app.review;

import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.approval.Statement.SeenCheck;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that a reviewer decides on, hashed again and found to be what the manifest says.
 *
 * @param files by name
 */
public record Bundle(Manifest manifest, Map<String, byte[]> files) {
  /** Largest file of a bundle, in bytes. */
  public static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  private static final Set<String> NAMES =
      Set.of(
          ReviewBundle.MANIFEST,
          ReviewBundle.ARTIFACT,
          ReviewBundle.PREPARED,
          ReviewBundle.LINE_MAP,
          ReviewBundle.FINDINGS,
          ReviewBundle.STRATEGY_MANIFEST,
          ReviewBundle.CHECK,
          ReviewBundle.PREVIOUS,
          ReviewBundle.APPROVED);

  private static final Set<String> OPTIONAL =
      Set.of(ReviewBundle.CHECK, ReviewBundle.PREVIOUS, ReviewBundle.APPROVED);

  /**
   * Takes a bundle and hashes every file.
   *
   * @throws Refusal REVIEW_BUNDLE_INVALID if a file is missing, too many, or has another hash
   */
  public static Bundle of(Map<String, byte[]> files) {
    byte[] manifestBytes = files.get(ReviewBundle.MANIFEST);
    if (manifestBytes == null) {
      throw invalid(ReviewBundle.MANIFEST + " is missing");
    }
    Manifest manifest = Manifest.read(manifestBytes);
    Set<String> named = new TreeSet<>(manifest.hashes().keySet());
    named.add(ReviewBundle.MANIFEST);
    if (!files.keySet().equals(named)) {
      throw invalid("the files are not those that the manifest names");
    }
    manifest
        .hashes()
        .forEach((name, hash) -> {
          byte[] bytes = files.get(name);
          if (bytes == null || !Sha256.of(bytes).equals(hash)) {
            throw invalid(name + " has another hash than the manifest says");
          }
        });
    return new Bundle(manifest, new TreeMap<>(files));
  }

  /**
   * Reads a bundle from a folder that {@code review --out} wrote.
   *
   * @throws Refusal FILE_UNREADABLE or REVIEW_BUNDLE_INVALID
   */
  public static Bundle read(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (String name : NAMES) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
          if (Files.size(file) > FILE_BYTES_MAX) {
            throw invalid(name + " is too large");
          }
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be read");
    }
    return of(files);
  }

  /**
   * Writes the files into a new or empty folder, for a machine without a network.
   *
   * @throws Refusal FILE_UNREADABLE if that is not possible
   */
  public void write(Path folder) {
    Path made = Folders.own(folder);
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(made.resolve(file.getKey()), file.getValue());
      }
      // A file of an older bundle would make this one unreadable.
      for (String name : OPTIONAL) {
        if (!files.containsKey(name)) {
          Files.deleteIfExists(made.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be written");
    }
  }

  /** Returns the submitted bytes. */
  public byte[] source() {
    return file(ReviewBundle.ARTIFACT);
  }

  /** Returns a file that every bundle has. */
  byte[] file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw invalid(name + " is missing");
    }
    return bytes;
  }

  /** Returns what a statement about this bundle binds: hashes made here. */
  public Subject subject() {
    return new Subject(
        manifest.candidate(),
        Sha256.of(source()),
        Sha256.of(file(ReviewBundle.PREPARED)),
        Sha256.of(file(ReviewBundle.FINDINGS)),
        manifest.ruleSetHash(),
        Sha256.of(file(ReviewBundle.STRATEGY_MANIFEST)),
        manifest.check().map(id -> new SeenCheck(id, Sha256.of(file(ReviewBundle.CHECK)))));
  }

  private static Refusal invalid(String sentence) {
    return new Refusal(Code.REVIEW_BUNDLE_INVALID, sentence);
  }
}

package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sound log of a few records, and the means to damage it and to ask the verifier. */
abstract class DamagedLog {
  static final int RECORDS = 9;

  @TempDir Path temporary;
  LogFixture fixture;
  Path trust;

  @BeforeEach
  void writeLog() {
    fixture = new LogFixture(temporary.resolve("data"));
    trust = temporary.resolve("trust.json");
    fixture.settings = fixture.settings.withBounds(new AuditSettings.Bounds(1 << 20, 64, 16, 100));
    fixture.write(RECORDS).write(trust);
  }

  void remake(int at, String from, String to) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frames.Bytes frame : frames()) {
      String leaf = new String(frame.leaf(), StandardCharsets.UTF_8);
      int found = leaf.indexOf(from);
      String changed = leaf.substring(0, found) + to + leaf.substring(found + to.length());
      all.write(
          frame.sequence() == at
              ? Frames.framed(at, changed.getBytes(StandardCharsets.UTF_8))
              : frame.bytes());
    }
    Files.write(segment(), all.toByteArray());
  }

  static void secure(Path keys) {
    try (var files = Files.list(keys)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(
            file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  LogFolder folder() {
    return new LogFolder(fixture.folder());
  }

  Path segment() {
    return folder().segment(0);
  }

  List<Frames.Bytes> frames() {
    return Frames.of(segment());
  }

  void write(List<Frames.Bytes> frames) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frames.Bytes frame : frames) {
      all.write(frame.bytes());
    }
    Files.write(segment(), all.toByteArray());
  }

  List<Path> audit() {
    return List.of(fixture.data.resolve("audit"));
  }

  Optional<Path> epochKeys() {
    return Optional.of(fixture.data.resolve("keys").resolve(FileKeys.EPOCH_FILE));
  }

  Verification verify() {
    return Verifier.verify(audit(), Optional.of(trust), Optional.empty());
  }

  List<String> defects() {
    return verify().lines().stream().filter(line -> line.startsWith("AUDIT_")).toList();
  }

  List<String> defectsWithKeys() {
    return Verifier.verify(audit(), Optional.of(trust), epochKeys()).lines().stream()
        .filter(line -> line.startsWith("AUDIT_"))
        .toList();
  }

  void finds(String... lines) {
    assertThat(defects()).containsExactly(lines);
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  static String line(Code code, long sequence, long offset) {
    return code + " " + LogFixture.ORIGIN + ' ' + sequence + ' ' + offset;
  }
}

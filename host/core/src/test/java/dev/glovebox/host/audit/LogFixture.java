package dev.glovebox.host.audit;

import dev.glovebox.host.clock.ReplayClock;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Map;

/** A data folder with keys and small bounds, and drafts to append. */
final class LogFixture {
  static final TeamId TEAM = new TeamId("alpha");
  static final RunId RUN = new RunId(TEAM, "run-00000001");
  static final Origin ORIGIN = new Origin("glovebox-0123456789abcdef");
  static final long START_MICROS = 1_700_000_000_123_456L;
  static final AuditSettings.Bounds SMALL = new AuditSettings.Bounds(4096, 64, 16, 8);

  final Path data;
  final FileKeys keys;
  final ReplayClock clock = new ReplayClock(START_MICROS);
  AuditSettings settings;

  LogFixture(Path data) {
    this(data, "keys");
  }

  LogFixture(Path data, String keyFolder) {
    this.data = data;
    Path folder = data.resolve(keyFolder);
    this.keys =
        FileKeys.exist(folder)
            ? FileKeys.open(folder)
            : FileKeys.create(folder, ORIGIN.keyName(Environment.DEVELOPMENT), new SecureRandom());
    this.settings = AuditSettings.below(data, ORIGIN, Environment.DEVELOPMENT).withBounds(SMALL);
  }

  AuditLog open() {
    return AuditLog.open(settings, clock, keys);
  }

  /** Writes a log of {@code records} records, the first record included, and closes it. */
  TrustFile write(int records) {
    try (AuditLog log = open()) {
      while (log.reader().size() < records) {
        log.append(decision(log.reader().size()));
      }
      return log.trust();
    }
  }

  Path folder() {
    return settings.folder();
  }

  static RecordDraft decision(long number) {
    return RecordDraft.of(StepType.DECISION, TEAM, "alpha/ann", "system:runner")
        .in(RUN)
        .with("observed_by", Json.of("HOST"))
        .detailed(Json.of(Map.of("bar_index", Json.of(number), "note", Json.of("nothing"))));
  }

  static RecordDraft manifest(RunId run) {
    return RecordDraft.of(StepType.RUN_MANIFEST, TEAM, "alpha/ann", "system:runner").in(run);
  }

  static void copy(Path from, Path to) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(to.resolve(from.relativize(folder)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.copy(file, to.resolve(from.relativize(file)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

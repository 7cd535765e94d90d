package dev.glovebox.host;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.ReplayClock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;

/** A real log, real keys and real payloads in one folder, under a clock that stands still. */
public final class TestHost implements AutoCloseable {
  /** 2026-01-02T03:04:05Z. */
  public static final long NOW_MICROS = 1_767_323_045_000_000L;

  private static final AuditSettings.Bounds SMALL =
      new AuditSettings.Bounds(1024 * 1024, 1_024, 256, 8_192);

  private final Path data;
  private final ReplayClock clock = new ReplayClock(NOW_MICROS);
  private final FileKeys keys;
  private AuditLog log;

  /** Makes a host in an empty folder. */
  public TestHost(Path data) {
    this.data = data;
    this.keys = FileKeys.create(data.resolve("keys"), "glovebox-test", new SecureRandom());
    this.log = open();
  }

  private AuditLog open() {
    return AuditLog.open(
        AuditSettings.below(data, new Origin("glovebox-0123456789abcdef"), Environment.DEVELOPMENT)
            .withBounds(SMALL),
        clock,
        keys);
  }

  /** Closes the log and opens it again, as a next host does. */
  public void restart() {
    log.close();
    log = open();
  }

  public AuditLog log() {
    return log;
  }

  public FileKeys keys() {
    return keys;
  }

  public ReplayClock clock() {
    return clock;
  }

  public PayloadStore payloads() {
    return new PayloadStore(data.resolve("payload"));
  }

  /** Returns an id's random part. */
  public static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Returns a team nobody else uses. */
  public static TeamId newTeam() {
    return new TeamId("t" + newId().substring(0, 20));
  }

  /** Returns a run nobody else uses. */
  public static RunId newRun() {
    return new RunId(newTeam(), "run-" + newId());
  }

  /** Returns an agent of {@code team}. */
  public static Caller agent(TeamId team, String name) {
    return new Caller(team, team + "/" + name, Set.of(Role.AGENT));
  }

  @Override
  public void close() {
    log.close();
  }
}

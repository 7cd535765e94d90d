package dev.glovebox.host.runner;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.runner.Runs.ReportFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of finished runs, as payloads; one index payload per run names them by hash.
 *
 * <p>Every read checks the hash.
 */
final class RunArchive {
  /** Version of the index. */
  static final int VERSION = 1;

  static final String REPORT = "report.json";
  static final String RUNSPEC = "runspec.json";
  static final String DECISIONS = "decisions.jsonl";
  static final String FILLS = "fills.csv";
  static final String EQUITY = "equity.csv";
  static final String JOURNAL = "journal";

  /** What the strategy said, for the page; not a file of {@code --out}. */
  static final String SAID = "said";

  private static final Set<String> KEPT_BACK = Set.of(JOURNAL, SAID);

  private final PayloadStore payloads;

  RunArchive(PayloadStore payloads) {
    this.payloads = payloads;
  }

  /** Keeps the index of a run's files. */
  Payload index(TeamId team, SortedMap<String, Sha256> files) {
    TreeMap<String, Json> members = new TreeMap<>();
    files.forEach((name, hash) -> members.put(name, Json.of(hash.hex())));
    return payloads.put(
        team, Json.of(Map.of("v", Json.of(VERSION), "files", Json.of(members))).bytes());
  }

  /** Returns the names of the files of {@code --out} that an index has; the rest stay payloads. */
  List<String> fileNames(TeamId team, Sha256 index) {
    return names(team, index).keySet().stream().filter(name -> !KEPT_BACK.contains(name)).toList();
  }

  /** Returns one file of {@code --out}; its hash is checked when it is opened. */
  ReportFile file(TeamId team, Sha256 index, String name) {
    return new ReportFile(
        name,
        () -> Files.newInputStream(checked(team, index, name).orElseThrow(RunArchive::broken)));
  }

  /** Returns where a file of a run lies, after its hash was checked; empty if there is none. */
  Optional<Path> checked(TeamId team, Sha256 index, String name) {
    return Optional.ofNullable(names(team, index).get(name))
        .map(hash -> payloads.checked(team, hash));
  }

  /** Returns the content of a run's report.json. */
  Json.Obj report(TeamId team, Sha256 index) {
    Sha256 hash = names(team, index).get(REPORT);
    if (hash != null && CanonicalJson.parse(payloads.read(team, hash)) instanceof Json.Obj report) {
      return report;
    }
    throw broken();
  }

  private SortedMap<String, Sha256> names(TeamId team, Sha256 index) {
    if (CanonicalJson.parse(payloads.read(team, index)) instanceof Json.Obj(var members)
        && members.get("files") instanceof Json.Obj(var files)) {
      SortedMap<String, Sha256> names = new TreeMap<>();
      files.forEach((name, value) -> {
        if (!(value instanceof Json.Str(String hex))) {
          throw broken();
        }
        names.put(name, new Sha256(hex));
      });
      return names;
    }
    throw broken();
  }

  private static Refusal broken() {
    return new Refusal(Code.STORAGE_FAILED, "the index of a report is of another form");
  }
}

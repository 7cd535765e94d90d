package dev.glovebox.host.runner;

import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.market.SeriesReader;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.report.page.PageInput;
import dev.glovebox.host.report.page.ReportPage;
import dev.glovebox.host.runner.LocalRuns.Parts;
import dev.glovebox.host.runner.RunTable.RunRow;
import dev.glovebox.host.runner.Runs.ReportFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files of a run that is over; {@code report.html} is made from the others on request. */
final class ReportFiles {
  private static final long PAGE_PART_BYTES_MAX = 4 * 1024 * 1024;

  private final Parts parts;
  private final RunArchive archive;
  private final Function<CandidateId, Optional<CheckReport>> checks;

  ReportFiles(
      Parts parts, RunArchive archive, Function<CandidateId, Optional<CheckReport>> checks) {
    this.parts = parts;
    this.archive = archive;
    this.checks = checks;
  }

  /** Returns the named files, or all but the page; refuses a name that the run does not have. */
  List<ReportFile> of(RunRow row, List<String> names) {
    return switch (row.state()) {
      case STARTING, RUNNING -> throw new Refusal(Code.RUN_NOT_FINISHED, "the run still goes on");
      case ENDED -> ended(row, index(row), names);
      case INTERRUPTED -> interrupted(row, names);
    };
  }

  private List<ReportFile> ended(RunRow row, Sha256 index, List<String> names) {
    TeamId team = row.run().team();
    List<String> known = archive.fileNames(team, index);
    return (names.isEmpty() ? known : names)
        .stream()
            .map(name -> {
              if (name.equals(ReportPage.FILE_NAME)) {
                return page(row, archive.report(team, index), Optional.of(index));
              }
              mustBeKnown(name, known);
              return archive.file(team, index, name);
            })
            .toList();
  }

  private List<ReportFile> interrupted(RunRow row, List<String> names) {
    List<ReportFile> files = PastRuns.interrupted(row, parts);
    if (names.isEmpty()) {
      return files;
    }
    List<String> known = files.stream().map(ReportFile::name).toList();
    return names.stream()
        .map(name -> {
          if (name.equals(ReportPage.FILE_NAME)) {
            return page(row, PastRuns.report(row, parts), Optional.empty());
          }
          mustBeKnown(name, known);
          return files.get(known.indexOf(name));
        })
        .toList();
  }

  private static void mustBeKnown(String name, List<String> known) {
    if (!known.contains(name)) {
      throw new Refusal(
          Code.ARGUMENT_INVALID,
          "files: this run has " + String.join(", ", known) + " and " + ReportPage.FILE_NAME);
    }
  }

  private ReportFile page(RunRow row, Json.Obj report, Optional<Sha256> index) {
    TeamId team = row.run().team();
    Json.Obj spec = object(parts.payloads().read(team, row.runSpec()));
    PageInput input =
        new PageInput(
            report,
            spec,
            said(team, index),
            () -> open(team, index, RunArchive.FILLS),
            () -> open(team, index, RunArchive.EQUITY),
            () -> open(team, index, RunArchive.DECISIONS),
            () -> bars(team, spec),
            check(row),
            row.manifestSequence(),
            row.resultSequence());
    return ReportFile.of(ReportPage.FILE_NAME, ReportPage.of(input));
  }

  /** Returns the newest honesty checks of the very artifact that ran. */
  private Optional<Json.Obj> check(RunRow row) {
    if (row.manifestSequence().isEmpty()) {
      return Optional.empty();
    }
    return parts
        .log()
        .reader()
        .read(row.manifestSequence().getAsLong())
        .record()
        .text("candidate_id")
        .map(id -> new CandidateId(row.run().team(), id))
        .flatMap(checks)
        .filter(report -> report.artifact().equals(row.artifact()))
        .map(CheckReport::content);
  }

  /** Opens the bars of the first instrument; none if the series is of another form or gone. */
  private Optional<PageInput.Bars> bars(TeamId team, Json.Obj spec) {
    try {
      return spec.members().get("instruments") instanceof Json.Arr(List<Json> instruments)
              && instruments.getFirst() instanceof Json.Obj(var first)
              && first.get("series") instanceof Json.Str(String hash)
          ? Optional.of(new Bars(SeriesReader.open(parts.payloads(), team, new Sha256(hash))))
          : Optional.empty();
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private Optional<Json.Obj> said(TeamId team, Optional<Sha256> index) {
    return index
        .flatMap(hash -> archive.checked(team, hash, RunArchive.SAID))
        .map(ReportFiles::small);
  }

  private InputStream open(TeamId team, Optional<Sha256> index, String name) throws IOException {
    Optional<Path> file = index.flatMap(hash -> archive.checked(team, hash, name));
    return file.isPresent() ? Files.newInputStream(file.get()) : InputStream.nullInputStream();
  }

  private static Json.Obj small(Path file) {
    try {
      if (Files.size(file) <= PAGE_PART_BYTES_MAX) {
        return object(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      // The same answer: it was checked a moment ago and cannot be read now.
    }
    throw new Refusal(Code.STORAGE_FAILED, "a report file cannot be read");
  }

  private static Json.Obj object(byte[] bytes) {
    if (CanonicalJson.parse(bytes) instanceof Json.Obj object) {
      return object;
    }
    throw new Refusal(Code.STORAGE_FAILED, "a report file is of another form");
  }

  private static Sha256 index(RunRow row) {
    return row.report()
        .orElseThrow(() -> new Refusal(Code.STORAGE_FAILED, "the run's report is not there"));
  }

  private record Bars(SeriesReader reader) implements PageInput.Bars {
    @Override
    public Optional<SeriesBar> next() {
      return reader.next();
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}

package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One backtest: what the command said and the files that it wrote.
 *
 * @param out the folder of {@code --out}
 */
record Run(Said said, Path out) {
  /** Returns a member of {@code report.json} as text. */
  String report(String member) {
    return text(report().members().getOrDefault(member, Json.of("nothing of that name")));
  }

  /** Returns {@code report.json}; fails if it is not canonical JSON. */
  Json.Obj report() {
    Path file = out.resolve("report.json");
    if (!Files.exists(file)) {
      throw new AssertionError("no report: " + said);
    }
    return object(Bench.text(file));
  }

  /** Returns the lines of {@code decisions.jsonl}; fails if one is not canonical JSON. */
  List<Json.Obj> decisions() {
    return Bench.text(out.resolve("decisions.jsonl")).lines().map(Run::object).toList();
  }

  /** Returns the digest of {@code decisions.jsonl} as a user would compute it. */
  String digestOfFile() {
    return "d1:" + Sha256.of(Bench.text(out.resolve("decisions.jsonl")).getBytes(UTF_8)).hex();
  }

  /** Returns the rows of {@code fills.csv} without its header. */
  List<String[]> fills() {
    return Bench.text(out.resolve("fills.csv"))
        .lines()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",", -1)).toArray(String[]::new))
        .toList();
  }

  /** Returns a scalar as text, anything else as JSON. */
  static String text(Json value) {
    return value instanceof Json.Str(String text) ? text : value.text();
  }

  private static Json.Obj object(String line) {
    if (CanonicalJson.parse(line.getBytes(UTF_8)) instanceof Json.Obj object) {
      return object;
    }
    throw new AssertionError("no object: " + line);
  }
}

package dev.glovebox.host.app.endtoend;

import java.util.Map;
import java.util.TreeMap;

/**
 * A RunSpec in TOML.
 *
 * @param artifact key and value, such as {@code sha256 = "..."}
 * @param parameters names and values as text, raw
 * @param worker lines of the table {@code [worker]}
 */
record Spec(
    String artifact,
    String instrument,
    int block,
    String profile,
    String fee,
    Map<String, String> parameters,
    String worker) {

  /** A lock-step run of the artifact {@code hash} over {@code series}, without fees. */
  static Spec of(String hash, GoldenSeries series, String seriesHash) {
    return new Spec(
        "sha256 = \"" + hash + "\"",
        "id = \""
            + series.id()
            + "\"\nseries = \""
            + seriesHash
            + "\"\nstamp = \""
            + series.stamp()
            + "\"",
        1,
        "gate",
        "0",
        Map.of(),
        "");
  }

  /** The same in blocks. */
  Spec block(int sets) {
    return new Spec(artifact, instrument, sets, profile, fee, parameters, worker);
  }

  /** The same in profile bulk, with time for its start on a busy machine. */
  Spec compiled() {
    return new Spec(
        artifact, instrument, block, "bulk", fee, parameters, "wall_start_seconds = 120");
  }

  /** The same with a fee. */
  Spec fee(String basisPoints) {
    return new Spec(artifact, instrument, block, profile, basisPoints, parameters, worker);
  }

  /** The same with one more parameter. */
  Spec with(String name, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(name, value);
    return new Spec(artifact, instrument, block, profile, fee, more, worker);
  }

  /** The same with other limits of the worker. */
  Spec worker(String lines) {
    return new Spec(artifact, instrument, block, profile, fee, parameters, lines);
  }

  /** Returns the file's text. */
  String toml() {
    StringBuilder text = new StringBuilder(1024);
    text.append("version = 1\nmode = \"BACKTEST\"\nanalysis = \"off\"\nblock = ")
        .append(block)
        .append("\nprofile = \"")
        .append(profile)
        .append("\"\n[artifact]\n")
        .append(artifact)
        .append("\n[parameters]\n");
    parameters.forEach((name, value) ->
        text.append(quoted(name)).append(" = ").append(quoted(value)).append('\n'));
    return text.append("[account]\ntype = \"CASH\"\n[account.cash]\nUSD = \"100000\"\n")
        .append("[[instruments]]\n")
        .append(instrument)
        .append("\n[fees]\nbasis_points = \"")
        .append(fee)
        .append("\"\n[worker]\n")
        .append(worker)
        .append('\n')
        .toString();
  }

  /** A basic string of TOML with everything but plain ASCII escaped. */
  static String quoted(String raw) {
    StringBuilder text = new StringBuilder("\"");
    raw.codePoints()
        .forEach(point -> {
          if (point >= ' ' && point <= '~' && point != '"' && point != '\\') {
            text.appendCodePoint(point);
          } else {
            text.append(String.format("\\U%08x", point));
          }
        });
    return text.append('"').toString();
  }
}

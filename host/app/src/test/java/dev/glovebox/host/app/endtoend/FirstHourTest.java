package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.ServedHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes {@code docs/first-hour.md}: its files are written, its commands run in order, each in
 * this process. Then what the page promises is compared.
 */
@Tag("long")
@Timeout(300)
final class FirstHourTest {
  private static final Surroundings HERE = Surroundings.ofThisProcess();
  private static final Path PAGE = HERE.home().resolve("docs/first-hour.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(sh|toml)\\n(.*?)```");
  private static final Pattern FILE = Pattern.compile("# (\\S+\\.toml)\\n");
  private static final Pattern NAMED =
      Pattern.compile("teams/desk/(candidates|grants|runs)/[A-Za-z0-9._-]+");
  private static final String LISTENS = "127.0.0.1:7443";

  @TempDir private Path folder;
  private final Map<String, String> names = new TreeMap<>();
  private final List<ServedHost> hosts = new ArrayList<>();
  private String address = LISTENS;

  @Test
  void thePageLeadsToAPaperRunThatIsTheBacktestByteForByte() throws IOException {
    List<String> typed = new ArrayList<>();
    try {
      Matcher block = BLOCK.matcher(Files.readString(PAGE));
      while (block.find()) {
        if (block.group(1).equals("toml")) {
          write(block.group(2));
        } else {
          for (String line : block.group(2).lines().toList()) {
            type(line);
            typed.add(line);
          }
        }
      }
    } finally {
      hosts.forEach(ServedHost::close);
    }
    assertThat(typed).hasSize(14);
    for (String file : List.of("decisions.jsonl", "fills.csv", "equity.csv")) {
      assertThat(folder.resolve("paper").resolve(file))
          .as(file)
          .hasSameBinaryContentAs(folder.resolve("backtest").resolve(file));
    }
    assertThat(Files.readAllLines(folder.resolve("paper/decisions.jsonl"))).hasSize(1_917);
    assertThat(Files.readAllLines(folder.resolve("paper/fills.csv"))).hasSizeGreaterThan(20);
    assertThat(folder.resolve("paper/report.html")).exists();
  }

  private void write(String text) throws IOException {
    Matcher name = FILE.matcher(text);
    assertThat(name.lookingAt()).as("a file's name in %s", text).isTrue();
    Files.writeString(folder.resolve(name.group(1)), text);
  }

  private void type(String line) throws IOException {
    List<String> words = Pattern.compile(" +").splitAsStream(line).toList();
    switch (words.getFirst()) {
      case "jar" ->
          Files.writeString(
              folder.resolve(words.getLast()), GoldenSeries.resource('/' + words.getLast()));
      case "./glovebox" -> command(words.subList(1, words.size()));
      default -> throw new AssertionError("not known here: " + line);
    }
  }

  private void command(List<String> words) throws IOException {
    if (words.getFirst().equals("serve")) {
      serve(folder.resolve(words.getLast()));
      return;
    }
    if (words.getFirst().equals("run")) {
      List<String> ungranted = new ArrayList<>(words);
      int grant = ungranted.indexOf("--grant");
      ungranted.subList(grant, grant + 2).clear();
      assertThat(run(ungranted).mustEndWith(1).err()).contains("RUN_GRANT_MISSING");
    }
    if (words.getFirst().equals("verify")) {
      List<String> asked = new ArrayList<>(List.of("candidates", "--host", LISTENS, "--identity"));
      asked.add("laptop/principals/agent");
      assertThat(run(asked).mustEndWith(0).out().lines())
          .as("one file, whatever named it, is one candidate")
          .singleElement()
          .asString()
          .contains(names.get("candidates"));
      hosts.forEach(ServedHost::close);
      hosts.clear();
    }
    Said said = run(words);
    said.mustEndWith(0);
    Matcher named = NAMED.matcher(said.out());
    while (named.find()) {
      names.putIfAbsent(named.group(1), named.group());
    }
    if (words.getFirst().equals("run")) {
      assertThat(run(words).mustEndWith(1).err()).contains("RUN_GRANT_SPENT");
    }
  }

  /** Serves on a free port: the page's own may be taken here. */
  private void serve(Path config) throws IOException {
    Files.writeString(config, Files.readString(config).replace(LISTENS, "127.0.0.1:0"));
    ServedHost host = ServedHost.start(HERE, config);
    hosts.add(host);
    address = "127.0.0.1:" + host.ready().replaceAll(".*:", "");
  }

  private Said run(List<String> words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(
          switch (word) {
            case LISTENS -> address;
            case "CANDIDATE" -> names.getOrDefault("candidates", word);
            case "GRANT" -> names.getOrDefault("grants", word);
            case "laptop", "backtest", "paper" ->
                arguments.isEmpty() ? word : folder.resolve(word).toString();
            default ->
                word.matches("laptop/.*|.*\\.(toml|py)") ? folder.resolve(word).toString() : word;
          });
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            HERE, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }
}

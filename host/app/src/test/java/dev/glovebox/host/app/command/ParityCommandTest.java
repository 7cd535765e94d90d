package dev.glovebox.host.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ParityCommandTest {
  private static final String HEADER =
      "bar_index,time,instrument,order_id,side,quantity,price,fee,cash_after,position_after\n";
  private static final String ROW = "7,2013-01-11,AAA,o-000001,BUY,20,521.00,0,89580,20\n";

  @TempDir private Path folder;
  private Path left = Path.of("");
  private Path right = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoEqualRuns() throws IOException {
    left = run("a");
    right = run("b");
  }

  @Test
  void equalRunsAreZeroWithTheDigestOfTheirDecisions() {
    assertThat(parity(left, right)).isZero();
    assertThat(out.toString())
        .contains("equal      decisions.jsonl: 2 lines, sha256 ")
        .contains("equal      fills.csv: 2 lines, sha256 ");
    assertThat(parity(left.resolve("decisions.jsonl"), right)).isZero();
  }

  @Test
  void theFirstDifferenceIsNamedByBarFieldAndBothValues() throws IOException {
    Files.writeString(
        right.resolve("decisions.jsonl"), decision(0, "20") + decision(1, "30") + "rubbish");
    assertThat(parity(left, right)).isEqualTo(1);
    assertThat(out.toString())
        .contains("different  decisions.jsonl: line 2, bar 1, intents[0].quantity; 1 lines before")
        .contains("  A          \"20\"")
        .contains("  B          \"30\"")
        .contains("  before     {\"bar_index\":0,")
        .contains("equal      fills.csv");
  }

  @Test
  void aFillThatDiffersIsNamedByItsColumn() throws IOException {
    Files.writeString(right.resolve("fills.csv"), HEADER + ROW.replace("521.00", "521"));
    assertThat(parity(left, right)).isEqualTo(1);
    assertThat(out.toString())
        .contains("different  fills.csv: line 2, bar 7, price")
        .contains("  A          521.00")
        .contains("  B          521\n");
  }

  @Test
  void aRunThatEndsEarlierDiffers() throws IOException {
    Files.writeString(right.resolve("decisions.jsonl"), decision(0, "20"));
    assertThat(parity(left, right)).isEqualTo(1);
    assertThat(out.toString()).contains("line 2, bar 1, line").contains("  B          nothing");
  }

  @Test
  void whatARunWroteComesOutEncoded() throws IOException {
    Files.writeString(right.resolve("decisions.jsonl"), decision(0, "\u001b[31m20"));
    assertThat(parity(left, right)).isEqualTo(1);
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void theJsonFormSaysTheSame() throws IOException {
    Files.writeString(right.resolve("decisions.jsonl"), decision(0, "20") + decision(1, "30"));
    assertThat(parity(left, right, "--format", "json")).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"equal\":false")
        .contains("\"bar_index\":1")
        .contains("\"field\":\"intents[0].quantity\"")
        .contains("\"a\":\"\\\"20\\\"\"");
  }

  @Test
  void whatCannotBeReadIsThree() throws IOException {
    assertThat(parity(left, folder.resolve("nowhere"))).isEqualTo(3);
    Files.delete(right.resolve("fills.csv"));
    assertThat(parity(left, right)).isEqualTo(3);
    assertThat(err.toString()).contains("FILE_UNREADABLE");
  }

  @Test
  void linesAreTakenUpToTheLimit() throws IOException {
    String longest = "x".repeat(ParityFiles.LINE_BYTES_MAX - 1) + "\n";
    Files.writeString(left.resolve("decisions.jsonl"), longest);
    Files.writeString(right.resolve("decisions.jsonl"), longest);
    assertThat(parity(left, right)).isZero();
    Files.writeString(left.resolve("decisions.jsonl"), "x" + longest);
    assertThat(parity(left, right)).isEqualTo(3);
  }

  private int parity(Path a, Path b, String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "parity";
    arguments[1] = a.toString();
    arguments[2] = b.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Main.run(
        Surroundings.ofThisProcess(), new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(run.resolve("decisions.jsonl"), decision(0, "20") + decision(1, "20"));
    Files.writeString(run.resolve("fills.csv"), HEADER + ROW);
    return run;
  }

  private static String decision(int bar, String quantity) {
    return "{\"bar_index\":"
        + bar
        + ",\"intents\":[{\"quantity\":\""
        + quantity.replace("\u001b", "\\u001b")
        + "\"}],\"v\":1}\n";
  }
}

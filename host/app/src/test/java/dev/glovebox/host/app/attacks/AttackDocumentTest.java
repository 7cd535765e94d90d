package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/attacks.md} says what the corpus says. */
final class AttackDocumentTest {
  private static final Path FILE =
      Path.of(System.getProperty("glovebox.root", ".")).resolve("docs/attacks.md");

  private static final long FOUND_PERCENT_MIN = 95;

  private static final String MARK = "<!-- generated from here on -->\n";

  @Test
  void theDocumentIsNotStale() throws Exception {
    String text = Files.readString(FILE);
    String written = text.substring(0, text.indexOf(MARK) + MARK.length());
    String expected = written + tables(Attack.corpus());
    if (Boolean.getBoolean("glovebox.write")) {
      Files.writeString(FILE, expected);
    }
    assertThat(FILE).hasContent(expected);
  }

  @Test
  void theAnalyzerFindsNearlyAll() {
    List<Attack> corpus = Attack.corpus();
    long found = corpus.stream().filter(attack -> !attack.field("finding").equals("none")).count();
    assertThat(found * 100).isGreaterThanOrEqualTo(corpus.size() * FOUND_PERCENT_MIN);
  }

  @Test
  void everyHeaderIsWhole() {
    List<Attack> corpus = Attack.corpus();
    assertThat(corpus.stream().map(Attack::id)).doesNotHaveDuplicates();
    for (Attack attack : corpus) {
      assertThat(attack.header())
          .as(attack.name())
          .containsKeys("id", "family", "goal", "finding", "outcome", "observed_by", "control");
      assertThat(attack.name()).startsWith(attack.field("family") + "/");
      assertThat(attack.control()).matches("got-in|runs-on|text|none: .{20,}");
    }
  }

  private static String tables(List<Attack> corpus) {
    StringBuilder text = new StringBuilder();
    text.append("\n%d attacks.\n".formatted(corpus.size()));
    for (String family :
        new TreeSet<>(corpus.stream().map(each -> each.field("family")).toList())) {
      text.append("\n## ").append(family).append("\n\n");
      text.append("| id | goal | stopped by | control | finding |\n");
      text.append("| --- | --- | --- | --- | --- |\n");
      for (Attack attack : corpus) {
        if (attack.field("family").equals(family)) {
          text.append(row(attack));
        }
      }
    }
    text.append("\n## Different in tier `process`\n\n| id | what |\n| --- | --- |\n");
    for (Attack attack : corpus) {
      if (!attack.field("process").isEmpty()) {
        text.append("| %s | %s |\n".formatted(attack.id(), attack.field("process")));
      }
    }
    List<Attack> missed =
        corpus.stream().filter(attack -> attack.field("finding").equals("none")).toList();
    text.append(
        """

        ## Without a finding today

        %d of %d have a finding of severity error or warning, by the rules named above. The others, with
        the layer that stops them:

        | id | attack | stopped by |
        | --- | --- | --- |
        """
            .formatted(corpus.size() - missed.size(), corpus.size()));
    for (Attack attack : missed) {
      text.append("| %s | %s | %s |\n".formatted(attack.id(), attack.name(), layer(attack)));
    }
    return text.toString();
  }

  private static String row(Attack attack) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            attack.id(),
            attack.field("goal").replace("|", "\\|"),
            layer(attack),
            attack.control(),
            attack.field("finding"));
  }

  /** The layer that an attack comes to its end at, by the code of that end. */
  private static String layer(Attack attack) {
    return switch (attack.field("outcome")) {
      case "COMPLETED" -> attack.field("family").equals("text") ? "encoders" : completed(attack);
      case "BUDGET_EXCEEDED" -> "statement budget";
      case "OUTPUT_LIMIT", "INTENT_LIMIT", "RECURSION_LIMIT" -> "worker's limits";
      case "WALL_DEADLINE" -> "host's deadline";
      case "MEMORY_LIMIT" -> "bounded heap";
      case "STRATEGY_ERROR" -> "fault of the strategy";
      default -> attack.field("outcome");
    };
  }

  private static String completed(Attack attack) {
    return switch (attack.field("family")) {
      case "determinism", "fingerprint" -> "prelude";
      case "protocol" -> "host's checks";
      default -> "guest policy, prelude";
    };
  }
}

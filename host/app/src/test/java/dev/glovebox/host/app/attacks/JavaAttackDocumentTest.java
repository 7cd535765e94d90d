package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/attacks-java.md} says what the corpus of hostile Java says. */
final class JavaAttackDocumentTest {
  private static final Path FILE =
      Path.of(System.getProperty("glovebox.root", ".")).resolve("docs/attacks-java.md");

  private static final String MARK = "<!-- generated from here on -->\n";

  @Test
  void theDocumentIsNotStale() throws Exception {
    String text = Files.readString(FILE);
    String written = text.substring(0, text.indexOf(MARK) + MARK.length());
    String expected = written + tables(JavaAttack.corpus()) + handMade();
    if (Boolean.getBoolean("glovebox.write")) {
      Files.writeString(FILE, expected);
    }
    assertThat(FILE).hasContent(expected);
  }

  @Test
  void everyHeaderIsWhole() {
    List<JavaAttack> corpus = JavaAttack.corpus();
    assertThat(corpus.stream().map(JavaAttack::id)).doesNotHaveDuplicates();
    for (JavaAttack attack : corpus) {
      assertThat(attack.header())
          .as(attack.name())
          .containsKeys("id", "family", "goal", "refused", "control")
          .containsKey(attack.isPrepared() ? "outcome" : "refused");
      assertThat(attack.name()).startsWith(attack.field("family") + "/");
      assertThat(attack.field("harmless")).matches("|.{12,}");
    }
  }

  private static String tables(List<JavaAttack> corpus) {
    StringBuilder text = new StringBuilder();
    text.append("\n%d sources.\n".formatted(corpus.size()));
    for (String family :
        new TreeSet<>(corpus.stream().map(each -> each.field("family")).toList())) {
      text.append("\n## ").append(family).append("\n\n");
      text.append("| id | goal | preparation | worker | worker without verifier | control |\n");
      text.append("| --- | --- | --- | --- | --- | --- |\n");
      for (JavaAttack attack : corpus) {
        if (attack.field("family").equals(family)) {
          text.append(row(attack));
        }
      }
    }
    return text.toString();
  }

  private static String row(JavaAttack attack) {
    boolean prepared = attack.isPrepared();
    String open = attack.field("open").isEmpty() ? "" : "; open: " + attack.field("open");
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            attack.id(),
            attack.field("goal"),
            prepared ? "taken" : attack.field("refused"),
            (prepared ? attack.field("outcome") : or(attack.field("verifier"))) + open,
            attack.own() ? "the same" : without(attack),
            attack.field("control"));
  }

  private static String or(String word) {
    return word.isEmpty() ? "does not compile" : word;
  }

  private static String without(JavaAttack attack) {
    String harmless = attack.field("harmless");
    return or(attack.field("unverified")) + (harmless.isEmpty() ? "" : ": " + harmless);
  }

  private static String handMade() {
    StringBuilder text = new StringBuilder("\n## Class files made by hand\n\n");
    text.append("| class file | worker | worker without verifier |\n| --- | --- | --- |\n");
    for (HandMadeClass made : HandMadeClass.all()) {
      String harmless = made.harmless().isEmpty() ? "" : ": " + made.harmless();
      text.append(
          "| %s | %s | %s%s |\n"
              .formatted(made.name(), made.verifier(), made.unverified(), harmless));
    }
    return text.toString();
  }
}

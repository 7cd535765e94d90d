package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.worker.GoldenBars;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the field guide shows, and the examples, are verified, run and trade. */
@Timeout(120)
class JavaGuideTest {
  private static final Path GUIDE =
      Path.of(System.getProperty("glovebox.root"), "docs/field-guide-java.md");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("public final class (\\w+) extends Strategy");

  @Test
  void whatItShowsRunsAndTrades() throws Exception {
    List<String> sources = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
    while (blocks.find()) {
      sources.add(blocks.group(1));
    }
    assertThat(sources).hasSize(2);
    try (Stream<Path> examples = Files.list(JavaStrategies.EXAMPLES)) {
      for (Path example : examples.sorted().toList()) {
        sources.add(Files.readString(example));
      }
    }
    for (String source : sources) {
      Matcher name = NAME.matcher(source);
      assertThat(name.find()).isTrue();
      PreparedClasses candidate = JavaStrategies.compile(name.group(1), source);
      Market market = new Market(GoldenBars.all().getFirst());
      InProcess.Run run = JavaStrategies.run(candidate, market, 64);
      assertThat(run.fault()).as("%s: %s", name.group(1), run.fault()).isEmpty();
      assertThat(run.market().filled()).as(name.group(1)).isNotEmpty();
    }
  }
}

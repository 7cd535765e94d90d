package dev.glovebox.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulePageTest {
  private static final String WHY = "# Title\n\nFirst line\nand second.\n";
  private static final String BAD = "\n## Bad\n\n```python\nx = 1\n\ny = 2\n```\n";
  private static final String GOOD = "\n## Good\n\n```python\nz = 3\n```\n";

  @Test
  void readsEveryBlock() {
    RulePage page = RulePage.read(WHY + BAD + BAD.substring("\n## Bad\n".length()) + GOOD);
    assertThat(page.title()).isEqualTo("Title");
    assertThat(page.why()).isEqualTo("First line\nand second.");
    assertThat(page.whyInOneLine()).isEqualTo("First line and second.");
    assertThat(page.bad()).containsExactly("x = 1\n\ny = 2\n", "x = 1\n\ny = 2\n");
    assertThat(page.good()).containsExactly("z = 3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        WHY,
        WHY + BAD,
        WHY + GOOD,
        "# Title\n" + BAD + GOOD,
        WHY + GOOD + BAD,
        WHY + BAD + GOOD + "more\n",
        WHY + BAD + "\n## Good\n",
        WHY + BAD + "\n## Good\n\n```python\n```\n",
      })
  void refusesAPageThatLacksAPart(String source) {
    assertThatThrownBy(() -> RulePage.read(source)).isInstanceOf(IllegalArgumentException.class);
  }
}

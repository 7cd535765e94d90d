package dev.glovebox.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void keepsTextAtTheLimitAndCutsBeyondIt() {
    assertThat(Texts.cut("abcd", 4)).isEqualTo("abcd");
    assertThat(Texts.cut("abcde", 4)).isEqualTo("abcd");
  }

  @Test
  void cutsBetweenCodePoints() {
    assertThat(Texts.cut("aé", 2)).isEqualTo("a");
    assertThat(Texts.cut("a\uD83D\uDE00b", 5)).isEqualTo("a\uD83D\uDE00");
    assertThat(Texts.cut("a\uD83D\uDE00b", 4)).isEqualTo("a");
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(Texts.cut("a\uD83Db", 100)).isEqualTo("a\uFFFDb");
  }
}

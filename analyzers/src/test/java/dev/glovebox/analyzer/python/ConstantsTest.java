package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.SourceText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants come to what the interpreter makes of them, and to nothing beyond the bounds. */
@Timeout(60)
final class ConstantsTest {
  private final PythonParser parser = new PythonParser(System::nanoTime, Duration.ofSeconds(30));

  /** What the last assignment of {@code source} assigns. */
  private Optional<Value> value(String source) {
    SyntaxNode module =
        parser.parse(SourceText.submitted(source.getBytes(StandardCharsets.UTF_8))).module();
    Tree tree = Tree.of(module);
    Constants constants = Constants.of(tree, new Names(Scopes.of(module)));
    return module.nodes("body").getLast().node("value").flatMap(constants::value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a' + 'b' 'c' | abc",
        "'%s-%d-%c' % ('a', 2, 98) | a-2-b",
        "'%(x)s%(y)s' % {'x': 'a', 'y': 'b'} | ab",
        "'{1}{0}{n}'.format('a', 'b', n='c') | bac",
        "f'{\"a\"}{1}{98:c}' | a1b",
        "'-'.join(['a', 'b']) | a-b",
        "''.join(chr(c ^ 1) for c in [96, 99]) | ab",
        "''.join(map(chr, (97, 98))) | ab",
        "''.join(reversed('ba')) | ab",
        "'abcdef'[1:4] | bcd",
        "'abcdef'[::-2] | fdb",
        "'abcdef'[-2] | e",
        "'abc'[5:] + 'x' | x",
        "['a', 'b'][::-1][0] | b",
        "{'k': 'v'}['k'] | v",
        "bytes([97, 98]).decode() | ab",
        "bytes.fromhex('61 62').decode('ascii') | ab",
        "(24930).to_bytes(2, 'big').decode() | ab",
        "'XaX'.replace('X', '').upper() | A",
        "'a b'.split()[1] | b",
        "str(6 * 7) | 42",
        "'ab' * 2 | abab",
      })
  void worksOutTexts(String expression, String text) {
    assertThat(value("x = " + expression + "\n"))
        .get()
        .isInstanceOfSatisfying(Value.Text.class, made -> assertThat(made.text()).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      quoteCharacter = '`',
      value = {
        "-7 // 2 : -4",
        "-7 % 3 : 2",
        "2 ** 10 : 1024",
        "1 << 4 | 1 : 17",
        "int('ff', 16) : 255",
        "len('abc') : 3",
      })
  void worksOutNumbers(String expression, String number) {
    assertThat(value("x = " + expression + "\n")).contains(new Value.Whole(new BigInteger(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = y\n",
        "x = 1 // 0\n",
        "x = 'abc'[9]\n",
        "x = '%d' % ('a', )[1]\n",
        "y = 1\ny = 2\nx = y\n",
        "def f(y):\n    pass\nx = f(1)\n",
        "x = '{0.a}'.format('b')\n",
      })
  void leavesWhatOnlyARunKnows(String source) {
    assertThat(value(source)).isEmpty();
  }

  @Test
  void followsNamesThatAreSetOnce() {
    assertThat(value("a = 'x'\nb = a + 'y'\nc = b + 'z'\nx = c\n"))
        .get()
        .isEqualTo(new Value.Text("xyz", false, false));
  }

  @Test
  void endsAtTheLengthOfATextAndOfANumber() {
    int most = ConstantTexts.TEXT_CHARACTERS_MAX;
    assertThat(value("x = 'a' * " + most + "\n")).isPresent();
    assertThat(value("x = 'a' * " + (most + 1) + "\n")).isEmpty();
    int bits = ConstantNumbers.BITS_MAX;
    assertThat(value("x = 1 << " + (bits - 1) + "\n")).get().isInstanceOf(Value.Whole.class);
    assertThat(value("x = 1 << " + bits + "\n")).contains(new Value.Huge());
    assertThat(value("x = 9 ** 9 ** 9\n")).contains(new Value.Huge());
  }

  @Test
  void asksForNoMoreThanItMayAndSaysSo() {
    String unit = "t = 'abcdefgh' * 1_000\n";
    String atLimit = unit.repeat(Constants.WORK_MAX / 8_100);
    assertThat(rules(atLimit)).doesNotContain("PY506");
    assertThat(value(atLimit + "x = 'a' + 'b'\n")).isPresent();
    String over = unit.repeat(Constants.WORK_MAX / 8_000 + 1);
    assertThat(rules(over)).contains("PY506");
    assertThat(value(over + "x = 'a' + 'b'\n")).isEmpty();
  }

  private List<String> rules(String source) {
    return new PythonAnalyzer(parser, RuleSet.pythonCore())
        .analyze(source.getBytes(StandardCharsets.UTF_8)).findings().stream()
            .map(Finding::rule)
            .toList();
  }
}

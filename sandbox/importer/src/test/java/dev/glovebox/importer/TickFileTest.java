package dev.glovebox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of trades is read exactly, or refused with a code and the line. */
final class TickFileTest {
  private static final String HEADER = "timestamp,price,amount\n";
  private static final BarLimits LIMITS = new BarLimits(200, 60, 1);

  @Test
  void readsTradesOfTheSameSecondInTheirOrder() throws Exception {
    TickSpool spool =
        read(HEADER + "1385337600,800.010000000000,0.100000000000\r\n1385337600,7,0\n\n");
    assertThat(rows(spool)).containsExactly("1385337600 80001e-2 1e-1", "1385337600 7e-0 0e-0");
  }

  @Test
  void theVerdictDoesNotDependOnHowTheFileWasCut() throws Exception {
    byte[] whole = (HEADER + "1,2.5,3\n2,2.25,0.5").getBytes(StandardCharsets.UTF_8);
    TickFile file = new TickFile(LIMITS, 10);
    for (byte one : whole) {
      file.accept(new byte[] {one});
    }
    assertThat(rows(file.finish())).containsExactly("1 25e-1 3e-0", "2 225e-2 5e-1");
    assertThat(file.priceScale()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,price,amount\\n1,1,1 | TICK_HEADER_INVALID | 1",
        "timestamp,price,amount\\n1,1 | TICK_FIELDS_INVALID | 2",
        "timestamp,price,amount\\n1,1,1,1 | TICK_FIELDS_INVALID | 2",
        "timestamp,price,amount\\n1,'\"1\"',1 | BAR_FIELD_QUOTED | 2",
        "timestamp,price,amount\\n,1,1 | TICK_TIME_INVALID | 2",
        "timestamp,price,amount\\n-1,1,1 | TICK_TIME_INVALID | 2",
        "timestamp,price,amount\\n1.5,1,1 | TICK_TIME_INVALID | 2",
        "timestamp,price,amount\\n253402300800,1,1 | TICK_TIME_INVALID | 2",
        "timestamp,price,amount\\n0000000000001,1,1 | TICK_TIME_INVALID | 2",
        "timestamp,price,amount\\n2,1,1\\n1,1,1 | TICKS_NOT_INCREASING | 3",
        "timestamp,price,amount\\n1,0.00,1 | TICK_PRICE_INVALID | 2",
        "timestamp,price,amount\\n1,-1,1 | BAR_NUMBER_INVALID | 2",
        "timestamp,price,amount\\n1,1e3,1 | BAR_NUMBER_INVALID | 2",
        "timestamp,price,amount\\n1,1234567890123456789,1 | BAR_LIMIT_DIGITS | 2",
        "timestamp,price,amount\\n1,1,0.0000000000001 | BAR_LIMIT_DIGITS | 2",
        "timestamp,price,amount\\n\\n1,1,1 | BAR_LINE_BLANK | 2",
        "timestamp,price,amount\\n | TICKS_MISSING | 2",
        "timestamp,price,amount\\n1,1,1\\n1,1,1\\n1,1,1\\n1,1,1 | TICK_LIMIT_TICKS | 5",
      })
  void refusesWithCodeAndLine(String text, String code, int line) {
    String file = text.replace("\\n", "\n").replace("'", "");
    assertThatThrownBy(() -> read(file, 3))
        .isInstanceOfSatisfying(
            BarFileException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.line()).isEqualTo(line);
            });
  }

  @Test
  void takesTheLastSecondOfTheYear9999AndTheMostDigits() throws Exception {
    assertThat(rows(read(HEADER + "253402300799,123456789012345678,0.000000000001\n")))
        .containsExactly("253402300799 123456789012345678e-0 1e-12");
  }

  private static TickSpool read(String text) throws BarFileException {
    return read(text, 3);
  }

  private static TickSpool read(String text, int ticksMax) throws BarFileException {
    TickFile file = new TickFile(LIMITS, ticksMax);
    file.accept(text.getBytes(StandardCharsets.UTF_8));
    return file.finish();
  }

  private static List<String> rows(TickSpool spool) {
    List<String> rows = new ArrayList<>();
    TickSpool.Reader reader = spool.reader();
    Tick tick = new Tick();
    for (int i = 0; i < spool.ticks(); i++) {
      reader.next(tick);
      rows.add(
          "%d %de-%d %de-%d"
              .formatted(tick.seconds, tick.price, tick.priceScale, tick.amount, tick.amountScale));
    }
    return rows;
  }
}

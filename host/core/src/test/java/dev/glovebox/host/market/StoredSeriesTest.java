package dev.glovebox.host.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class StoredSeriesTest {
  private static final long DAY = 86_400_000_000L;
  private static final String TWO_BARS =
      """
      {"bars":2,"date_only":true,"gaps":1,"interval_seconds":86400,"price_scale":2,"stamp":"open","v":1}
      86400000000,1970-01-02,10,12.25,9.5,11,1000
      259200000000,1970-01-04,11,11,11,11,0
      """;

  private final Database database;
  private final Path data;
  private final TestHost host;
  private final Caller ann = TestHost.agent(TestHost.newTeam(), "ann");

  StoredSeriesTest(Database database, @TempDir Path data) {
    this.database = database;
    this.data = data;
    this.host = new TestHost(data);
  }

  @AfterEach
  void close() throws IOException {
    try (Stream<Path> left = Files.exists(spool()) ? Files.list(spool()) : Stream.empty()) {
      assertThat(left).as("nothing stays spooled").isEmpty();
    }
    host.close();
  }

  private Path spool() {
    return data.resolve("spool");
  }

  private StoredSeries library(BarImport imports) {
    return new StoredSeries(
        database,
        host.payloads(),
        host.log(),
        host.clock(),
        imports,
        (file, sink) -> new TickImport.Answer.Failed("no ticks here"),
        spool());
  }

  private static SeriesBar bar(long day, String open, String high, String low, String close) {
    return new SeriesBar(
        day * DAY,
        "1970-01-0" + (day + 1),
        new BigDecimal(open),
        new BigDecimal(high),
        new BigDecimal(low),
        new BigDecimal(close),
        new BigDecimal(day == 1 ? "1000.0" : "0"));
  }

  private static BarImport of(SeriesBar... bars) {
    return (file, _, _, sink) -> {
      try {
        assertThat(file.read()).as("reads the file").isPositive();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (SeriesBar bar : bars) {
        sink.bar(bar);
      }
      return new BarImport.Answer.Imported(86_400, true);
    };
  }

  private static BarImport twoBars() {
    return of(bar(1, "10.00", "12.25", "9.50", "11.000"), bar(3, "11", "11", "11", "11"));
  }

  private Series importFile(BarImport imports) {
    return library(imports)
        .importBars(
            ann, new ByteArrayInputStream("the file".getBytes(StandardCharsets.UTF_8)), "open", 0);
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void keepsTheCanonicalFormUnderItsHash() {
    Series series = importFile(twoBars());
    assertThat(new String(host.payloads().read(ann.team(), series.hash()), StandardCharsets.UTF_8))
        .isEqualTo(TWO_BARS);
    assertThat(series.source()).isEqualTo(Sha256.of("the file".getBytes(StandardCharsets.UTF_8)));
    assertThat(series.gaps()).isEqualTo(1);
    assertThat(series.priceScale()).isEqualTo(2);
    assertThat(library(twoBars()).find(ann, series.hash())).isEqualTo(series);
    long size = host.log().reader().size();
    assertThat(importFile(twoBars())).as("the same again").isEqualTo(series);
    assertThat(host.log().reader().size()).isEqualTo(size);
    assertThat(library(twoBars()).list(ann, 0, "").items()).containsExactly(series);
  }

  @Test
  void givesBackWhatWasImported() {
    Series series = importFile(twoBars());
    try (SeriesReader reader = SeriesReader.open(host.payloads(), ann.team(), series.hash())) {
      assertThat(reader.header().bars()).isEqualTo(2);
      List<SeriesBar> bars = new ArrayList<>();
      for (Optional<SeriesBar> bar = reader.next(); bar.isPresent(); bar = reader.next()) {
        bars.add(bar.get());
      }
      assertThat(bars).hasSize(2);
      assertThat(bars.getFirst().stamp()).isEqualTo("1970-01-02");
      assertThat(bars.getFirst().high()).isEqualByComparingTo("12.25");
      assertThat(bars.getLast().openTimeMicros()).isEqualTo(3 * DAY);
    }
  }

  @Test
  void believesNothingOfTheImportItself() {
    List<BarImport> liars =
        List.of(
            of(bar(2, "1", "1", "1", "1"), bar(2, "1", "1", "1", "1")),
            of(bar(2, "1", "1", "1", "1"), bar(1, "1", "1", "1", "1")),
            of(bar(1, "10", "9", "8", "9")),
            of(bar(1, "10", "12", "11", "12")),
            of(bar(1, "0", "1", "0", "1")),
            of(bar(1, "1", "1.0000000000001", "1", "1")),
            of(bar(1, "1", "1000000000000000000", "1", "1")),
            of());
    for (BarImport liar : liars) {
      refused(Code.IMPORT_FAILED, () -> importFile(liar));
    }
    BarImport misaligned =
        (_, _, _, sink) -> {
          sink.bar(bar(1, "1", "1", "1", "1"));
          sink.bar(bar(2, "1", "1", "1", "1"));
          return new BarImport.Answer.Imported(7 * 86_400, true);
        };
    refused(Code.IMPORT_FAILED, () -> importFile(misaligned));
  }

  @Test
  void believesOnlyDefectsOfBarFiles() {
    BarImport lying = (_, _, _, _) -> new BarImport.Answer.Refused("OK", 0, new UntrustedText("x"));
    refused(Code.SERIES_INVALID, () -> importFile(lying));
  }

  @Test
  void passesOnWhatTheImportRefused() {
    BarImport refusing =
        (_, _, _, _) -> new BarImport.Answer.Refused("BARS_MISALIGNED", 17, new UntrustedText("x"));
    assertThatThrownBy(() -> importFile(refusing))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.BARS_MISALIGNED);
              assertThat(refusal.sentence()).isEqualTo("line 17");
              assertThat(refusal.detail().raw()).isEqualTo("x");
            });
    refused(
        Code.IMPORT_FAILED,
        () -> importFile((_, _, _, _) -> new BarImport.Answer.Failed("it ended")));
  }

  @Test
  void showsATeamNothingOfAnother() {
    Series series = importFile(twoBars());
    Caller eve = TestHost.agent(TestHost.newTeam(), "eve");
    refused(Code.SERIES_NOT_FOUND, () -> library(twoBars()).find(eve, series.hash()));
    refused(
        Code.SERIES_NOT_FOUND, () -> SeriesReader.open(host.payloads(), eve.team(), series.hash()));
  }

  @Test
  void readsOnlyTheExactForm() {
    assertThat(read(TWO_BARS)).as("positive control").isEqualTo(2);
    List<String> damaged =
        List.of(
            "",
            TWO_BARS.substring(0, TWO_BARS.length() - 1),
            TWO_BARS + "\n",
            TWO_BARS.replace("\"bars\":2", "\"bars\":3"),
            TWO_BARS.replace("\"gaps\":1", "\"gaps\":0"),
            TWO_BARS.replace("\"price_scale\":2", "\"price_scale\":1"),
            TWO_BARS.replace("\"v\":1", "\"v\":2"),
            TWO_BARS.replace("{\"bars\"", "{ \"bars\""),
            TWO_BARS.replace(",10,", ",10.0,"),
            TWO_BARS.replace(",10,", ",1e1,"),
            TWO_BARS.replace(",10,", ",,"),
            TWO_BARS.replace(",10,", ",010,"),
            TWO_BARS.replace(",10,", ",10.,"),
            TWO_BARS.replace(",10,", ",.1,"),
            TWO_BARS.replace(",10,", ",1.0.1,"),
            TWO_BARS.replace(",10,", ",-10,"),
            TWO_BARS.replace(",10,", ",000000000000000000010,"),
            TWO_BARS.replace(",1000\n", ",1000,1\n"),
            TWO_BARS.replace(",1000\n", "\n"),
            TWO_BARS.replace("259200000000", "0259200000000"),
            TWO_BARS.replace("259200000000", "86400000000"),
            TWO_BARS.replace("259200000000", "259200000001"),
            TWO_BARS.replace("12.25", "10.25"),
            TWO_BARS.replace("1970-01-02", "x".repeat(41)),
            TWO_BARS.replace("1970-01-02", "x".repeat(600)));
    for (String text : damaged) {
      refused(Code.SERIES_INVALID, () -> read(text));
    }
  }

  @Test
  void readsNumbersOfEveryLength() {
    String longest = "123456789012345678";
    String fine = "9.123456789012";
    assertThat(read(TWO_BARS.replace(",1000\n", "," + longest + "\n"))).isEqualTo(2);
    assertThat(read(TWO_BARS.replace(",1000\n", "," + longest + ".5\n"))).isEqualTo(2);
    assertThat(
            read(TWO_BARS.replace("9.5", fine).replace("\"price_scale\":2", "\"price_scale\":12")))
        .isEqualTo(2);
  }

  private long read(String text) {
    Sha256 hash = host.payloads().put(ann.team(), text.getBytes(StandardCharsets.UTF_8)).hash();
    try (SeriesReader reader = SeriesReader.open(host.payloads(), ann.team(), hash)) {
      long bars = 0;
      while (reader.next().isPresent()) {
        bars++;
      }
      return bars;
    }
  }

  @Test
  void readsNothingWhoseBytesWereChanged() throws IOException {
    Series series = importFile(twoBars());
    Path file = host.payloads().path(ann.team(), series.hash());
    assertThat(file.toFile().setWritable(true)).isTrue();
    Files.writeString(file, TWO_BARS.replace("11,1000", "12,1000"));
    refused(
        Code.AUDIT_PAYLOAD_MISMATCH,
        () -> SeriesReader.open(host.payloads(), ann.team(), series.hash()));
  }

  @Test
  void readsAFileOfTheLargestSizeAndNotOneByteMore() throws IOException {
    try (CappedInputStream in = new CappedInputStream(new ByteArrayInputStream(new byte[5]), 5)) {
      assertThat(in.readAllBytes()).hasSize(5);
    }
    try (CappedInputStream in = new CappedInputStream(new ByteArrayInputStream(new byte[6]), 5)) {
      refused(Code.BAR_LIMIT_FILE_BYTES, in::readAllBytes);
    }
  }
}

package dev.glovebox.worker;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.Parameter;
import dev.glovebox.proto.worker.v1.SizingTerms;
import dev.glovebox.proto.worker.v1.Start;
import java.util.Map;

/** Start orders for strategies written in a test. */
public final class Strategies {
  /** Calls that may wait at a time. */
  public static final int RECURSION_MAX = 200;

  /** File name in start orders. */
  public static final String FILE = "strategy.py";

  private Strategies() {}

  /** A strategy of one hook: {@code body} is indented by its own text block. */
  public static String onBar(String body) {
    return "from glovebox import Strategy\n"
        + "class S(Strategy):\n"
        + "    def on_bar(self, ctx, bar):\n"
        + body.indent(8);
  }

  /** A start order with the default limits; line n of the form is submitted line n. */
  public static Start.Builder start(String source, Map<String, String> parameters) {
    Start.Builder start =
        Start.newBuilder()
            .setLanguage("python")
            .setPreparedForm(ByteString.copyFromUtf8(source))
            .setAccountCurrency("USD")
            .setSeed(7)
            .setFileName(FILE)
            .setLimits(limits())
            .setSizing(
                SizingTerms.newBuilder().setReserveBuffer("0").setFeeBasisPoints("0").build())
            .addInstruments(
                Instrument.newBuilder()
                    .setId("AAPL")
                    .setCurrency("USD")
                    .setTick(decimal(1, 2))
                    .setLot(decimal(1, 0))
                    .setMultiplier(decimal(1, 0))
                    .setIntervalSeconds(86_400));
    long lines = source.lines().count();
    for (int line = 1; line <= lines; line++) {
      start.addLineMap(line);
    }
    parameters.forEach(
        (name, value) -> start.addParameters(Parameter.newBuilder().setName(name).setValue(value)));
    return start;
  }

  /** The default limits. */
  public static Limits.Builder limits() {
    return Limits.newBuilder()
        .setStatementsPerHookMax(1_000_000)
        .setRecursionMax(RECURSION_MAX)
        .setLogLineBytesMax(4 * 1024)
        .setLogRunBytesMax(1024 * 1024)
        .setIntentsPerHookMax(256)
        .setHistoryBarsMax(10_000);
  }

  /** A decimal of the protocol. */
  public static Decimal decimal(long mantissa, int scale) {
    return Decimal.newBuilder().setMantissa(mantissa).setScale(scale).build();
  }
}

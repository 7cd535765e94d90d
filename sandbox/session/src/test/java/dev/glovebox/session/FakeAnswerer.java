package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Analysis;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Finding;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportedBar;
import dev.glovebox.proto.worker.v1.ImportedBars;
import dev.glovebox.proto.worker.v1.Prepared;
import dev.glovebox.proto.worker.v1.Refused;
import dev.glovebox.proto.worker.v1.StrategyManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A helper that behaves as the property {@code mode} says. */
final class FakeAnswerer {
  private static final int MEBIBYTE = 1024 * 1024;
  private static ByteString nonce = ByteString.EMPTY;

  private FakeAnswerer() {}

  public static void main(String[] arguments) throws Exception {
    String mode = System.getProperty("mode", "");
    HelperRequest request = HelperRequest.parseDelimitedFrom(System.in);
    nonce = request.getNonce();
    if (mode.startsWith("import")) {
      answerImport(mode);
    } else {
      answerSource(mode, request);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void answerSource(String mode, HelperRequest request) throws Exception {
    Prepared good = good(request.getPrepare().getSource());
    switch (mode) {
      case "prepare" -> send(response().setPrepared(good));
      case "analyze" -> send(response().setAnalysis(analysis("warning")));
      case "no-manifest" ->
          send(response().setAnalysis(analysis("warning").toBuilder().clearManifest()));
      case "severity" -> send(response().setAnalysis(analysis("fatal")));
      case "refuse" -> send(response().setRefused(refused("PY000")));
      case "refuse-badly" -> send(response().setRefused(refused("not a code")));
      case "nonce" ->
          send(response().setNonce(ByteString.copyFrom(new byte[32])).setPrepared(good));
      case "version" -> send(response().setVersion(2).setPrepared(good));
      case "empty" -> send(response());
      case "line-map" -> send(response().setPrepared(good.toBuilder().addLineMap(99)));
      case "twice" -> {
        send(response().setPrepared(good));
        send(response().setPrepared(good));
      }
      case "garbage" -> System.out.write(new byte[] {5, -1, -1, -1, -1, -1});
      case "cut" -> System.out.write(new byte[] {100, 1, 2});
      case "oversized" -> System.out.write(new byte[] {(byte) 0x81, (byte) 0x80, 0x40, 0});
      case "flood" -> flood(good);
      case "silent" -> Thread.sleep(600_000);
      case "lingers" -> {
        send(response().setPrepared(good));
        System.out.flush();
        Thread.sleep(600_000);
      }
      case "memory" -> fill();
      case "early" -> Runtime.getRuntime().halt(0);
      case "trace" -> throw new IllegalStateException("a trace that no user may see");
      default -> throw new IllegalArgumentException(mode);
    }
  }

  private static void answerImport(String mode) throws IOException {
    if (mode.equals("import-refuse-early")) {
      send(response().setRefused(refused("BAR_HEADER_INVALID")));
      return;
    }
    long bytes = 0;
    for (HelperRequest chunk = HelperRequest.parseDelimitedFrom(System.in);
        ;
        chunk = HelperRequest.parseDelimitedFrom(System.in)) {
      bytes += chunk.getImportChunk().getData().size();
      if (chunk.getImportChunk().getLast()) {
        break;
      }
    }
    send(response().setImportedBars(bars(0, 3, mode)));
    send(response().setImportedBars(bars(4, 6, mode)));
    send(
        response()
            .setImportDone(
                ImportDone.newBuilder()
                    .setBars(mode.equals("import-count") ? bytes : 5)
                    .setIntervalSeconds(mode.equals("import-misaligned") ? 7 : 60)
                    .setPriceScale(1)
                    .setGaps(mode.equals("import-gaps") ? 0 : 1)));
  }

  private static ImportedBars bars(int from, int to, String mode) {
    return ImportedBars.newBuilder()
        .addAllBars(IntStream.range(from, to).mapToObj(i -> bar(i, mode)).toList())
        .build();
  }

  private static ImportedBar bar(int i, String mode) {
    boolean second = i == 1;
    return ImportedBar.newBuilder()
        .setOpenTimeUs(mode.equals("import-order") && second ? -1 : i * 60_000_000L)
        .setStamp(mode.equals("import-stamp") && second ? "1970\u001b" : "1970")
        .setOpen(decimal(10, 1))
        .setHigh(decimal(mode.equals("import-high") && second ? 9 : 12, 1))
        .setLow(decimal(8, 1))
        .setClose(decimal(11, mode.equals("import-scale") && second ? 0 : 1))
        .setVolume(decimal(mode.equals("import-volume") && second ? -1 : 1, 0))
        .setLine(i + 2)
        .build();
  }

  private static Decimal decimal(long mantissa, int scale) {
    return Decimal.newBuilder().setMantissa(mantissa).setScale(scale).build();
  }

  private static Prepared good(ByteString source) {
    return Prepared.newBuilder()
        .setForm(source)
        .setFormVersion(1)
        .addLineMap(1)
        .addLineMap(2)
        .build();
  }

  private static Analysis analysis(String severity) {
    return Analysis.newBuilder()
        .setRuleSet("fake 1")
        .setRuleSetHash(ByteString.copyFrom(new byte[32]))
        .setManifest(StrategyManifest.getDefaultInstance())
        .addFindings(
            Finding.newBuilder()
                .setRule("PY101")
                .setSeverity(severity)
                .setLine(3)
                .setColumn(1)
                .setMessage("text"))
        .build();
  }

  private static Refused refused(String code) {
    return Refused.newBuilder().setCode(code).setMessage("no").setLine(1).setColumn(2).build();
  }

  private static void flood(Prepared good) throws IOException {
    HelperResponse.Builder large =
        response()
            .setPrepared(good.toBuilder().setForm(ByteString.copyFrom(new byte[MEBIBYTE - 1024])));
    while (!System.out.checkError()) {
      send(large);
    }
  }

  private static void fill() {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < 1_000_000) {
      kept.add(new byte[MEBIBYTE]);
    }
  }

  private static HelperResponse.Builder response() {
    return HelperResponse.newBuilder().setVersion(1).setNonce(nonce);
  }

  private static void send(HelperResponse.Builder response) throws IOException {
    response.build().writeDelimitedTo(System.out);
  }
}

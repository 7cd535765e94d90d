package dev.glovebox.host.app.attacks;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.SizingTerms;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attack after attack with one process that serves many: start orders in, frames out. */
final class Conversation {
  private final InputStream in;
  private final OutputStream out;

  Conversation(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Waits until the process is ready; false if it ended before. */
  boolean begins() throws IOException {
    return WorkerFrame.parseDelimitedFrom(in) != null;
  }

  /** Runs one attack; empty if the process ended. */
  Optional<Ending> run(Attack attack) {
    Start.Builder start = start("python", ByteString.copyFromUtf8(attack.source()), "strategy.py");
    long lines = attack.source().lines().count();
    for (int line = 1; line <= lines; line++) {
      start.addLineMap(line);
    }
    return run(start.build());
  }

  /** Runs one attack in Java, whatever its form is; empty if the process ended. */
  Optional<Ending> run(byte[] form) {
    return run(start("java", ByteString.copyFrom(form), "Attack.java").build());
  }

  private Optional<Ending> run(Start start) {
    List<String> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    try {
      HostFrame.newBuilder().setStart(start).build().writeDelimitedTo(out);
      out.flush();
      WorkerFrame frame = WorkerFrame.parseDelimitedFrom(in);
      while (frame != null) {
        lines.addAll(frame.getLog().getLinesList());
        text.append(frame.getReady().getStrategyClass());
        frame.getAnswer().getIntentsList().stream().map(Intent::getTag).forEach(text::append);
        if (frame.hasStopped()) {
          return Optional.of(
              new Ending(Ending.COMPLETED, Ending.NOBODY, text.toString(), List.copyOf(lines)));
        }
        if (frame.hasFault()) {
          Fault fault = frame.getFault();
          text.append(fault.getExceptionClass()).append(fault.getMessage());
          return Optional.of(
              new Ending(fault.getCode(), Ending.WORKER, text.toString(), List.copyOf(lines)));
        }
        frame = WorkerFrame.parseDelimitedFrom(in);
      }
    } catch (IOException e) {
      // The process was killed, or ended by itself.
    }
    return Optional.empty();
  }

  private static Start.Builder start(String language, ByteString form, String fileName) {
    return Start.newBuilder()
        .setLanguage(language)
        .setPreparedForm(form)
        .setAccountCurrency("USD")
        .setSeed(7)
        .setFileName(fileName)
        .setLimits(
            Limits.newBuilder()
                .setStatementsPerHookMax(1_000_000)
                .setRecursionMax(200)
                .setLogLineBytesMax(4 * 1024)
                .setLogRunBytesMax(1024 * 1024)
                .setIntentsPerHookMax(256)
                .setHistoryBarsMax(10_000))
        .setSizing(SizingTerms.newBuilder().setReserveBuffer("0").setFeeBasisPoints("0"))
        .addInstruments(
            Instrument.newBuilder()
                .setId("AAPL")
                .setCurrency("USD")
                .setTick(Decimal.newBuilder().setMantissa(1).setScale(2))
                .setLot(Decimal.newBuilder().setMantissa(1))
                .setMultiplier(Decimal.newBuilder().setMantissa(1))
                .setIntervalSeconds(86_400));
  }
}

package dev.glovebox.worker;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.SizingTerms;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a worker that was started ahead does before it dials: it holds a run of our own sample in a
 * context that is thrown away, so that what a run needs is loaded and compiled when one comes.
 *
 * <p>Contexts see nothing of each other, so a strategy decides as in a worker that did not do this.
 */
final class Rehearsal {
  /** Set to {@code true} by a host that starts a worker ahead of its run. */
  static final String PROPERTY = "glovebox.warm";

  /** Bars of the sample's run; after more a hand-over takes no less time. */
  static final int BARS = 40;

  private static final String SAMPLE = "/dev/glovebox/worker/python/rehearsal.py";
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

  private final List<WorkerFrame> said = new ArrayList<>();
  private final Supervisor supervisor;
  private long sequence;

  private Rehearsal(PythonGuest guest) {
    this.supervisor = new Supervisor(guest, this::hear);
  }

  static boolean isAskedFor() {
    return Boolean.getBoolean(PROPERTY);
  }

  /**
   * Runs the sample on the calling thread, which must be a guest's; if the sample fails, so will a
   * run, and say why.
   *
   * @return what the worker would have said to a host
   */
  static List<WorkerFrame> hold(PythonEngine engine) {
    PythonGuest guest = new PythonGuest(engine);
    Rehearsal rehearsal = new Rehearsal(guest);
    rehearsal.supervisor.greet(ByteString.EMPTY, guest.engineVersion(), "");
    rehearsal.tell(HostFrame.newBuilder().setStart(start()));
    for (int bar = 0; bar < BARS; bar++) {
      rehearsal.tell(
          HostFrame.newBuilder().setBars(Bars.newBuilder().addSets(set(bar).toByteString())));
    }
    rehearsal.tell(HostFrame.newBuilder().setStop(Stop.getDefaultInstance()));
    guest.close();
    return rehearsal.said;
  }

  private void hear(WorkerFrame frame) {
    // As bytes, because that is what it would go out as.
    said.add(parsed(frame.toByteString()));
  }

  private static WorkerFrame parsed(ByteString bytes) {
    try {
      return WorkerFrame.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(HostFrame.Builder frame) {
    sequence++;
    ByteString bytes =
        frame.setVersion(Supervisor.PROTOCOL_VERSION).setSequence(sequence).build().toByteString();
    try {
      supervisor.handle(HostFrame.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Start start() {
    ByteString source = sample();
    Start.Builder start =
        Start.newBuilder()
            .setLanguage(PythonGuest.LANGUAGE)
            .setPreparedForm(source)
            .setAccountCurrency("USD")
            .setFileName("rehearsal.py")
            .setLimits(
                Limits.newBuilder()
                    .setStatementsPerHookMax(PythonGuest.STATEMENTS_DEFAULT)
                    .setRecursionMax(200)
                    .setLogLineBytesMax(4096)
                    .setLogRunBytesMax(1024 * 1024)
                    .setIntentsPerHookMax(256)
                    .setHistoryBarsMax(10_000))
            .setSizing(SizingTerms.newBuilder().setReserveBuffer("0").setFeeBasisPoints("0"))
            .addInstruments(
                Instrument.newBuilder()
                    .setId("SAMPLE")
                    .setCurrency("USD")
                    .setTick(decimal(1, 2))
                    .setLot(decimal(1, 0))
                    .setMultiplier(decimal(1, 0))
                    .setIntervalSeconds(TimeUnit.DAYS.toSeconds(1)));
    long lines = source.toStringUtf8().lines().count();
    for (int line = 1; line <= lines; line++) {
      start.addLineMap(line);
    }
    return start.build();
  }

  private static BarSet set(int index) {
    long close = 10_000L + Math.floorMod(index * 37, 190);
    long opens = index * DAY_MICROS;
    return BarSet.newBuilder()
        .setBarIndex(index)
        .addBars(
            Bar.newBuilder()
                .setOpenTimeUs(opens)
                .setCloseTimeUs(opens + DAY_MICROS)
                .setOpen(close)
                .setHigh(close + 1)
                .setLow(close - 1)
                .setClose(close)
                .setVolume(1000)
                .setPriceScale(2))
        .setAccount(
            AccountView.newBuilder()
                .setCash("100000")
                .setAvailable("100000")
                .setEquity("100000")
                .addPositions(decimal(0, 0)))
        .build();
  }

  private static Decimal.Builder decimal(long mantissa, int scale) {
    return Decimal.newBuilder().setMantissa(mantissa).setScale(scale);
  }

  private static ByteString sample() {
    try (InputStream in = Rehearsal.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("the image lacks " + SAMPLE);
      }
      return ByteString.readFrom(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

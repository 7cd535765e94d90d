package dev.glovebox.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportedBar;
import dev.glovebox.proto.worker.v1.ImportedBars;
import dev.glovebox.proto.worker.v1.ImportedTick;
import dev.glovebox.proto.worker.v1.ImportedTicks;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.LogLines;
import dev.glovebox.proto.worker.v1.MarketOrder;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames of a worker, or of a helper that imports, end in plain values within the bounds of
 * worker.proto, or in an end of the worker that has a code.
 */
public final class FrameTarget {
  private static final int SETS = 3;
  private static final long BYTES_MAX = 1L << 26;
  private static final BigDecimal AMOUNT_LIMIT = new BigDecimal("1e18");
  private static final long MICROS_LIMIT = 400_000_000_000_000_000L;

  private FrameTarget() {}

  /** Takes {@code data} as the frames of a helper if its first byte is odd, else of a worker. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] bytes = Arrays.copyOfRange(data, 1, data.length);
    List<byte[]> frames = frames(bytes);
    try {
      if ((data[0] & 1) == 1) {
        imported(frames);
      } else {
        worked(frames);
      }
    } catch (EndedException e) {
      require(e.ended().reason() != null, "an end without a code");
    } catch (HelperException e) {
      require(e.reason() != null, "an end without a code");
    } catch (InvalidProtocolBufferException e) {
      // Said as FRAME_UNREADABLE by the session, and as a violation by the helper.
    }
  }

  private static List<byte[]> frames(byte[] bytes) {
    Frames frames = new Frames(new ByteArrayInputStream(bytes), BYTES_MAX);
    List<byte[]> all = new ArrayList<>();
    try {
      while (true) {
        all.add(frames.next());
      }
    } catch (IOException | HelperException e) {
      // The end of the stream, or of what may be read.
    }
    return all;
  }

  private static void worked(List<byte[]> frames)
      throws EndedException, InvalidProtocolBufferException {
    AnswerChecks checks = new AnswerChecks(WorkerLimits.DEFAULT);
    WorkerLog log = new WorkerLog(WorkerLimits.DEFAULT);
    List<SetFrame> sent = sets();
    for (byte[] bytes : frames) {
      WorkerFrame frame = WorkerFrame.parseFrom(bytes);
      switch (frame.getBodyCase()) {
        case READY ->
            require(
                checks.ready(frame.getReady(), "e", "j").warmupBars() >= 0, "a negative warm-up");
        case ANSWER -> {
          Session.Processed processed = checks.processed(frame.getAnswer(), sent);
          require(processed.consumed() >= 1 && processed.consumed() <= SETS, "a count");
          processed.intents().forEach(FrameTarget::bounded);
        }
        case FAULT ->
            require(
                AnswerChecks.fault(frame.getFault(), SETS).consumed() <= SETS,
                "a count of a fault");
        case LOG -> log.add(frame.getLog().getLinesList());
        case HELLO, STOPPED, BODY_NOT_SET -> {
          // Nothing in them that the checks would read.
        }
      }
    }
  }

  private static void bounded(RawIntent intent) {
    if (intent.kind() instanceof RawIntent.Market(var side, RawIntent.Amount amount)) {
      require(side != null, "an order without a side");
      amount
          .value()
          .ifPresent(value ->
              require(value.abs().compareTo(AMOUNT_LIMIT) < 0 && value.scale() >= 0, "an amount"));
    }
  }

  private static List<SetFrame> sets() {
    List<SetFrame> sets = new ArrayList<>();
    for (int i = 0; i < SETS; i++) {
      sets.add(
          new SetFrame(
              i,
              List.of(),
              List.of(),
              List.of(),
              new SetFrame.AccountView("1", "1", "1", List.of(BigDecimal.ZERO))));
    }
    return sets;
  }

  private static void imported(List<byte[]> frames)
      throws HelperException, InvalidProtocolBufferException {
    BarChecks bars = new BarChecks(0);
    TickChecks ticks = new TickChecks();
    long before = -MICROS_LIMIT;
    for (byte[] bytes : frames) {
      HelperResponse frame = HelperResponse.parseFrom(bytes);
      if (frame.hasImportedBars()) {
        for (BarRow row : bars.rows(frame.getImportedBars())) {
          require(row.openTimeMicros() > before, "times that do not rise");
          require(row.openTimeMicros() < MICROS_LIMIT, "a time");
          require(row.low() > 0 && row.low() <= row.high(), "prices");
          before = row.openTimeMicros();
        }
      } else if (frame.hasImportedTicks()) {
        for (TickRow row : ticks.rows(frame.getImportedTicks())) {
          require(row.price() > 0 && row.timeMicros() >= 0, "a tick");
        }
      } else if (frame.getImportDone().getTicks() > 0) {
        var _ = ticks.summary(frame.getImportDone());
      } else {
        require(bars.summary(frame.getImportDone()).gaps() >= 0, "a negative count of gaps");
      }
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** Conversations as they should be. */
  public static List<byte[]> seeds() {
    Decimal one = Decimal.newBuilder().setMantissa(100).setScale(2).build();
    Intent intent =
        Intent.newBuilder()
            .setSequence(1)
            .setInstrument("AAPL")
            .setTag("t")
            .setCall("buy")
            .setMarket(
                MarketOrder.newBuilder()
                    .setSide(Side.SIDE_BUY)
                    .setQuantity(Amount.newBuilder().setValue(one).setOriginal("1.004")))
            .build();
    Intent invalid =
        intent.toBuilder()
            .setSequence(2)
            .setMarket(
                MarketOrder.newBuilder()
                    .setSide(Side.SIDE_SELL)
                    .setQuantity(Amount.newBuilder().setInvalid("nan")))
            .build();
    return List.of(
        worker(
            WorkerFrame.newBuilder()
                .setReady(
                    Ready.newBuilder()
                        .setWarmupBars(3)
                        .setStrategyClass("S")
                        .addParameters(ParameterValue.newBuilder().setName("a").setType("int"))),
            WorkerFrame.newBuilder().setLog(LogLines.newBuilder().addLines("hello")),
            WorkerFrame.newBuilder()
                .setAnswer(
                    Answer.newBuilder().setConsumed(1).addIntents(intent).addIntents(invalid))),
        worker(
            WorkerFrame.newBuilder()
                .setFault(
                    Fault.newBuilder()
                        .setCode("STRATEGY_ERROR")
                        .setMessage("no")
                        .setHook("on_bar")
                        .setLine(3)
                        .setExceptionClass("ValueError")
                        .setConsumed(1))),
        importedBars(one),
        importedTicks(one));
  }

  private static byte[] importedBars(Decimal one) {
    ImportedBar bar =
        ImportedBar.newBuilder()
            .setOpenTimeUs(1_704_153_600_000_000L)
            .setStamp("2024-01-02")
            .setOpen(one)
            .setHigh(one)
            .setLow(one)
            .setClose(one)
            .setVolume(one)
            .setLine(2)
            .build();
    ImportedBar next = bar.toBuilder().setOpenTimeUs(1_704_240_000_000_000L).setLine(3).build();
    return helper(
        HelperResponse.newBuilder()
            .setImportedBars(ImportedBars.newBuilder().addBars(bar).addBars(next)),
        HelperResponse.newBuilder()
            .setImportDone(
                ImportDone.newBuilder().setBars(2).setIntervalSeconds(86_400).setPriceScale(2)));
  }

  private static byte[] importedTicks(Decimal one) {
    ImportedTick tick =
        ImportedTick.newBuilder().setTimeUs(5).setPrice(one).setAmount(one).setLine(2).build();
    return helper(
        HelperResponse.newBuilder().setImportedTicks(ImportedTicks.newBuilder().addTicks(tick)),
        HelperResponse.newBuilder()
            .setNonce(ByteString.copyFromUtf8("n"))
            .setImportDone(ImportDone.newBuilder().setTicks(1).setPriceScale(2)));
  }

  private static byte[] worker(WorkerFrame.Builder... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(0);
    long sequence = 0;
    for (WorkerFrame.Builder frame : frames) {
      sequence++;
      write(frame.setVersion(1).setSequence(sequence).build().toByteArray(), all);
    }
    return all.toByteArray();
  }

  private static byte[] helper(HelperResponse.Builder... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(1);
    for (HelperResponse.Builder frame : frames) {
      write(frame.setVersion(1).build().toByteArray(), all);
    }
    return all.toByteArray();
  }

  private static void write(byte[] frame, ByteArrayOutputStream all) {
    try {
      com.google.protobuf.CodedOutputStream out =
          com.google.protobuf.CodedOutputStream.newInstance(all);
      out.writeByteArrayNoTag(frame);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One HTTP/2 frame. */
  static byte[] http(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }
}

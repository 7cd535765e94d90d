package dev.glovebox.importer;

import com.google.protobuf.ByteString;
import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportRequest;
import dev.glovebox.proto.worker.v1.ImportedBar;
import dev.glovebox.proto.worker.v1.ImportedBars;
import dev.glovebox.proto.worker.v1.ImportedTick;
import dev.glovebox.proto.worker.v1.ImportedTicks;
import dev.glovebox.proto.worker.v1.Refused;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process that reads one file of bars or ticks: requests on stdin, answers on stdout, then its
 * end.
 *
 * <p>Exit status 0 after an answer, 2 for a request that is none, 4 when the host went away (stdin
 * ended), 3 out of memory.
 */
public final class ImportMain {
  static final int STATUS_BAD_REQUEST = 2;
  static final int STATUS_HOST_GONE = 4;

  private static final int VERSION = 1;
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Bars or ticks of one frame: with at most 160 bytes each well below 1 MiB. */
  private static final int FRAME_BARS_MAX = 4096;

  private final InputStream in;
  private final OutputStream out;
  private final BarLimits limits;
  private ByteString nonce = ByteString.EMPTY;

  ImportMain(InputStream in, OutputStream out, BarLimits limits) {
    this.in = in;
    this.out = out;
    this.limits = limits;
  }

  /** Runs one import and ends the process. */
  public static void main(String[] arguments) throws IOException {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES);
    OutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
    // Stdout carries frames; nothing else may slip in.
    System.setOut(System.err);
    Lockdown.enter();
    int status;
    try {
      status = new ImportMain(in, out, BarLimits.DEFAULT).run(() -> haltAtEndOf(in));
    } catch (EOFException _) {
      status = STATUS_HOST_GONE;
    }
    // The host waits for the end of the answer, and a JVM with a thread in a blocking read takes a
    // third of a second to end itself.
    out.flush();
    if (!Lockdown.isRecorded()) {
      out.close();
    }
    Lockdown.halt(status);
  }

  private static void haltAtEndOf(InputStream in) {
    Thread.ofPlatform()
        .daemon()
        .name("host-watch")
        .start(() -> {
          try {
            while (in.read() >= 0) {
              // The request is complete: what follows says nothing.
            }
          } catch (IOException _) {
            // A broken pipe means the same as its end.
          }
          Runtime.getRuntime().halt(STATUS_HOST_GONE);
        });
  }

  /**
   * Reads the request and answers it.
   *
   * @param onRequestRead runs once the host has said all it will say
   * @return the exit status
   */
  int run(Runnable onRequestRead) throws IOException {
    HelperRequest first = request();
    nonce = first.getNonce();
    if (first.getVersion() != VERSION || !first.hasImportBars()) {
      return STATUS_BAD_REQUEST;
    }
    ImportRequest wanted = first.getImportBars();
    if (!wanted.getStamp().equals("open") && !wanted.getStamp().equals("close")) {
      return STATUS_BAD_REQUEST;
    }
    try {
      return switch (wanted.getForm()) {
        case "", "bars" -> {
          BarFile file = new BarFile(limits);
          yield whole(
              file::accept,
              onRequestRead,
              () ->
                  send(
                      file.finish(wanted.getStamp().equals("close"), wanted.getIntervalSeconds())));
        }
        case "ticks" -> {
          TickFile file = new TickFile(limits, TickFile.TICKS_MAX);
          yield whole(file::accept, onRequestRead, () -> send(file.finish(), file.priceScale()));
        }
        default -> STATUS_BAD_REQUEST;
      };
    } catch (BarFileException e) {
      send(
          response()
              .setRefused(
                  Refused.newBuilder()
                      .setCode(e.code())
                      .setMessage(e.problem())
                      .setLine(e.line())));
    }
    return 0;
  }

  /** Takes pieces of the file. */
  @FunctionalInterface
  private interface Pieces {
    void accept(byte[] piece) throws BarFileException;
  }

  /** Judges the whole file and answers. */
  @FunctionalInterface
  private interface Verdict {
    void give() throws BarFileException, IOException;
  }

  private int whole(Pieces pieces, Runnable onRequestRead, Verdict verdict)
      throws BarFileException, IOException {
    boolean last = false;
    while (!last) {
      HelperRequest next = request();
      if (!next.hasImportChunk()) {
        return STATUS_BAD_REQUEST;
      }
      pieces.accept(next.getImportChunk().getData().toByteArray());
      last = next.getImportChunk().getLast();
    }
    onRequestRead.run();
    verdict.give();
    return 0;
  }

  private HelperRequest request() throws IOException {
    HelperRequest request = HelperRequest.parseDelimitedFrom(in);
    if (request == null) {
      throw new EOFException("the host is gone");
    }
    return request;
  }

  private void send(Series series) throws IOException {
    BarSpool.Reader reader = series.spool().reader();
    Bar bar = new Bar();
    ImportedBars.Builder frame = ImportedBars.newBuilder();
    for (int i = 0; i < series.spool().bars(); i++) {
      reader.next(bar);
      frame.addBars(imported(bar, series.stampShiftMicros(), i + 2));
      if (frame.getBarsCount() == FRAME_BARS_MAX) {
        send(response().setImportedBars(frame));
        frame.clear();
      }
    }
    if (frame.getBarsCount() > 0) {
      send(response().setImportedBars(frame));
    }
    send(
        response()
            .setImportDone(
                ImportDone.newBuilder()
                    .setBars(series.spool().bars())
                    .setIntervalSeconds(series.intervalSeconds())
                    .setDateOnly(series.dateOnly())
                    .setPriceScale(series.priceScale())
                    .setGaps(series.gaps())));
  }

  private void send(TickSpool ticks, int priceScale) throws IOException {
    TickSpool.Reader reader = ticks.reader();
    Tick tick = new Tick();
    ImportedTicks.Builder frame = ImportedTicks.newBuilder();
    for (int i = 0; i < ticks.ticks(); i++) {
      reader.next(tick);
      frame.addTicks(
          ImportedTick.newBuilder()
              .setTimeUs(tick.seconds * StampForm.MICROS_PER_SECOND)
              .setPrice(decimal(tick.price, tick.priceScale))
              .setAmount(decimal(tick.amount, tick.amountScale))
              .setLine(i + 2));
      if (frame.getTicksCount() == FRAME_BARS_MAX) {
        send(response().setImportedTicks(frame));
        frame.clear();
      }
    }
    if (frame.getTicksCount() > 0) {
      send(response().setImportedTicks(frame));
    }
    send(
        response()
            .setImportDone(
                ImportDone.newBuilder().setTicks(ticks.ticks()).setPriceScale(priceScale)));
  }

  private static ImportedBar imported(Bar bar, long stampShiftMicros, int line) {
    return ImportedBar.newBuilder()
        .setOpenTimeUs(bar.stampMicros - stampShiftMicros)
        .setStamp(bar.form.text(bar.stampMicros))
        .setOpen(decimal(bar.open, bar.priceScale))
        .setHigh(decimal(bar.high, bar.priceScale))
        .setLow(decimal(bar.low, bar.priceScale))
        .setClose(decimal(bar.close, bar.priceScale))
        .setVolume(decimal(bar.volume, bar.volumeScale))
        .setLine(line)
        .build();
  }

  private static Decimal decimal(long mantissa, int scale) {
    return Decimal.newBuilder().setMantissa(mantissa).setScale(scale).build();
  }

  private HelperResponse.Builder response() {
    return HelperResponse.newBuilder().setVersion(VERSION).setNonce(nonce);
  }

  private void send(HelperResponse.Builder response) throws IOException {
    response.build().writeDelimitedTo(out);
  }
}

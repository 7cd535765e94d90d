package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportChunk;
import dev.glovebox.proto.worker.v1.ImportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads files of bars or trades, each in a process of its own. Thread-safe. */
public final class BarImports {
  /** Bytes of one chunk of the file on its way to the process. */
  public static final int CHUNK_BYTES_MAX = 256 * 1024;

  /** What a stamp in the file means. */
  public enum Stamp {
    OPEN("open"),
    CLOSE("close");

    private final String text;

    Stamp(String text) {
      this.text = text;
    }

    /** The word of the command line and of records. */
    public String text() {
      return text;
    }
  }

  private final Helpers helpers;
  private final HelperLimits limits;
  private final Nonces nonces;

  /** Imports with {@code image} in {@code jail}. */
  public BarImports(Jail jail, ProcessImage image, HelperLimits limits, Nonces nonces) {
    this(new ColdHelpers(jail, image, limits.memory()), limits, nonces);
  }

  /** Works with processes of {@code helpers}, whose memory bounds are theirs to set. */
  public BarImports(Helpers helpers, HelperLimits limits, Nonces nonces) {
    this.helpers = helpers;
    this.limits = limits;
    this.nonces = nonces;
  }

  /**
   * Imports one file; blocks for the life of the process, which waits while {@code sink} works.
   *
   * @param file read to its end or to the first refusal; the caller closes it
   * @param intervalSeconds 0 to infer
   * @throws UncheckedIOException if {@code file} cannot be read
   */
  public ImportAnswer importBars(
      InputStream file, Stamp stamp, long intervalSeconds, BarSink sink) {
    if (intervalSeconds < 0) {
      throw new IllegalArgumentException("interval of " + intervalSeconds + " s");
    }
    return HelperProcess.converse(
        helpers,
        limits,
        nonces,
        failed -> failed,
        helper -> {
          send(
              helper,
              file,
              ImportRequest.newBuilder()
                  .setForm("bars")
                  .setStamp(stamp.text())
                  .setIntervalSeconds(intervalSeconds));
          return receive(helper, new BarChecks(intervalSeconds), sink);
        });
  }

  /**
   * Imports the trades of one file; blocks for the life of the process, which waits while {@code
   * sink} works.
   *
   * @param file read to its end or to the first refusal; the caller closes it
   * @throws UncheckedIOException if {@code file} cannot be read
   */
  public TickAnswer importTicks(InputStream file, TickSink sink) {
    return HelperProcess.<TickAnswer>converse(
        helpers,
        limits,
        nonces,
        failed -> failed,
        helper -> {
          // Trades have no bars, so no stamps of bars either; the request's form wants the word.
          send(
              helper,
              file,
              ImportRequest.newBuilder().setForm("ticks").setStamp(Stamp.OPEN.text()));
          return receive(helper, new TickChecks(), sink);
        });
  }

  private static void send(HelperProcess helper, InputStream file, ImportRequest.Builder request) {
    try {
      helper.send(HelperRequest.newBuilder().setImportBars(request));
      byte[] buffer = new byte[CHUNK_BYTES_MAX];
      boolean last = false;
      while (!last) {
        int length = read(file, buffer);
        last = length < buffer.length;
        helper.send(
            HelperRequest.newBuilder()
                .setImportChunk(
                    ImportChunk.newBuilder()
                        .setData(ByteString.copyFrom(buffer, 0, length))
                        .setLast(last)));
      }
    } catch (IOException _) {
      // It stopped reading: it has refused the file, or is gone. Its output tells which.
    }
  }

  private static int read(InputStream file, byte[] buffer) {
    try {
      return file.readNBytes(buffer, 0, buffer.length);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bar file", e);
    }
  }

  private static ImportAnswer receive(HelperProcess helper, BarChecks checks, BarSink sink)
      throws HelperException, IOException {
    while (true) {
      HelperResponse response = helper.receive();
      switch (response.getBodyCase()) {
        case IMPORTED_BARS -> {
          List<BarRow> bars = checks.rows(response.getImportedBars());
          sink.accept(bars);
        }
        case IMPORT_DONE -> {
          ImportSummary summary = checks.summary(response.getImportDone());
          helper.finish();
          return summary;
        }
        case REFUSED -> {
          return helper.refused(response.getRefused());
        }
        case IMPORTED_TICKS, PREPARED, ANALYSIS, BODY_NOT_SET -> throw somethingElse();
      }
    }
  }

  private static TickAnswer receive(HelperProcess helper, TickChecks checks, TickSink sink)
      throws HelperException, IOException {
    while (true) {
      HelperResponse response = helper.receive();
      switch (response.getBodyCase()) {
        case IMPORTED_TICKS -> {
          List<TickRow> ticks = checks.rows(response.getImportedTicks());
          sink.accept(ticks);
        }
        case IMPORT_DONE -> {
          TickSummary summary = checks.summary(response.getImportDone());
          helper.finish();
          return summary;
        }
        case REFUSED -> {
          return helper.refused(response.getRefused());
        }
        case IMPORTED_BARS, PREPARED, ANALYSIS, BODY_NOT_SET -> throw somethingElse();
      }
    }
  }

  private static HelperException somethingElse() {
    return HelperException.violation("answered an import with something else");
  }
}

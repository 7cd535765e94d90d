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

/** Reads bar files, each in a process of its own. Thread-safe. */
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
          send(helper, file, stamp, intervalSeconds);
          return receive(helper, new BarChecks(intervalSeconds), sink);
        });
  }

  private static void send(
      HelperProcess helper, InputStream file, Stamp stamp, long intervalSeconds) {
    try {
      helper.send(
          HelperRequest.newBuilder()
              .setImportBars(
                  ImportRequest.newBuilder()
                      .setStamp(stamp.text())
                      .setIntervalSeconds(intervalSeconds)));
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
        case PREPARED, ANALYSIS, BODY_NOT_SET ->
            throw HelperException.violation("answered an import with something else");
      }
    }
  }
}

package dev.glovebox.importer;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportChunk;
import dev.glovebox.proto.worker.v1.ImportRequest;
import dev.glovebox.session.ImportJudge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The importer answers every file with a series that the host's own checks take, or with a code; it
 * is the same answer however the file is cut into pieces.
 */
public final class BarTarget {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final int PIECE_BYTES = 7;
  private static final int TICKS = 1;
  private static final int CLOSE = 2;
  private static final int DAILY = 4;
  private static final long DAY_SECONDS = 86_400;

  private BarTarget() {}

  /** Imports {@code data} as its first byte says. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    byte[] file = Arrays.copyOfRange(data, 1, data.length);
    ImportRequest wanted =
        ImportRequest.newBuilder()
            .setForm((data[0] & TICKS) != 0 ? "ticks" : "bars")
            .setStamp((data[0] & CLOSE) != 0 ? "close" : "open")
            .setIntervalSeconds((data[0] & DAILY) != 0 ? DAY_SECONDS : 0)
            .build();
    byte[] whole = answer(wanted, file, Math.max(1, file.length));
    if (!Arrays.equals(whole, answer(wanted, file, PIECE_BYTES))) {
      throw new AssertionError("the answer depends on how the file is cut");
    }
    judge(wanted, whole);
  }

  private static byte[] answer(ImportRequest wanted, byte[] file, int pieceBytes)
      throws IOException {
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    HelperRequest.newBuilder()
        .setVersion(1)
        .setImportBars(wanted)
        .build()
        .writeDelimitedTo(requests);
    int at = 0;
    do {
      int end = Math.min(file.length, at + pieceBytes);
      ImportChunk chunk =
          ImportChunk.newBuilder()
              .setData(ByteString.copyFrom(file, at, end - at))
              .setLast(end == file.length)
              .build();
      HelperRequest.newBuilder()
          .setVersion(1)
          .setImportChunk(chunk)
          .build()
          .writeDelimitedTo(requests);
      at = end;
    } while (at < file.length);
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    int status =
        new ImportMain(new ByteArrayInputStream(requests.toByteArray()), answers, BarLimits.DEFAULT)
            .run(() -> {});
    if (status != 0) {
      throw new AssertionError("status " + status);
    }
    return answers.toByteArray();
  }

  private static void judge(ImportRequest wanted, byte[] answers) throws IOException {
    List<HelperResponse> frames = new ArrayList<>();
    ByteArrayInputStream in = new ByteArrayInputStream(answers);
    for (HelperResponse frame = HelperResponse.parseDelimitedFrom(in);
        frame != null;
        frame = HelperResponse.parseDelimitedFrom(in)) {
      frames.add(frame);
    }
    HelperResponse last = frames.getLast();
    if (last.hasRefused()) {
      if (!CODE.matcher(last.getRefused().getCode()).matches()
          || last.getRefused().getMessage().isEmpty()
          || frames.size() > 1) {
        throw new AssertionError("a refusal without a code: " + last);
      }
      return;
    }
    ImportJudge.mustTake(wanted, frames);
  }

  /** Sound files and files with one fault. */
  public static List<byte[]> seeds() {
    String bars =
        """
        timestamp,open,high,low,close,volume
        2024-01-02T00:00:00Z,10.5,11,10.25,10.75,1000
        2024-01-03T00:00:00Z,10.75,12,10.5,11.5,2000.5
        2024-01-05T00:00:00Z,11.5,11.5,9.999,10,0
        """;
    return List.of(
        bytes("\0" + bars),
        bytes("\6" + bars),
        bytes("\4date,close,open,low,high,volume\n2024-01-02,2,1,1,3,5\n2024-01-03,2,2,2,2,2\n"),
        bytes(
            "\0timestamp,open,high,low,close,volume\r\n1704153600,1,2,1,2,3\r\n1704157200,1,1,1,1,1"),
        bytes("\0timestamp,open,high,low,close,volume\n1704153600000,1e3,2,1,2,-3\n"),
        bytes("\1timestamp,price,amount\n1325317920,4.39,0.45558087\n1325317920,4.5,0\n"),
        bytes("\1timestamp,price,amount\n5,1,1\n4,1,1\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

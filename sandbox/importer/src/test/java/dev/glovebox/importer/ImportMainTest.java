package dev.glovebox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportChunk;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportRequest;
import dev.glovebox.proto.worker.v1.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ImportMainTest {
  private static final ByteString NONCE = ByteString.copyFrom(new byte[32]);
  private static final String HEADER = "time,open,high,low,close,volume\n";

  @Test
  void manyBarsArriveInFramesBelowTheLimit() throws Exception {
    StringBuilder file = new StringBuilder(HEADER);
    LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0);
    int bars = 10_000;
    for (int i = 0; i < bars; i++) {
      file.append(time.plusMinutes(i)).append(":00.000000+00:00");
      file.append(",123456789012.000001,123456789012.000002,123456789012,123456789012.000001,1\n");
    }
    List<HelperResponse> answers = run("open", file.toString());
    assertThat(answers).hasSize(4).allMatch(answer -> answer.getNonce().equals(NONCE));
    assertThat(answers).allMatch(answer -> answer.getSerializedSize() < 1 << 20);
    assertThat(answers.getLast().getImportDone())
        .isEqualTo(
            ImportDone.newBuilder().setBars(bars).setIntervalSeconds(60).setPriceScale(6).build());
    assertThat(answers.getFirst().getImportedBars().getBars(1))
        .matches(bar -> bar.getStamp().equals("2024-01-01T00:01:00.000000+00:00"))
        .matches(bar -> bar.getLine() == 3)
        .matches(bar -> bar.getLow().getMantissa() == 123_456_789_012_000_000L);
  }

  @Test
  void refusalCarriesCodeAndLine() throws Exception {
    assertThat(run("open", HEADER + "x,1,1,1,1,1\n").getFirst().getRefused())
        .extracting(Refused::getCode, Refused::getLine)
        .containsExactly("BAR_TIME_INVALID", 2);
  }

  @Test
  void requestThatIsNoneEndsTheProcess() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(status(out, request("noon"))).isEqualTo(2);
    assertThat(status(out, request("open").toBuilder().setVersion(2).build())).isEqualTo(2);
    assertThat(status(out, request("open"), request("open"))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThatThrownBy(() -> status(out, request("open"))).isInstanceOf(EOFException.class);
  }

  @Test
  void processEndsWithStatusZeroAfterItsAnswer() throws Exception {
    Process process = start();
    try {
      feed(process.getOutputStream(), HEADER + "2024-01-01,1,1,1,1,1\n");
      assertThat(answers(process.getInputStream()).getLast().hasImportDone()).isTrue();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void processEndsWhenItsHostGoesAway() throws Exception {
    Process process = start();
    try {
      request("open").writeDelimitedTo(process.getOutputStream());
      process.getOutputStream().close();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ImportMain.STATUS_HOST_GONE);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            ImportMain.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<HelperResponse> run(String stamp, String file) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    request(stamp).writeDelimitedTo(in);
    chunk(file, true).writeDelimitedTo(in);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean[] read = new boolean[1];
    int status =
        new ImportMain(new ByteArrayInputStream(in.toByteArray()), out, BarLimits.DEFAULT)
            .run(() -> read[0] = true);
    assertThat(status).isZero();
    List<HelperResponse> answers = answers(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read[0]).isEqualTo(!answers.getFirst().hasRefused());
    return answers;
  }

  private static int status(OutputStream out, HelperRequest... requests) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    for (HelperRequest request : requests) {
      request.writeDelimitedTo(in);
    }
    return new ImportMain(new ByteArrayInputStream(in.toByteArray()), out, BarLimits.DEFAULT)
        .run(() -> {});
  }

  private static void feed(OutputStream in, String file) throws IOException {
    request("open").writeDelimitedTo(in);
    chunk(file.substring(0, 10), false).writeDelimitedTo(in);
    chunk(file.substring(10), true).writeDelimitedTo(in);
    in.flush();
  }

  private static List<HelperResponse> answers(InputStream out) throws IOException {
    List<HelperResponse> answers = new ArrayList<>();
    for (HelperResponse answer = HelperResponse.parseDelimitedFrom(out);
        answer != null;
        answer = HelperResponse.parseDelimitedFrom(out)) {
      answers.add(answer);
    }
    return answers;
  }

  private static HelperRequest request(String stamp) {
    return HelperRequest.newBuilder()
        .setVersion(1)
        .setNonce(NONCE)
        .setImportBars(ImportRequest.newBuilder().setStamp(stamp))
        .build();
  }

  private static HelperRequest chunk(String text, boolean last) {
    return HelperRequest.newBuilder()
        .setVersion(1)
        .setImportChunk(
            ImportChunk.newBuilder()
                .setData(ByteString.copyFrom(text, StandardCharsets.UTF_8))
                .setLast(last))
        .build();
  }
}

package dev.glovebox.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.glovebox.prepare.stdio.Exchange;
import dev.glovebox.prepare.stdio.Frames;
import dev.glovebox.proto.worker.v1.AnalyzeRequest;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.PrepareRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PrepareMainTest {
  private static final ByteString NONCE = ByteString.copyFrom(new byte[Exchange.NONCE_BYTES]);

  private static HelperRequest request(String source) {
    return HelperRequest.newBuilder()
        .setVersion(1)
        .setNonce(NONCE)
        .setPrepare(
            PrepareRequest.newBuilder()
                .setLanguage("python")
                .setSource(ByteString.copyFromUtf8(source)))
        .build();
  }

  private static HelperResponse answer(HelperRequest request) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    Frames.write(in, request);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = PrepareMain.exchange().run(new ByteArrayInputStream(in.toByteArray()), out);
    assertThat(status).isEqualTo(Exchange.ANSWERED);
    return Frames.read(new ByteArrayInputStream(out.toByteArray()), HelperResponse.parser());
  }

  @Test
  void answersInAProcessOfItsOwnAndExits() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                PrepareMain.class.getName())
            .redirectErrorStream(false)
            .start();
    HelperResponse response;
    try (OutputStream to = process.getOutputStream();
        InputStream from = process.getInputStream()) {
      Frames.write(to, request("while True: pass\n"));
      response = Frames.read(from, HelperResponse.parser());
      assertThat(from.read()).as("nothing follows the answer").isEqualTo(-1);
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(response.getVersion()).isEqualTo(1);
    assertThat(response.getNonce()).isEqualTo(NONCE);
    assertThat(response.getPrepared().getForm().toStringUtf8()).isEqualTo("while True: \n pass\n");
    assertThat(response.getPrepared().getFormVersion()).isEqualTo(1);
    assertThat(response.getPrepared().getLineMapList()).containsExactly(1, 1, 2);
  }

  @Test
  void refusesASyntaxErrorByItsCode() throws IOException {
    HelperResponse response = answer(request("x = 1\nif\n"));
    assertThat(response.getNonce()).isEqualTo(NONCE);
    assertThat(response.getRefused().getCode()).isEqualTo("PY000");
    assertThat(response.getRefused().getLine()).isEqualTo(2);
    assertThat(response.getRefused().getColumn()).isEqualTo(3);
  }

  @Test
  void refusesWhatItIsNotFor() throws IOException {
    HelperRequest java =
        request("x").toBuilder()
            .setPrepare(PrepareRequest.newBuilder().setLanguage("java"))
            .build();
    assertThat(answer(java).getRefused().getCode()).isEqualTo("LANGUAGE_UNSUPPORTED");
    HelperRequest analyze =
        request("x").toBuilder().setAnalyze(AnalyzeRequest.getDefaultInstance()).build();
    assertThat(answer(analyze).getRefused().getCode()).isEqualTo("PROTOCOL_VIOLATION");
    HelperRequest later = request("x").toBuilder().setVersion(2).build();
    assertThat(answer(later).getRefused().getCode()).isEqualTo("PROTOCOL_VIOLATION");
  }

  @Test
  void answersNobodyWithoutANonce() throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    Frames.write(in, request("x").toBuilder().setNonce(ByteString.EMPTY).build());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(PrepareMain.exchange().run(new ByteArrayInputStream(in.toByteArray()), out))
        .isEqualTo(Exchange.NOT_ANSWERED);
    assertThat(out.toByteArray()).isEmpty();
  }

  @Test
  void carriesTheLargestAnswerInOneFrame() throws IOException {
    HelperResponse response = answer(request("[x for x in y]\n".repeat(7_200)));
    assertThat(response.getPrepared().getLineMapCount()).isEqualTo(14_401);
  }
}

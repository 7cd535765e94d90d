package dev.glovebox.prepare.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.Prepared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ExchangeTest {

  private static HelperResponse run(Exchange.Answering answering) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    Frames.write(
        in,
        HelperRequest.newBuilder()
            .setVersion(1)
            .setNonce(ByteString.copyFrom(new byte[Exchange.NONCE_BYTES]))
            .build());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Exchange(answering, RefusalCode.PREPARATION_FAILED)
        .run(new ByteArrayInputStream(in.toByteArray()), out);
    return Frames.read(new ByteArrayInputStream(out.toByteArray()), HelperResponse.parser());
  }

  @Test
  void hidesWhatFailedInside() throws IOException {
    HelperResponse response =
        run(request -> {
          throw new IllegalStateException("secret");
        });
    assertThat(response.getRefused().getCode()).isEqualTo("PREPARATION_FAILED");
    assertThat(response.toString()).doesNotContain("secret");
  }

  @Test
  void refusesAnAnswerThatNoFrameHolds() throws IOException {
    HelperResponse response =
        run(request ->
            HelperResponse.newBuilder()
                .setPrepared(
                    Prepared.newBuilder()
                        .setForm(ByteString.copyFrom(new byte[Frames.FRAME_BYTES_MAX]))));
    assertThat(response.getRefused().getCode()).isEqualTo("PREPARATION_FAILED");
  }

  @Test
  void cutsLongMessagesBetweenCharacters() {
    String cut = Exchange.cut("é".repeat(600) + "x");
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSize(Exchange.MESSAGE_BYTES_MAX);
    assertThat(Exchange.cut("a" + "é".repeat(600)).getBytes(StandardCharsets.UTF_8))
        .hasSize(Exchange.MESSAGE_BYTES_MAX - 1);
    assertThat(Exchange.cut("lone \ud800")).isEqualTo("lone ?");
    assertThat(Exchange.cut("short")).isEqualTo("short");
  }
}

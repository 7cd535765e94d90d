package dev.glovebox.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.stdio.Exchange;
import dev.glovebox.prepare.stdio.Frames;
import dev.glovebox.proto.worker.v1.AnalyzeRequest;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AnalyzeMainTest {

  private static HelperResponse answer(String language, String source) throws IOException {
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    Frames.write(
        in,
        HelperRequest.newBuilder()
            .setVersion(1)
            .setNonce(ByteString.copyFrom(new byte[Exchange.NONCE_BYTES]))
            .setAnalyze(
                AnalyzeRequest.newBuilder()
                    .setLanguage(language)
                    .setSource(ByteString.copyFromUtf8(source)))
            .build());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(AnalyzeMain.exchange().run(new ByteArrayInputStream(in.toByteArray()), out))
        .isEqualTo(Exchange.ANSWERED);
    return Frames.read(new ByteArrayInputStream(out.toByteArray()), HelperResponse.parser());
  }

  @Test
  void answersWithFindingsAndTheHashOfItsRules() throws IOException {
    HelperResponse response = answer("python", "import os\nwhile True: pass\n");
    assertThat(response.getAnalysis().getRuleSet()).isEqualTo("python-core 1");
    assertThat(response.getAnalysis().getRuleSetHash())
        .isEqualTo(ByteString.copyFrom(RuleSet.pythonCore().hash()));
    assertThat(response.getAnalysis().getFindingsList())
        .extracting(finding -> finding.getRule() + " " + finding.getSeverity())
        .containsExactly("PY302 error", "PY401 warning");
  }

  @Test
  void reportsASyntaxErrorAsAFinding() throws IOException {
    assertThat(answer("python", "if\n").getAnalysis().getFindings(0).getRule()).isEqualTo("PY000");
  }

  @Test
  void refusesWhatItCannotJudge() throws IOException {
    assertThat(answer("python", "a\0b").getRefused().getCode()).isEqualTo("SOURCE_NUL");
    assertThat(answer("cobol", "a").getRefused().getCode()).isEqualTo("LANGUAGE_UNSUPPORTED");
  }

  @Test
  void fitsTheMostFindingsIntoOneFrame() throws IOException {
    String name = "é".repeat(300);
    HelperResponse response = answer("python", ("x." + name + ".__class__\n").repeat(350));
    assertThat(response.getAnalysis().getFindingsCount()).isEqualTo(200);
  }
}

package dev.glovebox.host.app.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import org.junit.jupiter.api.Test;

/** A host that shows something else than the bytes say; each refusal beside what passes. */
final class ExaminationTest {
  private static final String SOURCE = "a=1\nb=2\n";

  private static void refused(Code code, String file, byte[] shown) {
    Bundle bundle = new Reviewed(SOURCE).with(file, shown).bundle();
    assertThatThrownBy(() -> Reviewed.examined(bundle))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void anotherManifestThanTheBytesSayIsRefused() {
    byte[] other = Reviewed.manifest("a=1\n".getBytes(UTF_8)).bytes();
    refused(Code.APPROVAL_MANIFEST_MISMATCH, ReviewBundle.STRATEGY_MANIFEST, other);
    byte[] own = Reviewed.manifest(SOURCE.getBytes(UTF_8)).bytes();
    Bundle honest = new Reviewed(SOURCE).with(ReviewBundle.STRATEGY_MANIFEST, own).bundle();
    assertThat(Reviewed.examined(honest).manifest().bytes()).isEqualTo(own);
    assertThat(honest.subject().manifest()).isEqualTo(Sha256.of(own));
  }

  @Test
  void otherFindingsOrAnotherFormAreRefused() {
    byte[] other = "{}".getBytes(UTF_8);
    refused(Code.APPROVAL_ANALYSIS_MISMATCH, ReviewBundle.FINDINGS, other);
    refused(Code.APPROVAL_PREPARED_MISMATCH, ReviewBundle.PREPARED, other);
    refused(Code.APPROVAL_PREPARED_MISMATCH, ReviewBundle.LINE_MAP, other);
    assertThat(Reviewed.examined(new Reviewed(SOURCE).bundle()).lineMap()).containsExactly(0, 1, 2);
  }
}

package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class InclusionProofTest {
  @TempDir Path data;

  @Test
  void provesEveryRecordOfTreesOfEveryShape() {
    LogFixture fixture = new LogFixture(data);
    for (int size : new int[] {1, 2, 3, 5, 8, 21}) {
      fixture.write(size).checkpoint();
      try (AuditLog log = fixture.open()) {
        Checkpoint checkpoint = log.checkpoint();
        for (long sequence = 0; sequence < checkpoint.size(); sequence++) {
          InclusionProof proof = log.prove(sequence);
          assertThat(proof.holds()).isTrue();
          assertThat(proof.leaf()).isEqualTo(log.reader().read(sequence).leaf());
          assertThat(proof.checkpoint().root()).isEqualTo(checkpoint.root());
        }
      }
    }
  }

  @Test
  void usesWholeSubtreesAndFindsThemAgainAfterARestart() {
    LogFixture fixture = new LogFixture(data);
    int size = 2 * SubtreeIndex.SUBTREE_LEAVES + 90;
    fixture.write(size);
    try (AuditLog log = fixture.open()) {
      log.append(LogFixture.decision(size));
      Checkpoint _ = log.checkpoint();
      int last = SubtreeIndex.SUBTREE_LEAVES;
      for (long sequence : new long[] {0, last - 1, last, 2L * last - 1, 2L * last, size}) {
        assertThat(log.prove(sequence).holds()).as("record %s", sequence).isTrue();
      }
    }
  }

  @Test
  void holdsForNothingButThatRecordAtThatPlace() {
    LogFixture fixture = new LogFixture(data);
    fixture.write(11);
    try (AuditLog log = fixture.open()) {
      Checkpoint checkpoint = log.checkpoint();
      InclusionProof sound = log.prove(6);
      assertThat(sound.holds()).isTrue();
      byte[] otherLeaf = sound.leaf();
      otherLeaf[3] ^= 1;
      assertThat(new InclusionProof(checkpoint, 6, otherLeaf, sound.path()).holds()).isFalse();
      byte[] leaf = log.reader().read(6).leaf();
      assertThat(new InclusionProof(checkpoint, 5, leaf, sound.path()).holds()).isFalse();
      assertThat(new InclusionProof(checkpoint, -1, leaf, sound.path()).holds()).isFalse();
      assertThat(new InclusionProof(checkpoint, checkpoint.size(), leaf, sound.path()).holds())
          .isFalse();
      for (int i = 0; i < sound.path().size(); i++) {
        List<Sha256> bent = new ArrayList<>(sound.path());
        bent.set(i, Sha256.of(new byte[] {(byte) i}));
        assertThat(new InclusionProof(checkpoint, 6, leaf, bent).holds()).isFalse();
        List<Sha256> cut = new ArrayList<>(sound.path());
        cut.remove(i);
        assertThat(new InclusionProof(checkpoint, 6, leaf, cut).holds()).isFalse();
      }
      List<Sha256> longer = new ArrayList<>(sound.path());
      longer.add(Sha256.of(new byte[0]));
      assertThat(new InclusionProof(checkpoint, 6, leaf, longer).holds()).isFalse();
    }
  }

  @Test
  void refusesWhatNoCheckpointCovers() {
    LogFixture fixture = new LogFixture(data);
    try (AuditLog log = fixture.open()) {
      long covered = log.checkpoint().size();
      log.append(LogFixture.decision(1));
      for (long sequence : new long[] {-1, covered, covered + 7}) {
        assertThatThrownBy(() -> log.prove(sequence))
            .isInstanceOfSatisfying(
                Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(Code.RECORD_NOT_FOUND));
      }
    }
  }
}

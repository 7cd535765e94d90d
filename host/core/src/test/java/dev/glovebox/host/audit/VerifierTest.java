package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damages the records of a real log in every way of contracts.md and expects its one line. */
@Timeout(120)
final class VerifierTest extends DamagedLog {
  @Test
  void acceptsASoundLogAndSaysWhatIsProven() {
    Verification answer = verify();
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.lines().getFirst())
        .startsWith("verified " + LogFixture.ORIGIN + " to size 9 against checkpoint 9 ")
        .contains("key " + LogFixture.ORIGIN + "/development+")
        .endsWith("nothing after 9 is proven");
    assertThat(answer.lines()).contains("environment=development");
    assertThat(answer.lines()).anyMatch(line -> line.startsWith("note: tags were not checked"));
    assertThat(Verifier.verify(List.of(fixture.folder()), Optional.of(trust), epochKeys()).lines())
        .noneMatch(line -> line.startsWith("note"));
  }

  @Test
  void namesAFlippedBitWhereverItIsInAFrame() throws IOException {
    List<Frames.Bytes> frames = frames();
    byte[] sound = Files.readAllBytes(segment());
    for (int index : new int[] {0, RECORDS / 2, RECORDS - 1}) {
      Frames.Bytes frame = frames.get(index);
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        places.add(i);
      }
      places.addAll(List.of(16, 100, frame.bytes().length - 60, frame.bytes().length - 1));
      for (int place : places) {
        for (int bit = 0; bit < 8; bit += place < 4 ? 1 : 3) {
          byte[] flipped = sound.clone();
          flipped[frame.offset() + place] ^= (byte) (1 << bit);
          Files.write(segment(), flipped);
          assertThat(verify().lines().stream().filter(line -> line.startsWith("AUDIT")))
              .as("record %d byte %d bit %d", index, place, bit)
              .containsExactly(line(Code.AUDIT_BIT_FLIPPED, index, frame.offset()));
        }
      }
    }
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  @Test
  void namesABitFlippedInTheZeroTail() throws IOException {
    byte[] sound = Files.readAllBytes(segment());
    byte[] tailed = java.util.Arrays.copyOf(sound, 1 << 20);
    Files.write(segment(), tailed);
    assertThat(verify().exitCode()).isZero();
    tailed[sound.length + 5000] = 1;
    Files.write(segment(), tailed);
    finds(line(Code.AUDIT_BIT_FLIPPED, RECORDS, sound.length));
  }

  @Test
  void namesACutTail() throws IOException {
    List<Frames.Bytes> frames = frames();
    int cut = frames.get(7).offset();
    byte[] sound = Files.readAllBytes(segment());
    write(frames.subList(0, 7));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.write(segment(), java.util.Arrays.copyOf(sound, cut + 50));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.write(segment(), java.util.Arrays.copyOf(java.util.Arrays.copyOf(sound, cut), 1 << 20));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    byte[] torn = java.util.Arrays.copyOf(java.util.Arrays.copyOf(sound, cut + 50), 1 << 20);
    Files.write(segment(), torn);
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.delete(segment());
    finds(line(Code.AUDIT_TRUNCATED, 0, 0));
  }

  @Test
  void namesARemovedRecord() throws IOException {
    List<Frames.Bytes> frames = new ArrayList<>(frames());
    int offset = frames.get(4).offset();
    frames.remove(4);
    write(frames);
    finds(line(Code.AUDIT_RECORD_MISSING, 4, offset));
    write(frames().subList(1, frames.size()));
    assertThat(defects()).contains(line(Code.AUDIT_RECORD_MISSING, 0, 0));
  }

  @Test
  void namesARepeatedRecord() throws IOException {
    List<Frames.Bytes> frames = new ArrayList<>(frames());
    frames.add(5, frames.get(4));
    write(frames);
    finds(line(Code.AUDIT_RECORD_REPEATED, 4, frames.get(6).offset()));
    frames = new ArrayList<>(frames());
    frames.remove(5);
    frames.add(frames.getLast());
    write(frames);
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_RECORD_REPEATED");
  }

  @Test
  void namesSwappedRecordsOnceAtTheFirst() throws IOException {
    for (int at : new int[] {1, 4, RECORDS - 2}) {
      List<Frames.Bytes> sound = frames();
      List<Frames.Bytes> swapped = new ArrayList<>(sound);
      Collections.swap(swapped, at, at + 1);
      write(swapped);
      finds(line(Code.AUDIT_OUT_OF_ORDER, at + 1, sound.get(at).offset()));
      write(sound);
    }
    List<Frames.Bytes> far = new ArrayList<>(frames());
    Collections.swap(far, 2, 6);
    write(far);
    finds(line(Code.AUDIT_OUT_OF_ORDER, 6, frames().get(2).offset()));
  }

  @Test
  void namesARemadeFrameWithTheKeyAndWithoutIt() throws IOException {
    for (int at : new int[] {0, 4, RECORDS - 2, RECORDS - 1}) {
      List<Frames.Bytes> sound = frames();
      remake(at, "system:", "system;");
      finds(line(Code.AUDIT_LEAF_MISMATCH, at, sound.get(at).offset()));
      assertThat(defectsWithKeys())
          .containsExactly(line(Code.AUDIT_TAG_FORGED, at, sound.get(at).offset()));
      write(sound);
    }
    List<Frames.Bytes> sound = frames();
    remake(4, "prev_record_hash\":\"", "prev_record_hash\":\"00000000");
    finds(line(Code.AUDIT_LEAF_MISMATCH, 4, sound.get(4).offset()));
  }

  @Test
  void namesTheFirstForgedRecordWhenTheRestWasChainedAnew() throws IOException {
    List<Frames.Bytes> sound = frames();
    ByteArrayOutputStream forged = new ByteArrayOutputStream();
    byte[] previous = Leaf.hash(sound.get(3).leaf());
    for (Frames.Bytes frame : sound) {
      byte[] leaf = frame.leaf();
      if (frame.sequence() >= 4) {
        String hex = java.util.HexFormat.of().formatHex(previous);
        String text =
            new String(leaf, StandardCharsets.UTF_8)
                .replaceFirst("prev_record_hash\":\"[0-9a-f]{64}", "prev_record_hash\":\"" + hex);
        leaf =
            (frame.sequence() == 4 ? text.replace("nothing", "nothinG") : text)
                .getBytes(StandardCharsets.UTF_8);
        previous = Leaf.hash(leaf);
      }
      forged.write(Frames.framed(frame.sequence(), leaf));
    }
    Files.write(segment(), forged.toByteArray());
    assertThat(defectsWithKeys())
        .containsExactly(line(Code.AUDIT_TAG_FORGED, 4, sound.get(4).offset()));
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_LEAF_MISMATCH");
  }

  @Test
  void namesEachOfTwoDefects() throws IOException {
    List<Frames.Bytes> frames = frames();
    byte[] bytes = Files.readAllBytes(segment());
    bytes[frames.get(2).offset() + 40] ^= 4;
    bytes[frames.get(6).offset() + 40] ^= 4;
    Files.write(segment(), bytes);
    finds(
        line(Code.AUDIT_BIT_FLIPPED, 2, frames.get(2).offset()),
        line(Code.AUDIT_BIT_FLIPPED, 6, frames.get(6).offset()));
  }
}

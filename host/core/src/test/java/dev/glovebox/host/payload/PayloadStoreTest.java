package dev.glovebox.host.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PayloadStoreTest {
  private static final TeamId ALPHA = new TeamId("alpha");
  private static final TeamId BETA = new TeamId("beta");
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir Path root;
  private PayloadStore store;

  @BeforeEach
  void makeStore() {
    store = new PayloadStore(root);
  }

  @Test
  void keepsBytesUnderTheirHashWithinTheTeam() throws IOException {
    Payload payload = store.put(ALPHA, BYTES);
    Sha256 hash = Sha256.of(BYTES);
    Path file = root.resolve("alpha/" + hash.hex().substring(0, 2) + "/" + hash);
    assertThat(payload).isEqualTo(new Payload(ALPHA, hash, 3));
    assertThat(payload.uri()).isEqualTo("payload:alpha/" + hash);
    assertThat(Payload.parse(payload.uri())).contains(new Payload.Address(ALPHA, hash));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    assertThat(store.read(ALPHA, hash)).isEqualTo(BYTES);
    assertThat(store.checked(ALPHA, hash)).isEqualTo(file);
    assertThat(store.has(BETA, hash)).isFalse();
    refuses(() -> store.read(BETA, hash), Code.AUDIT_PAYLOAD_MISSING);
    assertThat(store.wormLevel()).isEqualTo(WormLevel.EVIDENT);
  }

  @Test
  void takesTheSameBytesTwiceAndNeverReplaces() throws IOException {
    Payload payload = store.put(ALPHA, BYTES);
    Path file = store.path(ALPHA, payload.hash());
    Object identity =
        Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey();
    assertThat(store.put(ALPHA, BYTES)).isEqualTo(payload);
    assertThat(
            Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey())
        .isEqualTo(identity);
    assertThat(root.resolve("alpha/tmp")).isEmptyDirectory();
    Files.delete(file);
    Files.write(file, new byte[] {9});
    refuses(() -> store.put(ALPHA, BYTES), Code.AUDIT_PAYLOAD_MISMATCH);
  }

  @Test
  void checksTheHashOnEveryRead() throws IOException {
    Payload payload = store.put(ALPHA, BYTES);
    Path file = store.path(ALPHA, payload.hash());
    Files.delete(file);
    Files.write(file, new byte[] {1, 2, 4});
    refuses(() -> store.read(ALPHA, payload.hash()), Code.AUDIT_PAYLOAD_MISMATCH);
    refuses(() -> store.checked(ALPHA, payload.hash()), Code.AUDIT_PAYLOAD_MISMATCH);
  }

  @Test
  void showsNothingOfAStreamThatWasNotCommitted() throws IOException {
    try (PayloadSink sink = store.sink(ALPHA)) {
      sink.write(BYTES);
      sink.flush();
    }
    assertThat(store.has(ALPHA, Sha256.of(BYTES))).isFalse();
    assertThat(root.resolve("alpha/tmp")).isEmptyDirectory();
    Payload payload;
    try (PayloadSink sink = store.sink(ALPHA)) {
      sink.write(1);
      sink.write(BYTES, 1, 2);
      payload = sink.commit();
      assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);
    }
    assertThat(payload.hash()).isEqualTo(Sha256.of(BYTES));
    assertThat(store.has(ALPHA, payload.hash())).isTrue();
  }

  @Test
  void hashesWhatASinkTookSoFarAndGoesOn() throws IOException {
    Path file = root.resolve("journals/one");
    byte[] soFar = new byte[Sha256.LENGTH_BYTES];
    byte[] large = new byte[100_000];
    Payload payload;
    try (PayloadSink sink = store.sink(ALPHA, file)) {
      sink.hashSoFar(soFar);
      assertThat(Sha256.ofDigest(soFar)).isEqualTo(Sha256.of(new byte[0]));
      sink.write(BYTES, 0, 2);
      sink.hashSoFar(soFar);
      assertThat(Sha256.ofDigest(soFar)).isEqualTo(Sha256.of(Arrays.copyOf(BYTES, 2)));
      sink.write(BYTES, 2, 1);
      sink.write(large);
      sink.hashSoFar(soFar);
      payload = sink.commit();
    }
    byte[] all = Arrays.copyOf(BYTES, 3 + large.length);
    assertThat(payload).isEqualTo(new Payload(ALPHA, Sha256.of(all), all.length));
    assertThat(Sha256.ofDigest(soFar)).isEqualTo(payload.hash());
    assertThat(file).doesNotExist();
    assertThat(store.read(ALPHA, payload.hash())).isEqualTo(all);
  }

  @Test
  void readsOnlyAddressesOfItsForm() {
    for (String bad :
        new String[] {
          "",
          "payload:alpha",
          "payload:alpha/x",
          "s3:alpha/" + Sha256.of(BYTES),
          "payload:../" + Sha256.of(BYTES)
        }) {
      assertThat(Payload.parse(bad)).isEmpty();
    }
  }

  private static void refuses(Runnable call, Code code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}

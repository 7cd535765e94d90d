package dev.glovebox.host.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileKeysTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temporary;
  private Path folder;
  private FileKeys keys;

  @BeforeEach
  void create() {
    folder = temporary.resolve("keys");
    keys = FileKeys.create(folder, "glovebox-0123456789abcdef/development", new SecureRandom());
  }

  @Test
  void keepsFilesFromOthers() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    for (String name :
        List.of(FileKeys.CHECKPOINT_FILE, FileKeys.EPOCH_FILE, FileKeys.TOKEN_FILE)) {
      Path file = folder.resolve(name);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      refuses(() -> FileKeys.open(folder), Code.CONFIG_INVALID);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void neverReplacesKeys() {
    refuses(() -> FileKeys.create(folder, "name", new SecureRandom()), Code.CONFIG_INVALID);
    assertThat(FileKeys.exist(folder)).isTrue();
    assertThat(FileKeys.open(folder).checkpointKey()).isEqualTo(keys.checkpointKey());
  }

  @Test
  void signsSoThatThePublicHalfAloneCanTell() {
    VerificationKey key = VerificationKey.parse(keys.checkpointKey().text());
    byte[] signature = FileKeys.open(folder).signCheckpoint(TEXT);
    assertThat(key.verifies(TEXT, signature)).isTrue();
    signature[3] ^= 1;
    assertThat(key.verifies(TEXT, signature)).isFalse();
    assertThat(key.verifies(TEXT, new byte[3])).isFalse();
    assertThat(key.name()).isEqualTo("glovebox-0123456789abcdef/development");
  }

  @Test
  void macsTokensAndTagsRecordsWithDifferentKeys() {
    String mac = keys.macToken(TEXT);
    assertThat(mac).matches("[0-9a-f]{64}");
    assertThat(keys.verifyToken(TEXT, mac)).isTrue();
    assertThat(keys.verifyToken(new byte[] {1}, mac)).isFalse();
    assertThat(keys.verifyToken(TEXT, mac.substring(1))).isFalse();
    RecordTagger tagger = keys.recordTagger();
    byte[] tag = tagger.tagRecord(TEXT);
    assertThat(java.util.HexFormat.of().formatHex(tag)).isNotEqualTo(mac);
    EpochKeys epochs = EpochKeys.read(folder.resolve(FileKeys.EPOCH_FILE));
    assertThat(epochs.knows(tagger.keyId())).isTrue();
    assertThat(epochs.confirms(tagger.keyId(), TEXT, tag)).isTrue();
    assertThat(epochs.confirms("other", TEXT, tag)).isFalse();
    tag[0] ^= 1;
    assertThat(epochs.confirms(tagger.keyId(), TEXT, tag)).isFalse();
  }

  @Test
  void refusesMalformedKeyFiles() throws IOException {
    Files.writeString(folder.resolve(FileKeys.TOKEN_FILE), "hmac-sha256 token AAAA\n");
    refuses(() -> FileKeys.open(folder), Code.CONFIG_INVALID);
    Files.writeString(folder.resolve(FileKeys.EPOCH_FILE), "nonsense\n");
    refuses(() -> EpochKeys.read(folder.resolve(FileKeys.EPOCH_FILE)), Code.FILE_UNREADABLE);
    refuses(() -> EpochKeys.read(folder.resolve("nothing")), Code.FILE_UNREADABLE);
  }

  @Test
  void refusesVerificationKeysOfAnotherForm() {
    String text = keys.checkpointKey().text();
    for (String bad :
        List.of(
            "x",
            "a+b",
            text.replace("glovebox", "Glovebox"),
            text.replaceFirst("\\+A", "+B"),
            text + "A")) {
      assertThatThrownBy(() -> VerificationKey.parse(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void refuses(Runnable call, Code code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}

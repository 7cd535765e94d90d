package dev.glovebox.host.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DsseTest {
  private static final String TYPE = "http://example.com/HelloWorld";
  private static final byte[] HELLO = "hello world".getBytes(UTF_8);

  @TempDir Path folder;
  private StatementKey ann;

  @BeforeEach
  void makeAKey() {
    ann = StatementKey.create(folder.resolve("ann.key"), "example.com/ann", new SecureRandom());
  }

  @Test
  void encodesWhatIsSignedAsTheSpecificationDoes() {
    assertThat(new String(Dsse.authenticated(TYPE, HELLO), UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void readsWhatItWroteAndKnowsItsSigner() {
    Dsse envelope = Dsse.parse(ann.sign(TYPE, HELLO).bytes());
    assertThat(envelope.payload()).isEqualTo(HELLO);
    assertThat(envelope.isSignedBy(ann.verificationKey())).isTrue();
    StatementKey bob = StatementKey.create(folder.resolve("bob.key"), "b", new SecureRandom());
    assertThat(envelope.isSignedBy(bob.verificationKey())).isFalse();
  }

  @Test
  void aSignatureCoversTypeAndPayload() {
    Dsse signed = ann.sign(TYPE, HELLO);
    assertThat(
            new Dsse("http://example.com/Other", HELLO, signed.keyId(), signed.signature())
                .isSignedBy(ann.verificationKey()))
        .isFalse();
    assertThat(
            new Dsse(TYPE, "hello World".getBytes(UTF_8), signed.keyId(), signed.signature())
                .isSignedBy(ann.verificationKey()))
        .isFalse();
  }

  @Test
  void acceptsTheLayoutOfOtherTools() {
    Dsse signed = ann.sign(TYPE, HELLO);
    String text =
        """
        {
          "payloadType": "http:\\/\\/example.com\\/HelloWorld",
          "payload": "%s",
          "signatures": [ { "sig": "%s", "keyid": "%s" } ]
        }
        """
            .formatted(
                Base64.getEncoder().encodeToString(HELLO),
                Base64.getEncoder().encodeToString(signed.signature()),
                signed.keyId());
    assertThat(Dsse.parse(text.getBytes(UTF_8)).isSignedBy(ann.verificationKey())).isTrue();
  }

  @Test
  void refusesWhatTheSpecificationDoesNotName() {
    String good = new String(ann.sign(TYPE, HELLO).bytes(), UTF_8);
    refused(good.replace("{\"payload\":", "{\"more\":1,\"payload\":"), "has payload");
    refused(good.replace("{\"payload\":", "{\"payload\":\"\",\"payload\":"), "twice");
    refused(good.replace("\"keyid\":", "\"key\":"), "one signature");
    refused(good.replaceAll("\\[(\\{.*\\})\\]", "[$1,$1]"), "one signature");
    refused(good.replaceAll("\\[\\{.*\\}\\]", "[]"), "one signature");
    refused(good.replace("aGVsbG8gd29ybGQ=", "aGVsbG8gd29ybGR="), "another spelling");
    refused(good + "x", "after the value");
    refused("[]", "has payload");
    refused("", "ends early");
  }

  @Test
  void takesTheLongestEnvelopeAndNoLonger() {
    String good = new String(ann.sign(TYPE, HELLO).bytes(), UTF_8);
    byte[] longest = (good + " ".repeat(Dsse.ENVELOPE_BYTES_MAX - good.length())).getBytes(UTF_8);
    assertThat(Dsse.parse(longest).payload()).isEqualTo(HELLO);
    refused(new String(longest, UTF_8) + " ", "at most 65536 bytes");
  }

  @Test
  void anEnvelopeIsVerifiedByOpenssl() throws Exception {
    Path openssl = Path.of("/usr/bin/openssl");
    Assumptions.assumeTrue(Files.isExecutable(openssl), "missing capability: openssl");
    Dsse envelope = ann.sign(TYPE, HELLO);
    Path key = Files.write(folder.resolve("key.der"), ann.verificationKey().subjectPublicKeyInfo());
    Path signed =
        Files.write(folder.resolve("signed"), Dsse.authenticated(TYPE, envelope.payload()));
    Path signature = Files.write(folder.resolve("sig"), envelope.signature());
    assertThat(verified(openssl, key, signed, signature)).isTrue();
    Files.writeString(signed, "DSSEv1 29 http://example.com/HelloWorld 11 hello World");
    assertThat(verified(openssl, key, signed, signature)).isFalse();
  }

  private static boolean verified(Path openssl, Path key, Path signed, Path signature)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                openssl.toString(),
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                key.toString(),
                "-in",
                signed.toString(),
                "-sigfile",
                signature.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("Signature Verif");
    return process.exitValue() == 0;
  }

  @Test
  void keepsAKeyToItsOwnerAndNeverWritesOverOne() throws IOException {
    Path file = folder.resolve("ann.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> StatementKey.create(file, "again", new SecureRandom()))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.FILE_UNREADABLE));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> StatementKey.open(file)).hasMessageContaining("not 0600");
  }

  private static void refused(String text, String sentence) {
    assertThatThrownBy(() -> Dsse.parse(text.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}

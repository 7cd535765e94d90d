package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The committed descriptor set against the API of this build. What a client may rely on never goes
 * away; what is new must be written down with {@code -Dglovebox.write=true}.
 */
final class ApiCompatibilityTest {
  private static final Path COMMITTED =
      Path.of("../../proto/api/src/main/descriptors/glovebox.v1.binpb");

  @Test
  void breaksNothingThatWasCommitted() throws IOException {
    FileDescriptorSet built = ApiDescriptors.built();
    if (Files.exists(COMMITTED)) {
      assertThat(broken(FileDescriptorSet.parseFrom(Files.readAllBytes(COMMITTED)), built))
          .as("promises to clients that this build breaks")
          .isEmpty();
    }
    if (Boolean.getBoolean("glovebox.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.write(COMMITTED, built.toByteArray());
    }
    assertThat(ApiDescriptors.promises(built))
        .as("write the new parts down with -Dglovebox.write=true")
        .isEqualTo(
            ApiDescriptors.promises(FileDescriptorSet.parseFrom(Files.readAllBytes(COMMITTED))));
  }

  @Test
  void seesEachKindOfBreakingChange() {
    assertThat(brokenBy(file -> file.clearService())).isNotEmpty();
    assertThat(brokenBy(file -> file.getServiceBuilder(0).removeMethod(0))).isNotEmpty();
    assertThat(
            brokenBy(
                file -> file.getServiceBuilder(0).getMethodBuilder(0).setServerStreaming(true)))
        .isNotEmpty();
    assertThat(
            brokenBy(file ->
                file.getServiceBuilder(0).getMethodBuilder(0).setOutputType(".glovebox.v1.Run")))
        .isNotEmpty();
    assertThat(brokenBy(file -> file.removeMessageType(0))).isNotEmpty();
    assertThat(brokenBy(file -> withFields(file).removeField(0))).isNotEmpty();
    assertThat(brokenBy(file -> withFields(file).getFieldBuilder(0).setNumber(99))).isNotEmpty();
    assertThat(brokenBy(file -> withFields(file).getFieldBuilder(0).setName("other"))).isNotEmpty();
    assertThat(
            brokenBy(file ->
                withFields(file).getFieldBuilder(0).setType(FieldDescriptorProto.Type.TYPE_BYTES)))
        .isNotEmpty();
    assertThat(
            brokenBy(file ->
                withFields(file)
                    .getFieldBuilder(0)
                    .setLabel(FieldDescriptorProto.Label.LABEL_REPEATED)))
        .isNotEmpty();
    assertThat(brokenBy(file -> file.getEnumTypeBuilder(0).removeValue(1))).isNotEmpty();
    assertThat(brokenBy(file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setNumber(77)))
        .isNotEmpty();
  }

  @Test
  void allowsWhatIsNew() {
    assertThat(
            brokenBy(file -> {
              withFields(file)
                  .addField(FieldDescriptorProto.newBuilder().setName("new").setNumber(500));
              file.addMessageType(DescriptorProto.newBuilder().setName("New"));
            }))
        .isEmpty();
  }

  private static DescriptorProto.Builder withFields(FileDescriptorProto.Builder file) {
    return file.getMessageTypeBuilderList().stream()
        .filter(message -> message.getFieldCount() > 0)
        .findFirst()
        .orElseThrow();
  }

  /** Changes the file of the candidates, which has a service, messages and enums. */
  private static Set<String> brokenBy(Consumer<FileDescriptorProto.Builder> change) {
    FileDescriptorSet built = ApiDescriptors.built();
    FileDescriptorSet.Builder changed = built.toBuilder();
    changed.getFileBuilderList().stream()
        .filter(file -> file.getName().endsWith("candidate_service.proto"))
        .forEach(change);
    return broken(built, changed.build());
  }

  private static Set<String> broken(FileDescriptorSet before, FileDescriptorSet after) {
    Set<String> gone = ApiDescriptors.promises(before);
    gone.removeAll(ApiDescriptors.promises(after));
    return gone;
  }
}

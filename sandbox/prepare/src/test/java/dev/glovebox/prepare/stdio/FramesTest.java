package dev.glovebox.prepare.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FramesTest {

  private static BytesValue message(int size) {
    // A tag and a three-byte length precede the bytes.
    return BytesValue.of(ByteString.copyFrom(new byte[size - 4]));
  }

  private static BytesValue read(int... bytes) throws IOException {
    byte[] data = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      data[i] = (byte) bytes[i];
    }
    return Frames.read(new ByteArrayInputStream(data), BytesValue.parser());
  }

  @Test
  void carriesMessagesUpToTheLimitAndNotOneByteMore() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BytesValue most = message(Frames.FRAME_BYTES_MAX);
    assertThat(most.getSerializedSize()).isEqualTo(Frames.FRAME_BYTES_MAX);
    Frames.write(out, most);
    assertThat(Frames.read(new ByteArrayInputStream(out.toByteArray()), BytesValue.parser()))
        .isEqualTo(most);
    assertThatThrownBy(() -> Frames.write(out, message(Frames.FRAME_BYTES_MAX + 1)))
        .isInstanceOf(IOException.class);
    // The length 1,048,577 as a varint.
    assertThatThrownBy(() -> read(0x81, 0x80, 0x40)).hasMessageContaining("at most 1048576");
  }

  @Test
  void refusesTornAndOverlongFrames() {
    assertThatThrownBy(() -> read()).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(0x80)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(0x05, 0x0A, 0x01)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(0x80, 0x80, 0x80, 0x00)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(0x02, 0x0A, 0x05)).isInstanceOf(IOException.class);
  }
}

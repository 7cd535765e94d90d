package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StreamGuardTest {
  private static final byte[] GOODBYE = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1};

  private final Mailbox mailbox = new Mailbox(System::nanoTime, LockSupport::parkNanos);

  @Test
  void hostsGoodbyeIsARefusal() {
    EmbeddedChannel channel = new EmbeddedChannel(new StreamGuard(mailbox));

    channel.writeOutbound(Unpooled.wrappedBuffer(GOODBYE));

    assertThat(mailbox.take(System.nanoTime()).end())
        .contains(Mailbox.StreamEnd.refused(Violation.HTTP_REFUSED));
  }

  @Test
  void goodbyeToAPeerThatIsGoneIsNoRefusal() {
    EmbeddedChannel channel = new EmbeddedChannel(new Gone(), new StreamGuard(mailbox));

    var _ = channel.writeOneOutbound(Unpooled.wrappedBuffer(GOODBYE));

    assertThat(mailbox.take(System.nanoTime()).end()).contains(Mailbox.StreamEnd.CLOSED);
  }

  /** A socket whose other end is closed. */
  private static final class Gone extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      promise.setFailure(new IOException("broken pipe"));
    }
  }
}

import dev.glovebox.strategy.*;
import java.net.Socket;

public final class AmbientSocket extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try (Socket socket = new Socket("127.0.0.1", 80)) {
      ctx.log("open " + socket.isConnected());
    } catch (java.io.IOException e) {
      ctx.log("shut");
    }
  }
}

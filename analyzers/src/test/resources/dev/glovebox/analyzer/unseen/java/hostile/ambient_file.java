import dev.glovebox.strategy.*;
import java.nio.file.Files;
import java.nio.file.Path;

public final class AmbientFile extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      String text = Files.readString(Path.of("/etc/hostname"));
      ctx.log(text);
    } catch (java.io.IOException e) {
      ctx.log("none");
    }
  }
}

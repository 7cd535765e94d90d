package dev.glovebox.image;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes the images of a test in a process of its own, until it is killed. */
final class DoomedMaker {
  private DoomedMaker() {}

  /** Takes the folder of the images, then the jars as one class path. */
  public static void main(String[] arguments) {
    List<Path> jars = Stream.of(arguments[1].split(File.pathSeparator, -1)).map(Path::of).toList();
    var _ =
        new ImageMaker(ImageMakerTest.store(Path.of(arguments[0])))
            .make(ImageMakerTest.plans(ImageMakerTest.image(jars)));
  }
}

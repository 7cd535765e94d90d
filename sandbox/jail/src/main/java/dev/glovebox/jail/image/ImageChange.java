package dev.glovebox.jail.image;

/**
 * The first file in which an image is not what it was.
 *
 * @param image name of the image
 * @param path of the file, as the child would see it
 * @param what in words, for example {@code has other bytes}
 */
public record ImageChange(String image, String path, String what) {
  /** One sentence for people. */
  public String sentence() {
    return "image "
        + image
        + " is not what was made: "
        + path
        + " "
        + what
        + "; build it again from sources that you trust";
  }
}

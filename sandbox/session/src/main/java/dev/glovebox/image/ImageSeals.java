package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.ImageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes down what the files of an image are, once it is made: a host starts nothing from an image
 * of which this is no longer true.
 *
 * @param work an existing folder beside the listings' place
 * @param reader of parts that images share
 */
record ImageSeals(ImageStore store, Path work, ImageReader reader) {
  ImageSeals(ImageStore store, Path work) {
    this(store, work, new ImageReader(System::currentTimeMillis));
  }

  /** Files that another process keeps touching end the wait. */
  private static final int READS_MAX = 3;

  /**
   * Writes the listing of one image; nothing on a runtime that is not ours.
   *
   * @return why it could not be written
   */
  Optional<String> seal(ProcessImage plain) throws InterruptedException {
    if (!store.isOnOurs(plain)) {
      return Optional.empty();
    }
    ProcessImage image = store.find(plain).image();
    Optional<ImageListing> earlier = store.listing(image);
    try {
      Optional<ImageListing> listing = read(image, earlier.orElse(ImageListing.empty()));
      if (listing.isEmpty()) {
        return Optional.of("its files do not stay the same");
      }
      if (!listing.equals(earlier)) {
        put(image, listing.get());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("its files cannot be listed: " + e.getMessage());
    }
  }

  /** Reads until every file was old enough that a later change will show. */
  private Optional<ImageListing> read(ProcessImage image, ImageListing known)
      throws IOException, InterruptedException {
    ImageListing settled = known;
    for (int reads = 0; reads < READS_MAX; reads++) {
      long begun = System.currentTimeMillis();
      ImageListing listing = reader.read(store.parts(image), settled);
      settled = listing.settledBy(begun);
      if (settled.equals(listing)) {
        return Optional.of(listing);
      }
      Thread.sleep(ImageListing.SETTLED_MILLIS);
    }
    return Optional.empty();
  }

  private void put(ProcessImage image, ImageListing listing) throws IOException {
    Path place = store.listingPlace(image);
    Path made = work.resolve(String.valueOf(place.getFileName()));
    Files.writeString(made, listing.text());
    Leftovers.makeReadOnly(made);
    Leftovers.makeRoom(store.folder(), image.name(), ImageStore.LISTING);
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
  }
}

package dev.glovebox.worker.python;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.List;

/**
 * What every secure random generator of this process draws: the same bytes in every process.
 *
 * <p>The guest engine seeds its own generators here, also those that a candidate constructs behind
 * the prelude. Nothing in a worker needs a secret: its nonce comes from the host. Each generator
 * starts anew, so that contexts of one process do not see each other's draws.
 */
final class FixedRandomness extends Provider {
  private static final long serialVersionUID = 1L;

  private static final String NAME = "glovebox-fixed";
  private static final String DIGEST = "SHA-256";
  private static final byte[] LABEL = {'g', 'l', 'o', 'v', 'e', 'b', 'o', 'x'};

  /** The names by which the engine and the runtime ask for a generator. */
  private static final List<String> ALGORITHMS =
      List.of("NativePRNG", "NativePRNGNonBlocking", "NativePRNGBlocking", "DRBG", "SHA1PRNG");

  private FixedRandomness() {
    super(NAME, "1", "the same bytes in every process");
    for (String algorithm : ALGORITHMS) {
      putService(
          new Service(this, "SecureRandom", algorithm, Stream.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Stream();
            }
          });
    }
  }

  /** Puts it before every other provider of this process. */
  static void install() {
    if (Security.getProvider(NAME) == null) {
      Security.insertProviderAt(new FixedRandomness(), 1);
    }
  }

  /** SHA-256 of a label and a counter. */
  private static final class Stream extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private long drawn;

    @Override
    protected void engineSetSeed(byte[] seed) {
      // Whoever adds entropy wants chance; there is none here.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      int filled = 0;
      while (filled < bytes.length) {
        byte[] block = block();
        int count = Math.min(block.length, bytes.length - filled);
        System.arraycopy(block, 0, bytes, filled, count);
        filled += count;
      }
    }

    private byte[] block() {
      try {
        MessageDigest digest = MessageDigest.getInstance(DIGEST);
        digest.update(LABEL);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(drawn).array());
        drawn++;
        return digest.digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      byte[] seed = new byte[count];
      engineNextBytes(seed);
      return seed;
    }
  }
}

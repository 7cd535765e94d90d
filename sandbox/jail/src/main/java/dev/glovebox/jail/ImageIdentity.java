package dev.glovebox.jail;

import java.util.Optional;

/**
 * What an image was, for records.
 *
 * @param sha256 of the listing of all its files but the cache; lower-case hexadecimal
 * @param cacheSha256 of the ahead-of-time cache in force, which differs each time it is made
 */
public record ImageIdentity(String sha256, Optional<String> cacheSha256) {}

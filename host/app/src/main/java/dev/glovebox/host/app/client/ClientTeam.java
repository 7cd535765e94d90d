package dev.glovebox.host.app.client;

import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The team under whose names a client works. */
final class ClientTeam {
  private ClientTeam() {}

  /** Returns the team at {@code address}: the local one, or that of the certificate. */
  static TeamId at(HostAddress address) {
    return switch (address) {
      case HostAddress.Unix _ -> OwnerId.LOCAL_TEAM;
      case HostAddress.Tls(_, _, Path identity) -> ofCertificate(identity).team();
    };
  }

  /** Returns who the caller's certificate says the caller is; empty at a private host. */
  static Optional<OwnerId> ownerAt(HostAddress address) {
    return switch (address) {
      case HostAddress.Unix _ -> Optional.empty();
      case HostAddress.Tls(_, _, Path identity) -> Optional.of(ofCertificate(identity));
    };
  }

  private static OwnerId ofCertificate(Path identity) {
    Path file = identity.resolve("certificate.pem");
    try (InputStream bytes = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
      for (List<?> name : certificate.getSubjectAlternativeNames()) {
        if (name.get(1) instanceof String text && text.startsWith("glovebox://")) {
          URI uri = URI.create(text);
          return OwnerId.ofSubjectAlternativeName(text, String.valueOf(uri.getHost()))
              .orElseThrow(() -> unusable(file));
        }
      }
      throw unusable(file);
    } catch (IOException | CertificateException | IllegalArgumentException e) {
      throw unusable(file);
    }
  }

  private static Refusal unusable(Path file) {
    return new Refusal(Code.FILE_UNREADABLE, file + " is no certificate of a glovebox principal");
  }
}

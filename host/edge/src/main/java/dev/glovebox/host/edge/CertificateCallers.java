package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Principals;
import io.grpc.Attributes;
import io.grpc.Grpc;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Callers by client certificate: the chain is proved by TLS, the one URI names team and principal,
 * and roles come from the host's configuration alone.
 */
final class CertificateCallers implements CallerSource {
  /** Tag of a URI among subject alternative names. Source: RFC 5280, section 4.2.1.6. */
  private static final int SAN_URI = 6;

  private final Principals principals;

  CertificateCallers(Principals principals) {
    this.principals = principals;
  }

  @Override
  public Optional<Caller> identify(Attributes transport) {
    SSLSession session = transport.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    if (session == null) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate leaf
          ? byCertificate(leaf)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the caller of a certificate with exactly one URI, which must be a known principal's.
   */
  Optional<Caller> byCertificate(X509Certificate leaf) {
    Collection<List<?>> names;
    try {
      names = leaf.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
    if (names == null || names.size() != 1) {
      return Optional.empty();
    }
    List<?> only = names.iterator().next();
    return only.get(0) instanceof Integer tag && tag == SAN_URI && only.get(1) instanceof String uri
        ? principals.byCertificate(uri)
        : Optional.empty();
  }
}

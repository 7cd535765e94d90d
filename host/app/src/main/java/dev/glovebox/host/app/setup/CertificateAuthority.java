package dev.glovebox.host.app.setup;

import dev.glovebox.host.app.client.HostAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The authority of one origin: signs the host's certificate and its principals'. ECDSA over P-256.
 *
 * <p>Source: RFC 5280. A client's certificate carries one URI and no DNS name and is for client
 * authentication alone, so it can never pass for the host.
 */
final class CertificateAuthority {
  private static final Duration AUTHORITY_VALID = Duration.ofDays(3650);
  private static final Duration LEAF_VALID = Duration.ofDays(825);
  private static final Duration CLOCKS_APART_MAX = Duration.ofHours(1);
  private static final int SERIAL_BITS = 127;

  private final SecureRandom random;
  private final Instant now;
  private final KeyPair pair;
  private final X500Principal name;
  private final X509Certificate certificate;

  /** Makes a new authority, valid from {@code now}. */
  CertificateAuthority(String origin, Instant now, SecureRandom random) {
    this.random = random;
    this.now = now;
    this.pair = newKey();
    this.name = new X500Principal("CN=" + origin + " development ca");
    this.certificate = sign(name, pair.getPublic(), AUTHORITY_VALID, this::authority);
  }

  /** A certificate with its private key, both PEM. */
  record Identity(String certificate, String key) {}

  /** Returns the authority's own certificate and key. */
  Identity own() {
    return identity(certificate, pair);
  }

  /** Issues the host's certificate for the name that clients expect, and for {@code names}. */
  Identity host(String origin, List<String> names) {
    List<GeneralName> alternatives = new ArrayList<>();
    alternatives.add(new GeneralName(GeneralName.dNSName, HostAddress.HOST_NAME));
    names.forEach(dns -> alternatives.add(new GeneralName(GeneralName.dNSName, dns)));
    return issue("CN=" + origin, alternatives, KeyPurposeId.id_kp_serverAuth);
  }

  /** Issues a principal's certificate with its one URI. */
  Identity principal(String uri, String commonName) {
    return issue(
        "CN=" + commonName,
        List.of(new GeneralName(GeneralName.uniformResourceIdentifier, uri)),
        KeyPurposeId.id_kp_clientAuth);
  }

  private Identity issue(String subject, List<GeneralName> alternatives, KeyPurposeId purpose) {
    KeyPair leaf = newKey();
    X509Certificate signed =
        sign(
            new X500Principal(subject),
            leaf.getPublic(),
            LEAF_VALID,
            builder -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
              builder.addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
              builder.addExtension(
                  Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
              builder.addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(alternatives.toArray(GeneralName[]::new)));
            });
    return identity(signed, leaf);
  }

  private void authority(JcaX509v3CertificateBuilder builder) throws CertIOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
  }

  private X509Certificate sign(
      X500Principal subject, PublicKey key, Duration valid, Extensions extensions) {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, random),
            Date.from(now.minus(CLOCKS_APART_MAX)),
            Date.from(now.plus(valid)),
            subject,
            key);
    try {
      extensions.add(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a certificate could not be signed", e);
    }
  }

  private KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static Identity identity(X509Certificate certificate, KeyPair pair) {
    try {
      return new Identity(
          Pem.text("CERTIFICATE", certificate.getEncoded()),
          Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signed certificate has an encoding", e);
    }
  }

  /** Adds extensions to a certificate before it is signed. */
  @FunctionalInterface
  private interface Extensions {
    void add(JcaX509v3CertificateBuilder builder) throws CertIOException;
  }
}

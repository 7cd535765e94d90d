package dev.glovebox.host.edge;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority in a folder, for tests of who is let in. */
final class TestPki {
  private final Path folder;
  private final KeyPair caKey = newKey();
  private final X509Certificate ca;
  private int serial = 1;

  TestPki(Path folder) throws Exception {
    this.folder = folder;
    ca = sign(new X500Principal("CN=test ca"), caKey, true);
    Files.writeString(caFile(), pem("CERTIFICATE", ca.getEncoded()));
  }

  Path caFile() {
    return folder.resolve("ca.pem");
  }

  Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /** Issues a certificate with these alternative names and writes it with its key. */
  X509Certificate issue(String name, GeneralName... alternatives) throws Exception {
    KeyPair pair = newKey();
    X509Certificate leaf = sign(new X500Principal("CN=" + name), pair, false, alternatives);
    Files.writeString(certificate(name), pem("CERTIFICATE", leaf.getEncoded()));
    Files.writeString(key(name), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    return leaf;
  }

  static GeneralName uri(String uri) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
  }

  static GeneralName dns(String name) {
    return new GeneralName(GeneralName.dNSName, name);
  }

  private X509Certificate sign(
      X500Principal subject, KeyPair pair, boolean authority, GeneralName... alternatives)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal("CN=test ca"),
            BigInteger.valueOf(serial++),
            Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(1, ChronoUnit.HOURS)),
            subject,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (alternatives.length > 0) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(caKey.getPrivate())));
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }
}

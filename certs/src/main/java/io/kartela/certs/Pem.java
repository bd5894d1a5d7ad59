package io.kartela.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Reads and writes PEM. Bouncy Castle parses; the keys handed out are the JDK's own. */
final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  /** Everything found in a text, in order. */
  record Contents(List<PrivateKey> keys, List<X509Certificate> certificates) {}

  /** Not to be read as what it should be. */
  static final class Refused extends Exception {
    private final IdentityProblem problem;

    Refused(IdentityProblem.Reason reason, String detail, Throwable cause) {
      super(reason.code(), cause);
      this.problem = new IdentityProblem(reason, detail);
    }

    IdentityProblem problem() {
      return problem;
    }
  }

  static String write(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, LINES.encodeToString(der), label);
  }

  static String write(PrivateKey key) {
    return write("PRIVATE KEY", key.getEncoded());
  }

  static String write(PublicKey key) {
    return write("PUBLIC KEY", key.getEncoded());
  }

  static String write(X509Certificate certificate) {
    try {
      return write("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.encoding", "certificate cannot be encoded", e);
    }
  }

  static Contents read(String text, char @Nullable [] password) throws Refused {
    List<PrivateKey> keys = new ArrayList<>();
    List<X509Certificate> certificates = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(tidy(text)))) {
      for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
        if (item instanceof X509CertificateHolder holder) {
          certificates.add(certificate(holder.getEncoded()));
        } else if (item instanceof X509TrustedCertificateBlock block) {
          certificates.add(certificate(block.getCertificateHolder().getEncoded()));
        } else {
          PrivateKeyInfo info = keyInfo(item, password);
          if (info != null) {
            addOnce(keys, Keys.privateKey(info.getEncoded()));
          }
        }
      }
    } catch (Keys.Unsupported e) {
      throw new Refused(IdentityProblem.Reason.KEY_TYPE, e.algorithm(), e);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new Refused(IdentityProblem.Reason.UNREADABLE, "", e);
    }
    return new Contents(keys, certificates);
  }

  /**
   * What editors and consoles do to PEM on its way: a mark at the beginning, indented lines, and
   * line ends written out as in a JSON string.
   */
  private static String tidy(String text) {
    String lines = text.contains("-----\\n") ? text.replace("\\r", "").replace("\\n", "\n") : text;
    return lines
        .replace("\ufeff", "")
        .lines()
        .map(String::strip)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Exports are often joined so that they hold the same key twice. */
  private static void addOnce(List<PrivateKey> keys, PrivateKey key) {
    if (keys.stream().noneMatch(known -> Arrays.equals(known.getEncoded(), key.getEncoded()))) {
      keys.add(key);
    }
  }

  static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static @Nullable PrivateKeyInfo keyInfo(Object item, char @Nullable [] password)
      throws Refused, PEMException {
    char[] used = password == null ? new char[0] : password;
    try {
      return switch (item) {
        case PEMKeyPair pair -> pair.getPrivateKeyInfo();
        case PrivateKeyInfo info -> info;
        case PEMEncryptedKeyPair pair ->
            pair.decryptKeyPair(
                    new JcePEMDecryptorProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(used))
                .getPrivateKeyInfo();
        case PKCS8EncryptedPrivateKeyInfo info
            when Pkcs12Guard.isTooMuch(info.getEncoded(), null) ->
            throw new Refused(
                IdentityProblem.Reason.TOO_MUCH_WORK, "", new IOException("too many iterations"));
        case PKCS8EncryptedPrivateKeyInfo info ->
            info.decryptPrivateKeyInfo(
                new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(used));
        default -> null; // public keys, EC parameters, requests: not ours to judge
      };
    } catch (PEMException e) {
      if (item instanceof PEMEncryptedKeyPair) {
        throw new Refused(IdentityProblem.Reason.WRONG_PASSWORD, "", e);
      }
      throw e;
    } catch (IOException | OperatorException | PKCSException | IllegalArgumentException e) {
      throw new Refused(IdentityProblem.Reason.WRONG_PASSWORD, "", e);
    }
  }
}

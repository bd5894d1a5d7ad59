package io.kartela.push.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/**
 * The signature of our domain under every letter (RFC 6376); large receivers want it.
 *
 * @param domain that of the sender's address
 * @param selector where the public key stands: {@code selector._domainkey.domain}
 * @param privateKey RSA, PKCS#8 in PEM
 */
public record Dkim(String domain, String selector, String privateKey) {
  public Dkim {
    key(privateKey);
  }

  /** A letter that signs itself when it leaves. */
  SMTPMessage signed(MimeMessage letter) throws MessagingException {
    try {
      DkimSigner signer = new DkimSigner(domain, selector, key(privateKey));
      signer.setHeaderCanonicalization(Canonicalization.RELAXED);
      signer.setBodyCanonicalization(Canonicalization.RELAXED);
      signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
      signer.setCheckDomainKey(false);
      // One-click unsubscribing counts only when nobody can have put it there on the way.
      signer.addHeaderToSign("List-Unsubscribe");
      signer.addHeaderToSign("List-Unsubscribe-Post");
      signer.addHeaderToSign("Message-ID");
      return new DkimMessage(letter, signer);
    } catch (DkimException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAPrivateKey key(String pem) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not an RSA key in PKCS#8", e);
    }
  }

  @Override
  public String toString() {
    return "Dkim[" + selector + "._domainkey." + domain + "]";
  }
}

package io.kartela.service.wallet.preview;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a pass's signature as Wallet does: the CMS over the manifest, the chain up to the trusted
 * root, and that the certificate is for this pass type and team. Thread-safe.
 */
public final class SignatureCheck {
  private final X509Certificate root;
  private final Set<X509Certificate> accepted = ConcurrentHashMap.newKeySet();

  public SignatureCheck(X509Certificate root) {
    this.root = root;
  }

  /** Says who signed; refuses anything doubtful. */
  String check(byte[] manifest, byte[] signature, JsonNode pass) {
    X509Certificate signer = signer(manifest, signature);
    String uid = subject(signer, "UID", "0.9.2342.19200300.100.1.1");
    String team = subject(signer, "OU", "2.5.4.11");
    if (!uid.equals(pass.path("passTypeIdentifier").asString(""))) {
      throw new WalletRefused("the certificate is for " + uid);
    }
    if (!team.equals(pass.path("teamIdentifier").asString(""))) {
      throw new WalletRefused("the certificate is of team " + team);
    }
    return "signed by Pass Type ID: " + uid;
  }

  private X509Certificate signer(byte[] manifest, byte[] signature) {
    try {
      CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
      Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        throw new WalletRefused("the signature has " + signers.size() + " signers");
      }
      SignerInformation one = signers.iterator().next();
      List<X509Certificate> certificates = certificates(cms.getCertificates());
      X509Certificate leaf = null;
      for (X509Certificate candidate : certificates) {
        if (one.getSID().match(new X509CertificateHolder(candidate.getEncoded()))) {
          leaf = candidate;
        }
      }
      if (leaf == null
          || !one.verify(new JcaSimpleSignerInfoVerifierBuilder().build(leaf.getPublicKey()))) {
        throw new WalletRefused("the signature does not match the manifest");
      }
      trust(leaf, certificates);
      return leaf;
    } catch (CMSSignerDigestMismatchException e) {
      throw new WalletRefused("the signature does not match the manifest", e);
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new WalletRefused("the signature cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new WalletRefused("the certificate is not trusted: " + e.getMessage(), e);
    }
  }

  private static List<X509Certificate> certificates(Store<X509CertificateHolder> store)
      throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    for (X509CertificateHolder holder : store.getMatches(null)) {
      certificates.add(converter.getCertificate(holder));
    }
    return certificates;
  }

  private void trust(X509Certificate leaf, List<X509Certificate> certificates)
      throws GeneralSecurityException {
    leaf.checkValidity();
    if (accepted.contains(leaf)) {
      return;
    }
    List<X509Certificate> path = new ArrayList<>(List.of(leaf));
    for (X509Certificate above = issuer(leaf, certificates);
        above != null && path.size() < 5;
        above = issuer(above, certificates)) {
      path.add(above);
    }
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    var _ =
        CertPathValidator.getInstance("PKIX")
            .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    accepted.add(leaf);
  }

  private static @Nullable X509Certificate issuer(X509Certificate of, List<X509Certificate> among) {
    for (X509Certificate one : among) {
      if (one.getSubjectX500Principal().equals(of.getIssuerX500Principal())
          && !one.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
        return one;
      }
    }
    return null;
  }

  private static String subject(X509Certificate certificate, String name, String oid) {
    try {
      for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase(name) || rdn.getType().equals(oid)) {
          return rdn.getValue().toString();
        }
      }
    } catch (InvalidNameException e) {
      throw new WalletRefused("the certificate's subject cannot be read", e);
    }
    return "";
  }
}

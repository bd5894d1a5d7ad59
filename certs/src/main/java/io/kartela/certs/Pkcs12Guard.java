package io.kartela.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How much work a .p12, or an encrypted key, asks for before it is opened: the file itself says how
 * often a password is to be hashed, and two milliards of times keep a processor for an hour. Pure.
 */
final class Pkcs12Guard {
  /** Keychain, OpenSSL and Windows write 1 to 600,000. */
  static final int MOST = 2_000_000;

  private static final int DEEPEST = 30;
  private static final String PKCS12_PBE = PKCSObjectIdentifiers.pkcs_12PbeIds.getId() + ".";
  private static final String PKCS5 = "1.2.840.113549.1.5.";
  private static final String SCRYPT = "1.3.6.1.4.1.11591.4.11";

  private long sum;

  private Pkcs12Guard() {}

  /** Whether it asks for more than any honest file; what is no such file asks for nothing. */
  static boolean isTooMuch(byte[] file, char @Nullable [] password) {
    Pkcs12Guard guard = new Pkcs12Guard();
    try {
      guard.walk(ASN1Primitive.fromByteArray(file), 0);
      if (guard.sum <= MOST) {
        guard.inside(file, password == null ? new char[0] : password);
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      return guard.sum > MOST; // whoever opens it will say what is wrong
    }
    return guard.sum > MOST;
  }

  /** What is encrypted may hold keys that are encrypted once more. */
  private void inside(byte[] file, char[] password) throws IOException {
    for (var part : new PKCS12PfxPdu(file).getContentInfos()) {
      if (PKCSObjectIdentifiers.encryptedData.equals(part.getContentType())) {
        try {
          var bags =
              new PKCS12SafeBagFactory(
                  part,
                  new JcePKCSPBEInputDecryptorProviderBuilder()
                      .setProvider(new BouncyCastleProvider())
                      .build(password));
          for (var bag : bags.getSafeBags()) {
            walk(bag.toASN1Structure(), 0);
          }
        } catch (PKCSException e) {
          return; // the password is another
        }
      }
    }
  }

  private void walk(ASN1Encodable node, int depth) {
    if (depth > DEEPEST) {
      sum = 1L << 40;
      return;
    }
    switch (node.toASN1Primitive()) {
      case ASN1Sequence sequence -> {
        count(sequence);
        for (ASN1Encodable one : sequence) {
          walk(one, depth + 1);
        }
      }
      case ASN1Set set -> {
        for (ASN1Encodable one : set) {
          walk(one, depth + 1);
        }
      }
      case ASN1TaggedObject tagged -> walk(tagged.getBaseObject(), depth + 1);
      case ASN1OctetString octets -> nested(octets, depth + 1);
      default -> {
        // says nothing of work
      }
    }
  }

  /** Containers are octets that hold another structure. */
  private void nested(ASN1OctetString octets, int depth) {
    byte[] content = octets.getOctets();
    if (content.length < 2 || content[0] != 0x30) {
      return;
    }
    try {
      walk(ASN1Primitive.fromByteArray(content), depth);
    } catch (IOException e) {
      // not a structure after all
    }
  }

  private void count(ASN1Sequence sequence) {
    if (sequence.size() < 2) {
      return;
    }
    ASN1Encodable first = sequence.getObjectAt(0).toASN1Primitive();
    ASN1Encodable second = sequence.getObjectAt(1).toASN1Primitive();
    if (first instanceof ASN1ObjectIdentifier id && second instanceof ASN1Sequence parameters) {
      if (id.getId().equals(SCRYPT)) {
        add(numbers(parameters).reduce(BigInteger.ONE, BigInteger::multiply));
      } else if (id.getId().startsWith(PKCS12_PBE) || id.getId().startsWith(PKCS5)) {
        numbers(parameters).forEach(this::add);
      }
    } else if (sequence.size() == 3
        && first instanceof ASN1Sequence
        && second instanceof ASN1OctetString
        && sequence.getObjectAt(2).toASN1Primitive() instanceof ASN1Integer times) {
      add(times.getValue()); // the digest over the whole file
    }
  }

  /** Of salt, iterations, lengths and costs, every number; those that do not count are small. */
  private static Stream<BigInteger> numbers(ASN1Sequence parameters) {
    return Arrays.stream(parameters.toArray())
        .map(ASN1Encodable::toASN1Primitive)
        .filter(ASN1Integer.class::isInstance)
        .map(one -> ASN1Integer.getInstance(one).getValue());
  }

  private void add(BigInteger times) {
    if (sum <= MOST) {
      sum += times.bitLength() > 40 ? 1L << 40 : Math.abs(times.longValue());
    }
  }
}

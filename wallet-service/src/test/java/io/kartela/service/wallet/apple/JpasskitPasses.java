package io.kartela.service.wallet.apple;

import de.brendamour.jpasskit.PKBarcode;
import de.brendamour.jpasskit.PKField;
import de.brendamour.jpasskit.PKPass;
import de.brendamour.jpasskit.enums.PKBarcodeFormat;
import de.brendamour.jpasskit.enums.PKPassType;
import de.brendamour.jpasskit.passes.PKGenericPass;
import de.brendamour.jpasskit.signing.PKInMemorySigningUtil;
import de.brendamour.jpasskit.signing.PKPassTemplateInMemory;
import de.brendamour.jpasskit.signing.PKSigningInformation;
import io.kartela.certs.ApplePassIdentity;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.pass.PassRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The same card by jpasskit in memory, as its guide says: everything that may be kept is kept. Its
 * texts are fewer than ours, in its favour.
 */
final class JpasskitPasses {
  private final ApplePassIdentity identity;
  private final PKPassTemplateInMemory template = new PKPassTemplateInMemory();
  private final PKSigningInformation signing;
  private final PKInMemorySigningUtil signer = new PKInMemorySigningUtil();

  JpasskitPasses(ApplePassIdentity identity, Map<String, byte[]> images) throws IOException {
    this.identity = identity;
    this.signing =
        new PKSigningInformation(
            identity.certificate(), identity.privateKey(), identity.intermediate());
    for (var image : images.entrySet()) {
      template.addFile(image.getKey(), new ByteArrayInputStream(image.getValue()));
    }
  }

  byte[] pass(PassRef ref, CardContent card) throws Exception {
    PKPass pass =
        PKPass.builder()
            .formatVersion(1)
            .passTypeIdentifier(identity.passTypeIdentifier())
            .teamIdentifier(identity.teamIdentifier())
            .serialNumber(ref.serial())
            .authenticationToken(ref.authToken())
            .webServiceURL(URI.create("https://cards.example/apple").toURL())
            .organizationName(card.shopName().ru())
            .logoText(card.shopName().ru())
            .description(card.programName().ru())
            .backgroundColor("rgb(31, 122, 92)")
            .foregroundColor("rgb(255, 255, 255)")
            .labelColor("rgb(206, 226, 219)")
            .sharingProhibited(true)
            .barcodeBuilder(
                PKBarcode.builder()
                    .format(PKBarcodeFormat.PKBarcodeFormatQR)
                    .message(card.code())
                    .messageEncoding(StandardCharsets.ISO_8859_1)
                    .altText(card.number()))
            .pass(
                PKGenericPass.builder()
                    .passType(PKPassType.PKStoreCard)
                    .headerField(
                        PKField.builder()
                            .key("balance")
                            .label("Бонусы")
                            .value(BigDecimal.valueOf(card.available(), 2))
                            .changeMessage("Баланс: %@")
                            .build())
                    .primaryField(
                        PKField.builder()
                            .key("tier")
                            .label("Уровень")
                            .value(card.tier().name().ru())
                            .changeMessage("Ваш новый уровень: %@")
                            .build())
                    .secondaryField(
                        PKField.builder()
                            .key("member")
                            .label("Участник")
                            .value(card.memberName())
                            .build())
                    .backField(
                        PKField.builder()
                            .key("number")
                            .label("Номер карты")
                            .value(card.number())
                            .build()))
            .build();
    return signer.createSignedAndZippedPkPassArchive(pass, template, signing);
  }
}

package io.kartela.service.place;

import io.kartela.service.member.profile.OwnProfile;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.privacy.OwnData;
import io.kartela.service.program.Programs;
import io.kartela.service.purchase.OwnReceipts;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.pass.OpenCards;
import java.util.List;

/** What the member's own place is made of. */
public final class PlaceFeature {
  private final House house;
  private final Audit audit;
  private final PlaceGate gate;
  private final Programs programs;
  private final OwnData data;

  public PlaceFeature(House house, OpenCards cards, Programs programs, OwnData data, Audit audit) {
    this.data = data;
    this.house = house;
    this.audit = audit;
    this.programs = programs;
    this.gate = new PlaceGate(house, cards);
  }

  public List<Routes> routes(Merchants merchants, OneTimeTexts texts, ChatCodes chats) {
    return List.of(
        new PlaceRoutes(
            gate, new PlaceCodes(house, merchants, texts, chats, audit), audit, house.clock()),
        new HistoryRoutes(house, gate, new OwnReceipts(programs)),
        new OwnDataRoutes(house, gate, new OwnProfile(house, audit), data),
        new WordsRoutes(house, gate));
  }
}

package io.kartela.service.till.scan;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.Cards;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import org.jspecify.annotations.Nullable;

/** The register's way to a member's consent when there is only a phone number. */
public final class SpendCodeRoutes implements Routes {
  private final Stores stores;
  private final Merchants merchants;
  private final SpendCodes codes;

  private record SendRequest(@Nullable String memberId) {}

  private record ConfirmRequest(@Nullable String memberId, @Nullable String code) {}

  public SpendCodeRoutes(
      Stores stores,
      Merchants merchants,
      House house,
      Members members,
      Cards cards,
      OneTimeTexts texts,
      ChatCodes chats) {
    this.stores = stores;
    this.merchants = merchants;
    this.codes = new SpendCodes(house, members, cards, texts, chats);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/spend-codes", this::send);
    routing.post("/api/v1/spend-codes/confirm", this::confirm);
  }

  private void send(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    SendRequest body = Http.json(req, SendRequest.class);
    long member = Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    String shop = merchants.get(register.merchantId()).name();
    Http.send(res, 202, codes.send(register, shop, member));
  }

  private void confirm(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    ConfirmRequest body = Http.json(req, ConfirmRequest.class);
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    long member = Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    Http.send(res, 200, codes.confirm(register, member, code));
  }
}

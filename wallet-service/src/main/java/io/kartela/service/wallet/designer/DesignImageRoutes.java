package io.kartela.service.wallet.designer;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.design.Designs;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures of designs: the marketer sees them, the owner adds. */
public final class DesignImageRoutes implements Routes {
  private final Sessions sessions;
  private final DesignImages images;
  private final Designs designs;

  public DesignImageRoutes(House house, Sessions sessions, Designs designs) {
    this.sessions = sessions;
    this.images = new DesignImages(house.database(), house.clock());
    this.designs = designs;
  }

  private record ImageRequest(@Nullable String content) {}

  private record ImageList(List<DesignImages.Image> items) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    String base = "/api/v1/design/images";
    routing.get(base, this::allImages);
    routing.get(base + "/{imageId}", this::image);
    routing.post(base, this::addImage);
  }

  private void allImages(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    Http.send(res, 200, new ImageList(images.all(merchantId)));
  }

  private void image(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.DESIGN_READ).merchantId();
    byte[] png =
        designs
            .picture(merchantId, Http.pathParam(req, "imageId"))
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    res.header(HeaderNames.CONTENT_TYPE, "image/png");
    // Named by the hash of its bytes: it never changes.
    res.header(HeaderNames.CACHE_CONTROL, "private, max-age=604800, immutable");
    res.send(png);
  }

  private void addImage(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.DESIGN_CHANGE);
    ImageRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), ImageRequest.class);
    String text = body.content == null ? "" : body.content;
    Check check = new Check();
    check.require(!text.isEmpty(), "content", "REQUIRED", "не заполнено", "is required");
    check.require(
        text.length() <= DesignImages.MOST_BYTES * 4L / 3 + 4,
        "content",
        "TOO_LONG",
        "картинка больше мегабайта",
        "the image is larger than a megabyte");
    check.done();
    byte[] png;
    try {
      png = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.IMAGE_INVALID);
    }
    Http.send(res, 201, images.add(staff, png));
  }
}

package io.kartela.service.merchant;

import io.kartela.service.http.Lang;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;

@Entity(name = "Merchant")
@Table(name = "merchant", schema = "kartela")
class MerchantEntity {
  @Id
  @Column(name = "merchant_id")
  long id;

  @Column String slug = "";
  @Column String name = "";

  @Column(name = "description_ru")
  String descriptionRu = "";

  @Column(name = "description_en")
  String descriptionEn = "";

  @Column String zone = "";
  @Column String locale = "";
  @Column String color = "";

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  Merchant toMerchant() {
    return new Merchant(
        id, slug, name, descriptionRu, descriptionEn, ZoneId.of(zone), Lang.of(locale), color);
  }
}

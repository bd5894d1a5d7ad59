package io.kartela.service.shop.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "Merchant")
@Table(name = "merchant", schema = "kartela")
class MerchantEntity {
  @Id
  @Column(name = "merchant_id")
  long id;

  @Column String slug = "";
  @Column String name = "";

  /** Empty: the same as the name. */
  @Column(name = "name_en")
  String nameEn = "";

  @Column(name = "description_ru")
  String descriptionRu = "";

  @Column(name = "description_en")
  String descriptionEn = "";

  @Column String zone = "";
  @Column String locale = "";
  @Column String color = "";

  /** Since when nobody gets in; null: open. */
  @Column(name = "disabled_at", insertable = false, updatable = false)
  @Nullable Instant disabledAt;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;
}

package io.kartela.service.platform.db;

import java.io.Serializable;
import java.util.Objects;

/**
 * The key of every JPA entity: the merchant first, then the row. JPA wants a mutable class with a
 * bare constructor.
 */
public final class TenantId implements Serializable {
  private static final long serialVersionUID = 1;

  private long merchantId;
  private long id;

  public TenantId() {}

  public TenantId(long merchantId, long id) {
    this.merchantId = merchantId;
    this.id = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TenantId t && t.merchantId == merchantId && t.id == id;
  }

  @Override
  public int hashCode() {
    return Objects.hash(merchantId, id);
  }
}

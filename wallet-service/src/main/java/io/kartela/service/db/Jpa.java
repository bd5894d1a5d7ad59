package io.kartela.service.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;

/**
 * EclipseLink for configuration and the screens' CRUD. The shared cache is off: several nodes and plain JDBC write
 * beside it. Thread-safe; every call is one transaction confined to one merchant.
 */
public final class Jpa implements AutoCloseable {
  private final EntityManagerFactory factory;

  public Jpa(Database database) {
    this.factory =
        Persistence.createEntityManagerFactory(
            "kartela", Map.of("jakarta.persistence.nonJtaDataSource", database.pool()));
  }

  public <T> T inTenant(long merchantId, Function<EntityManager, T> work) {
    try (EntityManager em = factory.createEntityManager()) {
      var transaction = em.getTransaction();
      transaction.begin();
      try {
        Database.enter(em.unwrap(Connection.class), merchantId);
        T result = work.apply(em);
        transaction.commit();
        return result;
      } catch (SQLException e) {
        throw new DatabaseException(e);
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}

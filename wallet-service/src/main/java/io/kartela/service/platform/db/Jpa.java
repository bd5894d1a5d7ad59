package io.kartela.service.platform.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * EclipseLink for configuration and the screens' CRUD. The shared cache is off: several nodes and
 * plain JDBC write beside it. Thread-safe; every call is one transaction confined to one merchant.
 */
public final class Jpa implements AutoCloseable {
  private final EntityManagerFactory factory;

  /**
   * Work that needs both: entities through JPA and statements on the same connection and
   * transaction.
   */
  @FunctionalInterface
  public interface Mixed<T> {
    T in(EntityManager em, Connection connection) throws SQLException;
  }

  /**
   * @param entities every entity class; features name theirs
   */
  public Jpa(Database database, List<Class<?>> entities) {
    PersistenceConfiguration configuration =
        new PersistenceConfiguration("kartela")
            .provider(PersistenceProvider.class.getName())
            .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
            .property("jakarta.persistence.nonJtaDataSource", database.pool())
            .property("eclipselink.logging.logger", "JavaLogger")
            .property("eclipselink.cache.shared.default", "false")
            .property("eclipselink.weaving", "false")
            .property("eclipselink.ddl-generation", "none")
            .property("eclipselink.target-database", "PostgreSQL")
            .property("eclipselink.logging.parameters", "false")
            .property("eclipselink.jdbc.exclusive-connection.mode", "Transactional");
    entities.forEach(configuration::managedClass);
    this.factory = configuration.createEntityManagerFactory();
  }

  public <T> T inTenant(long merchantId, Function<EntityManager, T> work) {
    return inTenantMixed(merchantId, (em, c) -> work.apply(em));
  }

  public <T> T inTenantMixed(long merchantId, Mixed<T> work) {
    try (EntityManager em = factory.createEntityManager()) {
      EntityTransaction transaction = em.getTransaction();
      transaction.begin();
      try {
        Connection connection = em.unwrap(Connection.class);
        Database.enter(connection, merchantId);
        T result = work.in(em, connection);
        transaction.commit();
        return result;
      } catch (SQLException e) {
        rollback(transaction, e);
        throw new DatabaseException(e);
      } catch (RuntimeException | Error e) {
        rollback(transaction, e);
        throw e;
      }
    }
  }

  /** On a connection that is lost this fails, too; what was first is what is told. */
  private static void rollback(EntityTransaction transaction, Throwable cause) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}

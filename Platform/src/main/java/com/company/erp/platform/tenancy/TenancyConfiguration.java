package com.company.erp.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Transactions stand outside the permission check, since they bring what it checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
@EnableTransactionManagement(proxyTargetClass = true, order = TenancyConfiguration.TRANSACTION_ORDER)
public class TenancyConfiguration {

    public static final int TRANSACTION_ORDER = 100;

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    PatientPool dataSource(DataSourceProperties database, AdmissionProperties admission, Environment environment) {
        var pool = new PatientPool(admission.maxWait());
        pool.setJdbcUrl(database.determineUrl());
        pool.setUsername(database.determineUsername());
        pool.setPassword(database.determinePassword());
        pool.addDataSourceProperty(
                "ApplicationName", "erp %s:%s".formatted(hostName(), environment.getProperty("server.port")));
        return pool;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory factory, Doorkeeper doorkeeper, PatientPool pool) {
        return new CompanyTransactionManager(factory, doorkeeper, pool);
    }

    @Bean
    HibernatePropertiesCustomizer companyOfTheScope() {
        CurrentTenantIdentifierResolver<UUID> resolver = new CurrentTenantIdentifierResolver<>() {
            @Override
            public UUID resolveCurrentTenantIdentifier() {
                return Scope.company().value();
            }

            @Override
            public boolean validateExistingCurrentSessions() {
                return true;
            }
        };
        return properties -> properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
    }
}

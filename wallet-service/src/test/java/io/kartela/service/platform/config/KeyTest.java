package io.kartela.service.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyTest {
  @Test
  void everyKeyVariableAndDefaultIsPinned() {
    assertEquals(
        """
        mode KARTELA_MODE demo
        data.folder KARTELA_DATA_FOLDER data
        simulator.enabled KARTELA_SIMULATOR_ENABLED -
        master-key KARTELA_MASTER_KEY -
        operator.key KARTELA_OPERATOR_KEY -
        http.host KARTELA_HTTP_HOST 127.0.0.1
        http.port KARTELA_HTTP_PORT 8080
        http.public-url KARTELA_HTTP_PUBLIC_URL -
        http.allow-plain-public-url KARTELA_HTTP_ALLOW_PLAIN_PUBLIC_URL false
        http.trusted-proxies KARTELA_HTTP_TRUSTED_PROXIES -
        http.forwarded-header KARTELA_HTTP_FORWARDED_HEADER x-forwarded-for
        http.hosts KARTELA_HTTP_HOSTS -
        http.max-connections KARTELA_HTTP_MAX_CONNECTIONS 10000
        http.max-connections-per-address KARTELA_HTTP_MAX_CONNECTIONS_PER_ADDRESS 250
        metrics.token KARTELA_METRICS_TOKEN -
        database.url KARTELA_DATABASE_URL -
        database.user KARTELA_DATABASE_USER -
        database.password KARTELA_DATABASE_PASSWORD -
        database.migration-user KARTELA_DATABASE_MIGRATION_USER -
        database.migration-password KARTELA_DATABASE_MIGRATION_PASSWORD -
        database.pool-size KARTELA_DATABASE_POOL_SIZE 20
        apple.p12-file KARTELA_APPLE_P12_FILE -
        apple.p12-password KARTELA_APPLE_P12_PASSWORD -
        apple.certificate-file KARTELA_APPLE_CERTIFICATE_FILE -
        apple.key-file KARTELA_APPLE_KEY_FILE -
        apple.key-password KARTELA_APPLE_KEY_PASSWORD -
        apple.wwdr-file KARTELA_APPLE_WWDR_FILE -
        apple.apns-host KARTELA_APPLE_APNS_HOST api.push.apple.com
        apple.apns-port KARTELA_APPLE_APNS_PORT 443
        google.service-account-file KARTELA_GOOGLE_SERVICE_ACCOUNT_FILE -
        google.issuer-id KARTELA_GOOGLE_ISSUER_ID -
        google.root-url KARTELA_GOOGLE_ROOT_URL https://walletobjects.googleapis.com/
        sms.gateway KARTELA_SMS_GATEWAY -
        smsru.api-id KARTELA_SMSRU_API_ID -
        smsru.sender KARTELA_SMSRU_SENDER -
        smsru.address KARTELA_SMSRU_ADDRESS https://sms.ru
        channels.addresses KARTELA_CHANNELS_ADDRESSES -
        codes.per-phone KARTELA_CODES_PER_PHONE 10
        codes.per-shop KARTELA_CODES_PER_SHOP 3000
        codes.home-countries KARTELA_CODES_HOME_COUNTRIES RU,BY,KZ
        codes.per-foreign-country KARTELA_CODES_PER_FOREIGN_COUNTRY 30
        mail.host KARTELA_MAIL_HOST -
        mail.port KARTELA_MAIL_PORT 587
        mail.security KARTELA_MAIL_SECURITY starttls
        mail.user KARTELA_MAIL_USER -
        mail.password KARTELA_MAIL_PASSWORD -
        mail.from KARTELA_MAIL_FROM -
        log.level KARTELA_LOG_LEVEL info
        """,
        Key.all()
            .map(
                key ->
                    "%s %s %s\n"
                        .formatted(
                            key.key(),
                            key.variable(),
                            key.defaultText().isEmpty() ? "-" : key.defaultText()))
            .collect(Collectors.joining()));
  }

  @Test
  void noTwoKeysShareAName() {
    List<String> keys =
        Key.all().flatMap(key -> List.of(key.key(), key.fileKey()).stream()).toList();
    List<String> variables =
        Key.all().flatMap(key -> List.of(key.variable(), key.fileVariable()).stream()).toList();
    assertEquals(keys.size(), keys.stream().distinct().count());
    assertEquals(variables.size(), variables.stream().distinct().count());
  }
}

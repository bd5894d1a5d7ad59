/**
 * Signing identities: the development CA, Apple pass certificates, Google service accounts, NFC
 * keys; loading, checking and expiry. Imports nothing else of Kartela.
 */
@NullMarked
package io.kartela.certs;

import org.jspecify.annotations.NullMarked;

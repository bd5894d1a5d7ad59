/**
 * What phones say to contactless readers: Apple VAS, Google Smart Tap, codes that change with time.
 */
@NullMarked
package io.kartela.service.till.nfc;

import org.jspecify.annotations.NullMarked;

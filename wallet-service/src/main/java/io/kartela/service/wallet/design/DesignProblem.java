package io.kartela.service.wallet.design;

import io.kartela.service.platform.http.LocalText;

/**
 * One reason why a design is refused.
 *
 * @param path where in the document, such as {@code fields.header[0].value}
 * @param code a stable name
 */
public record DesignProblem(String path, String code, LocalText text) {}

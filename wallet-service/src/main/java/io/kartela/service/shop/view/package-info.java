/**
 * Views of lists that people keep: a name and the filter it stands for, one's own or everybody's.
 */
@NullMarked
package io.kartela.service.shop.view;

import org.jspecify.annotations.NullMarked;

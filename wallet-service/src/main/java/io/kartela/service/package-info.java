@NullMarked
package io.kartela.service;

import org.jspecify.annotations.NullMarked;

/**
 * Notices that browsers show: who this installation is to push services, in which browsers a member
 * allowed them, and how words come there.
 */
@NullMarked
package io.kartela.service.message.web;

import org.jspecify.annotations.NullMarked;

/** Messages of a VK community, its posts, and a stand-in with people. */
@NullMarked
package io.kartela.push.vk;

import org.jspecify.annotations.NullMarked;

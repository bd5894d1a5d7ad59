package io.kartela.push.apns;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import io.kartela.push.PushException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Pushy's server binds every interface and offers no choice, but the demo must stay on loopback.
 * Its bootstrap is private, hence the reflection; a Pushy without that field is refused loudly
 * rather than opened to the network.
 */
@Sharable
final class LoopbackOnly extends ChannelOutboundHandlerAdapter {

  static void apply(MockApnsServer server) {
    try {
      Field field = MockApnsServer.class.getSuperclass().getDeclaredField("bootstrap");
      field.setAccessible(true);
      if (!(field.get(server) instanceof ServerBootstrap bootstrap)) {
        throw new PushException("push.apns.start", "this Pushy has no bootstrap", null);
      }
      bootstrap.handler(new LoopbackOnly());
    } catch (ReflectiveOperationException e) {
      throw new PushException("push.apns.start", "this Pushy cannot be kept on loopback", e);
    }
  }

  @Override
  public void bind(ChannelHandlerContext context, SocketAddress address, ChannelPromise promise) {
    int port = ((InetSocketAddress) address).getPort();
    var _ = context.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), promise);
  }
}

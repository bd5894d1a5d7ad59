package io.kartela.push.apns;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Pushy's server binds every interface and offers no choice; the demo must stay on loopback. */
final class LoopbackOnly extends ChannelOutboundHandlerAdapter {

  static EventLoopGroup eventLoops(int threads) {
    return new NioEventLoopGroup(threads, new DefaultThreadFactory("fake-apns", true)) {
      @Override
      public ChannelFuture register(Channel channel) {
        if (channel instanceof ServerChannel) {
          channel.pipeline().addLast(new LoopbackOnly());
        }
        return super.register(channel);
      }
    };
  }

  @Override
  public void bind(ChannelHandlerContext context, SocketAddress address, ChannelPromise promise) {
    int port = ((InetSocketAddress) address).getPort();
    var _ = context.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), promise);
  }
}

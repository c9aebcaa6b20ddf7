package io.kvmsdk.domain.chardev;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.SocketMode;
import io.kvmsdk.domain.chardev.source.UnixCharSource;
import io.kvmsdk.domain.chardev.source.VdagentCharSource;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A private line between the host and a process in the guest, such as its agent.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#channel">libvirt: Channel</a>
 */
@Value.Immutable
@ValueStyle
public interface Channel extends Device, WithChannel {

  /** How it is read and written. */
  XmlMapping<Channel> XML = new ChannelXml();

  /** The name of the QEMU guest agent's channel. */
  String GUEST_AGENT = "org.qemu.guest_agent.0";

  /** The name of the SPICE agent's channel. */
  String SPICE_AGENT = "com.redhat.spice.0";

  /** The line to the QEMU guest agent, on a unix socket of the hypervisor's choice. */
  static Channel guestAgent() {
    return virtio(GUEST_AGENT, UnixCharSource.builder().mode(SocketMode.BIND).build());
  }

  /** The line from the SPICE agent in the guest to the SPICE client; wants SPICE graphics. */
  static Channel spice() {
    return virtio(SPICE_AGENT, CharSource.spiceVmc());
  }

  /**
   * The line from the SPICE agent in the guest to QEMU itself, for clipboard and mouse with other
   * graphics than SPICE. Since libvirt 8.4.0.
   *
   * @param copyPaste whether guest and client share the clipboard
   */
  static Channel qemuVdagent(boolean copyPaste) {
    return virtio(SPICE_AGENT, VdagentCharSource.builder().copyPaste(copyPaste).build());
  }

  /** A virtio-serial port of that name. */
  static Channel virtio(String name, CharSource source) {
    return builder().source(source).targetType(ChannelTargetType.VIRTIO).name(name).build();
  }

  /** A place in the guest's user network, whose TCP connections go to the source. */
  static Channel guestForward(String address, int port, CharSource source) {
    return builder()
        .source(source)
        .targetType(ChannelTargetType.GUESTFWD)
        .forwardedAddress(address)
        .forwardedPort(port)
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <channel>} says, keeping what has no name here. */
  static Channel fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <channel>} says. */
  static Channel fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is connected to on the host. */
  CharSource source();

  /** How a TCP connection is spoken. Absent means raw. */
  Optional<CharProtocol> protocol();

  /** A file that gets a copy of what the guest writes. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /**
   * Whether an existing log file is kept and written on. Absent means that it is emptied. Since
   * libvirt 1.3.3.
   */
  Optional<Boolean> logAppend();

  /** How the guest gets at it. */
  ChannelTargetType targetType();

  /** The name by which the guest knows it, under {@code /dev/virtio-ports}; for virtio and Xen. */
  Optional<String> name();

  /**
   * Whether a process in the guest has it open, known of a virtio one while the domain runs. Since
   * libvirt 1.2.11.
   */
  Optional<ChannelState> state();

  /** The address whose connections are forwarded, for {@link ChannelTargetType#GUESTFWD}. */
  Optional<String> forwardedAddress();

  /** The TCP port whose connections are forwarded, for {@link ChannelTargetType#GUESTFWD}. */
  Optional<Integer> forwardedPort();

  /** Whether a process in the guest has it open, as far as the document tells. */
  default boolean isConnected() {
    return state().filter(ChannelState.CONNECTED::equals).isPresent();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableChannel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ChannelXml extends XmlMapping<Channel> {

  ChannelXml() {
    super("channel");
  }

  @Override
  protected Channel read(XmlIn in) {
    Channel.Builder b = Channel.builder();
    b.source(in.read(CharSource.XML));
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    b.targetType(new ChannelTargetType(target.required("type")));
    if (target.attr("name")) b.name(in.value());
    if (target.attr("state")) b.state(new ChannelState(in.value()));
    if (target.attr("address")) b.forwardedAddress(in.value());
    if (target.intAttr("port")) b.forwardedPort(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Channel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.write(CharSource.XML, value.source());
    out.part("protocol", "type", value.protocol());
    out.beginPart("log");
    out.attr("file", value.logFile());
    out.onOff("append", value.logAppend());
    out.end();
    out.beginPart("target");
    out.attr("type", value.targetType().toString());
    out.attr("name", value.name());
    out.attr("state", value.state());
    out.attr("address", value.forwardedAddress());
    out.attr("port", value.forwardedPort());
    out.end();
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}

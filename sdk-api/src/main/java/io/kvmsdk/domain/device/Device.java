package io.kvmsdk.domain.device;

import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import java.util.Optional;

/**
 * One device of a domain: a value that says how it is to be, or how it is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#devices">libvirt: Devices</a>
 */
public interface Device extends Document {

  /**
   * The name of the device within its domain, such as {@code virtio-disk0}. libvirt gives one when
   * the domain starts; one that a user chooses begins with {@code ua-} (since libvirt 3.9.0), and
   * is kept.
   */
  Optional<String> alias();

  /** Where the guest sees the device; the hypervisor chooses if it is absent. */
  Optional<DeviceAddress> address();

  /** What the document says of the device that has no name here. */
  @Override
  Extras extras();

  /** The device as libvirt's XML, as it stands in a domain or is hot-plugged. */
  @Override
  String toXml();
}

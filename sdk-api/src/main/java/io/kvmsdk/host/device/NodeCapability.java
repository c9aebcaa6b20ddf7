package io.kvmsdk.host.device;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * What a device of the host is.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
public sealed interface NodeCapability
    permits ApCardCapability,
        ApMatrixCapability,
        ApQueueCapability,
        CcwCapability,
        CcwGroupCapability,
        CssCapability,
        DrmCapability,
        MdevCapability,
        NetCapability,
        PciCapability,
        ScsiCapability,
        ScsiGenericCapability,
        ScsiHostCapability,
        ScsiTargetCapability,
        StorageCapability,
        SystemCapability,
        UnknownNodeCapability,
        UsbDeviceCapability,
        UsbInterfaceCapability,
        VdpaCapability {

  /** How it is read and written. */
  XmlMapping<NodeCapability> XML = new NodeCapabilityXml();

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class NodeCapabilityXml extends XmlMapping<NodeCapability> {

  NodeCapabilityXml() {
    super("capability");
  }

  @Override
  protected NodeCapability read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "system" -> in.read(SystemCapability.XML);
      case "pci" -> in.read(PciCapability.XML);
      case "usb_device" -> in.read(UsbDeviceCapability.XML);
      case "usb" -> in.read(UsbInterfaceCapability.XML);
      case "net" -> in.read(NetCapability.XML);
      case "scsi_host" -> in.read(ScsiHostCapability.XML);
      case "scsi_target" -> in.read(ScsiTargetCapability.XML);
      case "scsi" -> in.read(ScsiCapability.XML);
      case "scsi_generic" -> in.read(ScsiGenericCapability.XML);
      case "storage" -> in.read(StorageCapability.XML);
      case "drm" -> in.read(DrmCapability.XML);
      case "mdev" -> in.read(MdevCapability.XML);
      case "ccw" -> in.read(CcwCapability.XML);
      case "ccwgroup" -> in.read(CcwGroupCapability.XML);
      case "css" -> in.read(CssCapability.XML);
      case "vdpa" -> in.read(VdpaCapability.XML);
      case "ap_card" -> in.read(ApCardCapability.XML);
      case "ap_queue" -> in.read(ApQueueCapability.XML);
      case "ap_matrix" -> in.read(ApMatrixCapability.XML);
      default -> UnknownNodeCapability.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(NodeCapability value, String name, XmlOut out) {
    if (value instanceof SystemCapability systemCapability) {
      out.write(name, SystemCapability.XML, systemCapability);
    } else if (value instanceof PciCapability pciCapability) {
      out.write(name, PciCapability.XML, pciCapability);
    } else if (value instanceof UsbDeviceCapability usbDeviceCapability) {
      out.write(name, UsbDeviceCapability.XML, usbDeviceCapability);
    } else if (value instanceof UsbInterfaceCapability usbInterfaceCapability) {
      out.write(name, UsbInterfaceCapability.XML, usbInterfaceCapability);
    } else if (value instanceof NetCapability netCapability) {
      out.write(name, NetCapability.XML, netCapability);
    } else if (value instanceof ScsiHostCapability scsiHostCapability) {
      out.write(name, ScsiHostCapability.XML, scsiHostCapability);
    } else if (value instanceof ScsiTargetCapability scsiTargetCapability) {
      out.write(name, ScsiTargetCapability.XML, scsiTargetCapability);
    } else if (value instanceof ScsiCapability scsiCapability) {
      out.write(name, ScsiCapability.XML, scsiCapability);
    } else if (value instanceof ScsiGenericCapability scsiGenericCapability) {
      out.write(name, ScsiGenericCapability.XML, scsiGenericCapability);
    } else if (value instanceof StorageCapability storageCapability) {
      out.write(name, StorageCapability.XML, storageCapability);
    } else if (value instanceof DrmCapability drmCapability) {
      out.write(name, DrmCapability.XML, drmCapability);
    } else if (value instanceof MdevCapability mdevCapability) {
      out.write(name, MdevCapability.XML, mdevCapability);
    } else if (value instanceof CcwCapability ccwCapability) {
      out.write(name, CcwCapability.XML, ccwCapability);
    } else if (value instanceof CcwGroupCapability ccwGroupCapability) {
      out.write(name, CcwGroupCapability.XML, ccwGroupCapability);
    } else if (value instanceof CssCapability cssCapability) {
      out.write(name, CssCapability.XML, cssCapability);
    } else if (value instanceof VdpaCapability vdpaCapability) {
      out.write(name, VdpaCapability.XML, vdpaCapability);
    } else if (value instanceof ApCardCapability apCardCapability) {
      out.write(name, ApCardCapability.XML, apCardCapability);
    } else if (value instanceof ApQueueCapability apQueueCapability) {
      out.write(name, ApQueueCapability.XML, apQueueCapability);
    } else if (value instanceof ApMatrixCapability apMatrixCapability) {
      out.write(name, ApMatrixCapability.XML, apMatrixCapability);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}

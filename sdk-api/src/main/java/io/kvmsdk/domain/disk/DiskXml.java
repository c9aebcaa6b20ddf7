package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.SgIoFilter;
import io.kvmsdk.domain.disk.source.DiskAuth;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** How a disk is read and written. */
final class DiskXml extends XmlMapping<Disk> {

  DiskXml() {
    super("disk");
  }

  @Override
  protected Disk read(XmlIn in) {
    Disk.Builder b = Disk.builder();
    b.source(in.read(DiskSource.XML));
    if (in.attr("device")) b.device(new DiskDevice(in.value()));
    if (in.attr("model")) b.model(new DiskModel(in.value()));
    if (in.yesNo("rawio")) b.rawIo(in.flag());
    if (in.attr("sgio")) b.sgIo(new SgIoFilter(in.value()));
    if (in.attr("snapshot")) b.snapshotMode(new DiskSnapshotMode(in.value()));
    readData(in, b);
    readDevice(in, b);
    readTarget(in.child("target"), b);
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  private static void readData(XmlIn in, Disk.Builder b) {
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(DiskDriver.XML));
    XmlIn auth = in.child("auth");
    if (auth.present()) b.auth(auth.read(DiskAuth.XML));
    XmlIn backingStore = in.child("backingStore");
    if (backingStore.present()) b.backingStore(backingStore.read(BackingStore.XML));
    XmlIn mirror = in.child("mirror");
    if (mirror.present()) b.mirror(mirror.read(DiskMirror.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    XmlIn ioTune = in.child("iotune");
    if (ioTune.present()) b.ioTune(ioTune.read(IoTune.XML));
    b.throttleFilters(in.child("throttlefilters").attrsOf("throttlefilter", "group"));
  }

  private static void readTarget(XmlIn target, Disk.Builder b) {
    b.target(target.required("dev"));
    if (target.attr("bus")) b.bus(new DiskBus(target.value()));
    if (target.attr("tray")) b.tray(new TrayState(target.value()));
    if (target.onOff("removable")) b.removable(target.flag());
    if (target.intAttr("rotation_rate")) b.rotationRate(target.intValue());
  }

  private static void readDevice(XmlIn in, Disk.Builder b) {
    b.readOnly(in.has("readonly"));
    b.shareable(in.has("shareable"));
    b.transientData(in.has("transient"));
    if (in.child("transient").yesNo("shareBacking")) b.shareBacking(in.flag());
    if (in.childText("serial")) b.serial(in.value());
    if (in.childText("wwn")) b.wwn(in.value());
    if (in.childText("vendor")) b.vendor(in.value());
    if (in.childText("product")) b.product(in.value());
    XmlIn boot = in.child("boot");
    if (boot.intAttr("order")) b.bootOrder(in.intValue());
    if (boot.attr("loadparm")) b.loadParm(in.value());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("backenddomain").attr("name")) b.backendDomain(in.value());
    XmlIn geometry = in.child("geometry");
    if (geometry.present()) b.geometry(geometry.read(DiskGeometry.XML));
    XmlIn blockIo = in.child("blockio");
    if (blockIo.present()) b.blockIo(blockIo.read(BlockIo.XML));
  }

  @Override
  protected void write(Disk value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.attr("device", value.device());
    out.attr("model", value.model());
    out.yesNo("rawio", value.rawIo());
    out.attr("sgio", value.sgIo());
    out.attr("snapshot", value.snapshotMode());
    out.write(DiskDriver.XML, value.driver());
    out.write(DiskAuth.XML, value.auth());
    out.write(DiskSource.XML, value.source());
    out.write(BackingStore.XML, value.backingStore());
    out.write(DiskMirror.XML, value.mirror());
    out.part("backenddomain", "name", value.backendDomain());
    out.write(DiskGeometry.XML, value.geometry());
    out.write(BlockIo.XML, value.blockIo());
    writeTarget(value, out);
    out.write(IoTune.XML, value.ioTune());
    out.beginPart("throttlefilters");
    out.partAttrs("throttlefilter", "group", value.throttleFilters());
    out.end();
    writeDevice(value, out);
    out.end();
  }

  private static void writeTarget(Disk value, XmlOut out) {
    out.beginPart("target");
    out.attr("dev", value.target());
    out.attr("bus", value.bus());
    out.attr("tray", value.tray());
    out.onOff("removable", value.removable());
    out.attr("rotation_rate", value.rotationRate());
    out.end();
  }

  private static void writeDevice(Disk value, XmlOut out) {
    out.flag("readonly", value.readOnly());
    out.flag("shareable", value.shareable());
    out.beginFlag("transient", value.transientData());
    out.yesNo("shareBacking", value.shareBacking());
    out.end();
    out.partText("serial", value.serial());
    out.partText("wwn", value.wwn());
    out.partText("vendor", value.vendor());
    out.partText("product", value.product());
    out.write(StorageEncryption.XML, value.encryption());
    out.beginPart("boot");
    out.attr("order", value.bootOrder());
    out.attr("loadparm", value.loadParm());
    out.end();
    out.part("alias", "name", value.alias());
    out.part("acpi", "index", value.acpiIndex());
    out.write(DeviceAddress.XML, value.address());
  }
}

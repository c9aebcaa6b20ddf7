package io.kvmsdk.domain.boot;

import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Reads and writes {@code <os>}. */
final class OsXml extends XmlMapping<Os> {

  OsXml() {
    super("os");
  }

  @Override
  protected Os read(XmlIn in) {
    Os.Builder b = Os.builder();
    XmlIn type = in.child("type");
    b.type(new OsType(type.text() ? in.value() : ""));
    if (type.attr("arch")) b.arch(in.value());
    if (type.attr("machine")) b.machine(in.value());
    if (in.attr("firmware")) b.firmware(new Firmware(in.value()));
    for (XmlIn feature : in.child("firmware").children("feature"))
      b.addFirmwareFeature(feature.read(FirmwareFeature.XML));
    container(in, b);
    XmlIn loader = in.child("loader");
    if (loader.present()) b.loader(loader.read(Loader.XML));
    XmlIn nvram = in.child("nvram");
    if (nvram.present()) b.nvram(nvram.read(NvramStore.XML));
    if (in.childText("kernel")) b.kernel(in.value());
    if (in.childText("initrd")) b.initrd(in.value());
    if (in.childText("cmdline")) b.cmdline(in.value());
    if (in.childText("shim")) b.shim(in.value());
    if (in.childText("dtb")) b.dtb(in.value());
    if (in.childText("root")) b.root(in.value());
    for (XmlIn table : in.child("acpi").children("table"))
      b.addAcpiTable(table.read(AcpiTable.XML));
    for (XmlIn boot : in.children("boot")) b.addBootDevice(boot.read(BootDevice.XML));
    XmlIn menu = in.child("bootmenu");
    if (menu.yesNo("enable")) b.bootMenu(in.flag());
    if (menu.longAttr("timeout")) b.bootMenuTimeout(Duration.ofMillis(in.longValue()));
    XmlIn bios = in.child("bios");
    if (bios.yesNo("useserial")) b.biosSerial(in.flag());
    if (bios.signedIntAttr("rebootTimeout")) b.biosRebootTimeout(in.intValue());
    if (in.child("smbios").attr("mode")) b.smbiosMode(new SmbiosMode(in.value()));
    return b.extras(in.extrasAndPresence()).buildAsRead();
  }

  private static void container(XmlIn in, Os.Builder b) {
    if (in.childText("init")) b.init(in.value());
    for (String argument : in.textsOf("initarg")) b.addInitArg(argument);
    for (XmlIn variable : in.children("initenv"))
      b.addInitVariable(variable.read(ContainerVariable.XML));
    if (in.childText("initdir")) b.initDirectory(in.value());
    if (in.childText("inituser")) b.initUser(in.value());
    if (in.childText("initgroup")) b.initGroup(in.value());
  }

  @Override
  protected void write(Os value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("firmware", value.firmware());
    out.beginPart("type");
    out.attr("arch", value.arch());
    out.attr("machine", value.machine());
    if (!value.type().value().isEmpty()) out.text(value.type().value());
    out.end();
    out.beginPart("firmware");
    out.writeAll(FirmwareFeature.XML, value.firmwareFeatures());
    out.end();
    out.partText("init", value.init());
    out.partTexts("initarg", value.initArgs());
    out.writeAll(ContainerVariable.XML, value.initVariables());
    out.partText("initdir", value.initDirectory());
    out.partText("inituser", value.initUser());
    out.partText("initgroup", value.initGroup());
    out.write(Loader.XML, value.loader());
    out.write(NvramStore.XML, value.nvram());
    out.partText("kernel", value.kernel());
    out.partText("initrd", value.initrd());
    out.partText("cmdline", value.cmdline());
    out.partText("shim", value.shim());
    out.partText("dtb", value.dtb());
    out.partText("root", value.root());
    out.beginPart("acpi");
    out.writeAll(AcpiTable.XML, value.acpiTables());
    out.end();
    out.writeAll(BootDevice.XML, value.bootDevices());
    out.beginPart("bootmenu");
    out.yesNo("enable", value.bootMenu());
    out.durationAttr("timeout", ChronoUnit.MILLIS, value.bootMenuTimeout());
    out.end();
    out.beginPart("bios");
    out.yesNo("useserial", value.biosSerial());
    out.attr("rebootTimeout", value.biosRebootTimeout());
    out.end();
    out.part("smbios", "mode", value.smbiosMode());
    out.end();
  }
}

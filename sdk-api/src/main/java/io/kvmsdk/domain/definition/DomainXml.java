package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.boot.PowerManagement;
import io.kvmsdk.domain.container.IdMap;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.Vcpu;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.security.KeyWrap;
import io.kvmsdk.domain.security.LaunchSecurity;
import io.kvmsdk.domain.security.SecurityLabel;
import io.kvmsdk.domain.sysinfo.SysInfo;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes {@code <domain>}. */
final class DomainXml extends XmlMapping<DomainDefinition> {

  DomainXml() {
    super("domain");
  }

  @Override
  protected DomainDefinition read(XmlIn in) {
    DomainDefinition.Builder b = DomainDefinition.builder();
    b.type(new VirtType(in.required("type")));
    if (in.signedIntAttr("id")) b.id(in.intValue());
    if (!in.childText("name")) throw in.missing("name");
    b.name(in.value());
    if (in.childText("uuid")) b.uuid(in.uuid());
    XmlIn genid = in.child("genid");
    if (genid.present()) b.generationId(genid.read(GenerationId.XML));
    if (in.childText("title")) b.title(in.value());
    if (in.childText("description")) b.description(in.value());
    b.metadata(in.child("metadata").read(Metadata.XML));
    memory(in, b);
    XmlIn vcpu = in.child("vcpu");
    if (vcpu.present()) b.vcpus(vcpu.read(Vcpus.XML));
    for (XmlIn state : in.child("vcpus").children("vcpu")) b.addVcpuState(state.read(Vcpu.XML));
    TuningXml.read(in, b);
    if (in.childText("bootloader")) b.bootloader(in.value());
    if (in.childText("bootloader_args")) b.bootloaderArgs(in.value());
    for (XmlIn sysinfo : in.children("sysinfo")) b.addSysInfo(sysinfo.read(SysInfo.XML));
    XmlIn idmap = in.child("idmap");
    if (idmap.present()) b.idMap(idmap.read(IdMap.XML));
    b.os(in.child("os").read(Os.XML));
    XmlIn cpu = in.child("cpu");
    if (cpu.present()) b.cpu(cpu.read(Cpu.XML));
    XmlIn features = in.child("features");
    if (features.present()) b.features(features.read(MachineFeatures.XML));
    XmlIn clock = in.child("clock");
    if (clock.present()) b.clock(clock.read(Clock.XML));
    if (in.childText("on_poweroff")) b.onPoweroff(new LifecycleAction(in.value()));
    if (in.childText("on_reboot")) b.onReboot(new LifecycleAction(in.value()));
    if (in.childText("on_crash")) b.onCrash(new LifecycleAction(in.value()));
    if (in.childText("on_lockfailure")) b.onLockFailure(new LockFailureAction(in.value()));
    XmlIn pm = in.child("pm");
    if (pm.present()) b.powerManagement(pm.read(PowerManagement.XML));
    DevicesXml.read(in.child("devices"), b);
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SecurityLabel.XML));
    XmlIn keywrap = in.child("keywrap");
    if (keywrap.present()) b.keyWrap(keywrap.read(KeyWrap.XML));
    XmlIn launchSecurity = in.child("launchSecurity");
    if (launchSecurity.present()) b.launchSecurity(launchSecurity.read(LaunchSecurity.XML));
    NamespacesXml.read(in, b);
    return b.extras(in.extras()).buildAsRead();
  }

  private static void memory(XmlIn in, DomainDefinition.Builder b) {
    XmlIn maximum = in.child("maxMemory");
    if (maximum.sizeText("KiB")) b.maxMemory(in.size());
    if (maximum.intAttr("slots")) b.memorySlots(in.intValue());
    XmlIn memory = in.child("memory");
    if (memory.sizeText("KiB")) b.memory(in.size());
    if (memory.onOff("dumpCore")) b.dumpCore(in.flag());
    if (in.child("currentMemory").sizeText("KiB")) b.currentMemory(in.size());
  }

  @Override
  protected void write(DomainDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().value());
    out.attr("id", value.id());
    out.partText("name", value.name());
    out.partText("uuid", value.uuid());
    out.write(GenerationId.XML, value.generationId());
    out.partText("title", value.title());
    out.partText("description", value.description());
    out.write(Metadata.XML, value.metadata());
    out.beginPart("maxMemory");
    out.attr("slots", value.memorySlots());
    out.sizeText(value.maxMemory());
    out.end();
    out.beginPart("memory");
    out.onOff("dumpCore", value.dumpCore());
    out.sizeText(value.memory());
    out.end();
    out.partSize("currentMemory", value.currentMemory());
    out.write(Vcpus.XML, value.vcpus());
    out.beginPart("vcpus");
    out.writeAll(Vcpu.XML, value.vcpuStates());
    out.end();
    TuningXml.write(value, out);
    out.partText("bootloader", value.bootloader());
    out.partText("bootloader_args", value.bootloaderArgs());
    out.writeAll(SysInfo.XML, value.sysInfos());
    out.write(IdMap.XML, value.idMap());
    out.write(Os.XML, value.os());
    out.write(MachineFeatures.XML, value.features());
    out.write(Cpu.XML, value.cpu());
    out.write(Clock.XML, value.clock());
    out.partText("on_poweroff", value.onPoweroff());
    out.partText("on_reboot", value.onReboot());
    out.partText("on_crash", value.onCrash());
    out.partText("on_lockfailure", value.onLockFailure());
    out.write(PowerManagement.XML, value.powerManagement());
    DevicesXml.write(value, out);
    out.writeAll(SecurityLabel.XML, value.securityLabels());
    NamespacesXml.write(value, out);
    out.write(KeyWrap.XML, value.keyWrap());
    out.write(LaunchSecurity.XML, value.launchSecurity());
    out.end();
  }
}

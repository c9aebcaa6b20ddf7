package io.kvmsdk.domain;

import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.MachineFeatures;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.platform.Rng;
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
    if (in.childText("title")) b.title(in.value());
    if (in.childText("description")) b.description(in.value());
    b.metadata(in.child("metadata").read(Metadata.XML));
    memory(in, b);
    XmlIn vcpu = in.child("vcpu");
    if (vcpu.present()) b.vcpus(vcpu.read(Vcpus.XML));
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
    devices(in.child("devices"), b);
    return b.extras(in.extras()).buildAsRead();
  }

  private static void memory(XmlIn in, DomainDefinition.Builder b) {
    XmlIn maximum = in.child("maxMemory");
    if (maximum.sizeText("KiB")) b.maxMemory(in.size());
    if (maximum.intAttr("slots")) b.memorySlots(in.intValue());
    if (in.child("memory").sizeText("KiB")) b.memory(in.size());
    if (in.child("currentMemory").sizeText("KiB")) b.currentMemory(in.size());
  }

  private static void devices(XmlIn in, DomainDefinition.Builder b) {
    if (in.childText("emulator")) b.emulator(in.value());
    for (XmlIn device : in.children()) {
      switch (device.name()) {
        case "disk" -> b.addDisk(device.read(Disk.XML));
        case "controller" -> b.addController(device.read(Controller.XML));
        case "interface" -> b.addInterface(device.read(NetworkInterface.XML));
        case "serial" -> b.addSerial(device.read(Serial.XML));
        case "console" -> b.addConsole(device.read(Console.XML));
        case "channel" -> b.addChannel(device.read(Channel.XML));
        case "graphics" -> b.addGraphics(device.read(Graphics.XML));
        case "rng" -> b.addRng(device.read(Rng.XML));
        default -> {
          // Stays in the extras.
        }
      }
    }
    XmlIn balloon = in.child("memballoon");
    if (balloon.present()) b.memBalloon(balloon.read(MemBalloon.XML));
  }

  @Override
  protected void write(DomainDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().value());
    out.attr("id", value.id());
    out.partText("name", value.name());
    out.partText("uuid", value.uuid());
    out.partText("title", value.title());
    out.partText("description", value.description());
    out.write(Metadata.XML, value.metadata());
    out.beginPart("maxMemory");
    out.attr("slots", value.memorySlots());
    out.sizeText(value.maxMemory());
    out.end();
    out.partSize("memory", value.memory());
    out.partSize("currentMemory", value.currentMemory());
    out.write(Vcpus.XML, value.vcpus());
    out.write(Os.XML, value.os());
    out.write(MachineFeatures.XML, value.features());
    out.write(Cpu.XML, value.cpu());
    out.write(Clock.XML, value.clock());
    out.partText("on_poweroff", value.onPoweroff());
    out.partText("on_reboot", value.onReboot());
    out.partText("on_crash", value.onCrash());
    devices(value, out);
    out.end();
  }

  private static void devices(DomainDefinition value, XmlOut out) {
    out.beginPart("devices");
    out.partText("emulator", value.emulator());
    out.writeAll(Disk.XML, value.disks());
    out.writeAll(Controller.XML, value.controllers());
    out.writeAll(NetworkInterface.XML, value.interfaces());
    out.writeAll(Serial.XML, value.serials());
    out.writeAll(Console.XML, value.consoles());
    out.writeAll(Channel.XML, value.channels());
    out.writeAll(Graphics.XML, value.graphics());
    out.write(MemBalloon.XML, value.memBalloon());
    out.writeAll(Rng.XML, value.rngs());
    out.end();
  }
}

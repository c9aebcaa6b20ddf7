package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.disk.ThrottleGroup;
import io.kvmsdk.domain.memory.MemTune;
import io.kvmsdk.domain.memory.MemoryBacking;
import io.kvmsdk.domain.numa.NumaTune;
import io.kvmsdk.domain.tuning.BlkioTune;
import io.kvmsdk.domain.tuning.CpuTune;
import io.kvmsdk.domain.tuning.DefaultIoThread;
import io.kvmsdk.domain.tuning.IoThread;
import io.kvmsdk.domain.tuning.PerfEvents;
import io.kvmsdk.domain.tuning.Resource;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes what a domain gets of its host. */
final class TuningXml {

  private TuningXml() {}

  static void read(XmlIn in, DomainDefinition.Builder b) {
    if (in.child("iothreads").intText()) b.ioThreads(in.intValue());
    for (XmlIn thread : in.child("iothreadids").children("iothread"))
      b.addIoThreadId(thread.read(IoThread.XML));
    XmlIn defaultThread = in.child("defaultiothread");
    if (defaultThread.present()) b.defaultIoThread(defaultThread.read(DefaultIoThread.XML));
    XmlIn cpu = in.child("cputune");
    if (cpu.present()) b.cpuTune(cpu.read(CpuTune.XML));
    XmlIn backing = in.child("memoryBacking");
    if (backing.present()) b.memoryBacking(backing.read(MemoryBacking.XML));
    XmlIn memory = in.child("memtune");
    if (memory.present()) b.memTune(memory.read(MemTune.XML));
    XmlIn numa = in.child("numatune");
    if (numa.present()) b.numaTune(numa.read(NumaTune.XML));
    XmlIn block = in.child("blkiotune");
    if (block.present()) b.blkioTune(block.read(BlkioTune.XML));
    for (XmlIn group : in.child("throttlegroups").children("throttlegroup"))
      b.addThrottleGroup(group.read(ThrottleGroup.XML));
    XmlIn resource = in.child("resource");
    if (resource.present()) b.resource(resource.read(Resource.XML));
    XmlIn perf = in.child("perf");
    if (perf.present()) b.perf(perf.read(PerfEvents.XML));
  }

  static void write(DomainDefinition value, XmlOut out) {
    out.partText("iothreads", value.ioThreads());
    out.beginPart("iothreadids");
    out.writeAll(IoThread.XML, value.ioThreadIds());
    out.end();
    out.write(DefaultIoThread.XML, value.defaultIoThread());
    out.write(CpuTune.XML, value.cpuTune());
    out.write(MemoryBacking.XML, value.memoryBacking());
    out.write(MemTune.XML, value.memTune());
    out.write(NumaTune.XML, value.numaTune());
    out.write(BlkioTune.XML, value.blkioTune());
    out.beginPart("throttlegroups");
    out.writeAll(ThrottleGroup.XML, value.throttleGroups());
    out.end();
    out.write(Resource.XML, value.resource());
    out.write(PerfEvents.XML, value.perf());
  }
}

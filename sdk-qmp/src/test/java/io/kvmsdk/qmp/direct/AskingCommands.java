package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.qmp.command.AddClient;
import io.kvmsdk.qmp.command.AddFd;
import io.kvmsdk.qmp.command.ChardevAdd;
import io.kvmsdk.qmp.command.ChardevChange;
import io.kvmsdk.qmp.command.ChardevRemove;
import io.kvmsdk.qmp.command.ChardevSendBreak;
import io.kvmsdk.qmp.command.Closefd;
import io.kvmsdk.qmp.command.DeviceListProperties;
import io.kvmsdk.qmp.command.Getfd;
import io.kvmsdk.qmp.command.HumanMonitorCommand;
import io.kvmsdk.qmp.command.NetdevAdd;
import io.kvmsdk.qmp.command.NetdevDel;
import io.kvmsdk.qmp.command.ObjectAdd;
import io.kvmsdk.qmp.command.ObjectDel;
import io.kvmsdk.qmp.command.QomGet;
import io.kvmsdk.qmp.command.QomList;
import io.kvmsdk.qmp.command.QomListProperties;
import io.kvmsdk.qmp.command.QomSet;
import io.kvmsdk.qmp.command.QueryAcpiOspmStatus;
import io.kvmsdk.qmp.command.QueryAudiodevs;
import io.kvmsdk.qmp.command.QueryBalloon;
import io.kvmsdk.qmp.command.QueryBlock;
import io.kvmsdk.qmp.command.QueryBlockExports;
import io.kvmsdk.qmp.command.QueryBlockJobs;
import io.kvmsdk.qmp.command.QueryBlockstats;
import io.kvmsdk.qmp.command.QueryChardev;
import io.kvmsdk.qmp.command.QueryChardevBackends;
import io.kvmsdk.qmp.command.QueryColoStatus;
import io.kvmsdk.qmp.command.QueryCommandLineOptions;
import io.kvmsdk.qmp.command.QueryCommands;
import io.kvmsdk.qmp.command.QueryCpuDefinitions;
import io.kvmsdk.qmp.command.QueryCpuModelExpansion;
import io.kvmsdk.qmp.command.QueryCpusFast;
import io.kvmsdk.qmp.command.QueryCryptodev;
import io.kvmsdk.qmp.command.QueryCurrentMachine;
import io.kvmsdk.qmp.command.QueryDirtyRate;
import io.kvmsdk.qmp.command.QueryDisplayOptions;
import io.kvmsdk.qmp.command.QueryDump;
import io.kvmsdk.qmp.command.QueryDumpGuestMemoryCapability;
import io.kvmsdk.qmp.command.QueryFdsets;
import io.kvmsdk.qmp.command.QueryHotpluggableCpus;
import io.kvmsdk.qmp.command.QueryIothreads;
import io.kvmsdk.qmp.command.QueryJobs;
import io.kvmsdk.qmp.command.QueryKvm;
import io.kvmsdk.qmp.command.QueryMachines;
import io.kvmsdk.qmp.command.QueryMemdev;
import io.kvmsdk.qmp.command.QueryMemoryDevices;
import io.kvmsdk.qmp.command.QueryMemorySizeSummary;
import io.kvmsdk.qmp.command.QueryMice;
import io.kvmsdk.qmp.command.QueryMigrate;
import io.kvmsdk.qmp.command.QueryMigrateCapabilities;
import io.kvmsdk.qmp.command.QueryMigrateParameters;
import io.kvmsdk.qmp.command.QueryMigrationthreads;
import io.kvmsdk.qmp.command.QueryName;
import io.kvmsdk.qmp.command.QueryNamedBlockNodes;
import io.kvmsdk.qmp.command.QueryPci;
import io.kvmsdk.qmp.command.QueryPrManagers;
import io.kvmsdk.qmp.command.QueryReplay;
import io.kvmsdk.qmp.command.QueryRocker;
import io.kvmsdk.qmp.command.QueryRxFilter;
import io.kvmsdk.qmp.command.QueryStats;
import io.kvmsdk.qmp.command.QueryStatsSchemas;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.command.QueryTarget;
import io.kvmsdk.qmp.command.QueryTpm;
import io.kvmsdk.qmp.command.QueryTpmModels;
import io.kvmsdk.qmp.command.QueryTpmTypes;
import io.kvmsdk.qmp.command.QueryUuid;
import io.kvmsdk.qmp.command.QueryVersion;
import io.kvmsdk.qmp.command.QueryVmGenerationId;
import io.kvmsdk.qmp.command.QueryVnc;
import io.kvmsdk.qmp.command.QueryVncServers;
import io.kvmsdk.qmp.command.QueryYank;
import io.kvmsdk.qmp.command.RemoveFd;
import io.kvmsdk.qmp.command.RingbufRead;
import io.kvmsdk.qmp.command.RingbufWrite;
import io.kvmsdk.qmp.command.SetLink;
import io.kvmsdk.qmp.command.TraceEventGetState;
import io.kvmsdk.qmp.command.TraceEventSetState;
import io.kvmsdk.qmp.command.XDebugQueryBlockGraph;
import io.kvmsdk.qmp.command.XQueryIrq;
import io.kvmsdk.qmp.command.XQueryNuma;
import io.kvmsdk.qmp.command.XQueryRamblock;
import io.kvmsdk.qmp.command.XQueryRoms;
import io.kvmsdk.qmp.command.XQueryVirtio;
import io.kvmsdk.qmp.type.ChardevBackendNull;
import io.kvmsdk.qmp.type.ChardevBackendRingbuf;
import io.kvmsdk.qmp.type.ChardevCommon;
import io.kvmsdk.qmp.type.ChardevRingbuf;
import io.kvmsdk.qmp.type.CpuModelExpansionType;
import io.kvmsdk.qmp.type.CpuModelInfo;
import io.kvmsdk.qmp.type.NetdevHubport;
import io.kvmsdk.qmp.type.ObjectOptionsIothread;
import io.kvmsdk.qmp.type.RunState;
import io.kvmsdk.qmp.type.StatsFilterPlain;
import io.kvmsdk.qmp.type.StatsTarget;
import io.kvmsdk.qmp.type.SysEmuTarget;
import java.util.Optional;

/** Commands that ask, and those for what a machine has beside devices. */
@SuppressWarnings("deprecation") // commands that QEMU is about to drop are commands still
final class AskingCommands {

  private AskingCommands() {}

  static void queries(CommandTrial trial) {
    trial
        .ok(QueryStatus.INSTANCE, s -> s.status().equals(RunState.PRELAUNCH) && !s.running())
        .ok(QueryName.INSTANCE, n -> n.name().orElse("").equals("trial"))
        .ok(QueryVersion.INSTANCE, v -> v.qemu().major() >= 7)
        .ok(QueryTarget.INSTANCE, t -> t.arch().equals(SysEmuTarget.X86_64))
        .ok(
            QueryMachines.INSTANCE,
            m -> m.stream().anyMatch(i -> i.alias().equals(Optional.of("q35"))))
        .ok(QueryCpusFast.INSTANCE, cpus -> cpus.size() == 1)
        .ok(QueryKvm.INSTANCE, k -> !k.enabled())
        .ok(QueryBlock.INSTANCE, b -> b.size() == 2)
        .ok(QueryMemorySizeSummary.INSTANCE, m -> m.baseMemory() == 64 << 20)
        .ok(QueryUuid.INSTANCE, u -> u.uuid().length() == 36)
        .ok(QueryVnc.INSTANCE, v -> v.enabled())
        .ok(QueryJobs.INSTANCE, jobs -> jobs.isEmpty())
        .ok(QueryCommands.INSTANCE, c -> c.size() > 150)
        .ok(
            QueryAcpiOspmStatus.INSTANCE,
            QueryAudiodevs.INSTANCE,
            QueryBlockExports.INSTANCE,
            QueryBlockJobs.INSTANCE,
            QueryBlockstats.INSTANCE,
            QueryChardev.INSTANCE,
            QueryChardevBackends.INSTANCE,
            QueryColoStatus.INSTANCE,
            QueryCommandLineOptions.INSTANCE,
            QueryCpuDefinitions.INSTANCE,
            QueryCryptodev.INSTANCE,
            QueryCurrentMachine.INSTANCE,
            QueryDirtyRate.INSTANCE,
            QueryDisplayOptions.INSTANCE,
            QueryDump.INSTANCE,
            QueryDumpGuestMemoryCapability.INSTANCE,
            QueryFdsets.INSTANCE,
            QueryHotpluggableCpus.INSTANCE,
            QueryIothreads.INSTANCE,
            QueryMemdev.INSTANCE,
            QueryMemoryDevices.INSTANCE,
            QueryMice.INSTANCE,
            QueryMigrate.INSTANCE,
            QueryMigrateCapabilities.INSTANCE,
            QueryMigrateParameters.INSTANCE,
            QueryMigrationthreads.INSTANCE,
            QueryNamedBlockNodes.INSTANCE,
            QueryPci.INSTANCE,
            QueryPrManagers.INSTANCE,
            QueryReplay.INSTANCE,
            QueryRxFilter.INSTANCE,
            QueryStatsSchemas.INSTANCE,
            QueryTpm.INSTANCE,
            QueryTpmModels.INSTANCE,
            QueryTpmTypes.INSTANCE,
            QueryVncServers.INSTANCE,
            QueryYank.INSTANCE,
            XDebugQueryBlockGraph.INSTANCE,
            XQueryIrq.INSTANCE,
            XQueryNuma.INSTANCE,
            XQueryRamblock.INSTANCE,
            XQueryRoms.INSTANCE,
            XQueryVirtio.INSTANCE)
        .ok(QueryBalloon.INSTANCE, b -> b.actual() == 64 << 20)
        .refused(QueryVmGenerationId.INSTANCE, "VM Generation ID device not found")
        .refused(QueryRocker.builder().name("none").build(), "rocker")
        .ok(QueryStats.of(StatsFilterPlain.builder().target(StatsTarget.VM).build()))
        .ok(
            QueryCpuModelExpansion.builder()
                .type(CpuModelExpansionType.STATIC)
                .model(CpuModelInfo.builder().name("qemu64").build())
                .build(),
            e -> e.model().name().equals("base"));
  }

  static void objects(CommandTrial trial) {
    trial
        .ok(
            QomGet.builder().path("/machine").property("type").build(),
            t -> t.asText().contains("q35"))
        .ok(QomList.builder().path("/objects").build())
        .ok(
            QomSet.builder()
                .path("/machine")
                .property("mem-merge")
                .value(JsonNodeFactory.instance.booleanNode(false))
                .build())
        .ok(QomListProperties.builder().typename("virtio-blk-pci").build())
        .refused(QomListProperties.builder().typename("none").build(), "not found")
        .ok(DeviceListProperties.builder().typename("e1000").build(), p -> !p.isEmpty())
        .ok(ObjectAdd.of(ObjectOptionsIothread.builder().id("io0").build()))
        .ok(QueryIothreads.INSTANCE, t -> t.size() == 1 && t.get(0).id().equals("io0"))
        .ok(ObjectDel.builder().id("io0").build())
        .refused(ObjectDel.builder().id("io0").build(), "not found")
        .ok(
            ChardevAdd.builder()
                .id("ring")
                .backend(
                    ChardevBackendRingbuf.builder()
                        .data(ChardevRingbuf.builder().size(64).build())
                        .build())
                .build())
        .ok(RingbufWrite.builder().device("ring").data("hello").build())
        .ok(RingbufRead.builder().device("ring").size(64).build(), "hello"::equals)
        .refused(RingbufRead.builder().device("none").size(1).build(), "Device 'none' not found")
        .ok(ChardevSendBreak.builder().id("ring").build())
        .refused(
            ChardevChange.builder()
                .id("none")
                .backend(ChardevBackendNull.builder().data(ChardevCommon.builder().build()).build())
                .build(),
            "does not exist")
        .ok(ChardevRemove.builder().id("ring").build())
        .ok(NetdevAdd.of(NetdevHubport.builder().id("net0").hubid(0).build()))
        .ok(SetLink.builder().name("net0").up(false).build())
        .ok(NetdevDel.builder().id("net0").build())
        .refused(NetdevDel.builder().id("net0").build(), "net0")
        .ok(TraceEventGetState.builder().name("qmp_*").build())
        .ok(TraceEventSetState.builder().name("qmp_*").enable(false).build())
        .ok(HumanMonitorCommand.builder().commandLine("info version").build(), v -> v.contains("."))
        .refused(Closefd.builder().fdname("none").build(), "none")
        .refused(Getfd.builder().fdname("none").build(), "No file descriptor supplied")
        .refused(AddFd.INSTANCE, "No file descriptor supplied")
        .refused(RemoveFd.builder().fdsetId(7).build(), "fdset-id:7")
        .refused(AddClient.builder().protocol("none").fdname("none").build(), "none");
  }
}

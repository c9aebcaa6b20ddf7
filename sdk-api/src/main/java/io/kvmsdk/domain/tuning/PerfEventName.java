package io.kvmsdk.domain.tuning;

/**
 * What the host's performance monitoring can count. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record PerfEventName(String value) {

  /** Bytes of the last-level cache in use. */
  public static final PerfEventName CMT = new PerfEventName("cmt");

  /** All bandwidth from one level of cache to the next. */
  public static final PerfEventName MBMT = new PerfEventName("mbmt");

  /** Bandwidth to the memory controller of the same node. */
  public static final PerfEventName MBML = new PerfEventName("mbml");

  /** CPU cycles. */
  public static final PerfEventName CPU_CYCLES = new PerfEventName("cpu_cycles");

  /** Instructions. */
  public static final PerfEventName INSTRUCTIONS = new PerfEventName("instructions");

  /** Accesses to the cache. */
  public static final PerfEventName CACHE_REFERENCES = new PerfEventName("cache_references");

  /** Accesses that the cache could not serve. */
  public static final PerfEventName CACHE_MISSES = new PerfEventName("cache_misses");

  /** Branches. */
  public static final PerfEventName BRANCH_INSTRUCTIONS = new PerfEventName("branch_instructions");

  /** Branches that were predicted wrongly. */
  public static final PerfEventName BRANCH_MISSES = new PerfEventName("branch_misses");

  /** Bus cycles. */
  public static final PerfEventName BUS_CYCLES = new PerfEventName("bus_cycles");

  /** Cycles in which no instruction could be fetched. */
  public static final PerfEventName STALLED_CYCLES_FRONTEND =
      new PerfEventName("stalled_cycles_frontend");

  /** Cycles in which instructions had to wait for others or for data. */
  public static final PerfEventName STALLED_CYCLES_BACKEND =
      new PerfEventName("stalled_cycles_backend");

  /** CPU cycles at the nominal frequency. */
  public static final PerfEventName REF_CPU_CYCLES = new PerfEventName("ref_cpu_cycles");

  /** Time by the clock of each CPU. */
  public static final PerfEventName CPU_CLOCK = new PerfEventName("cpu_clock");

  /** Time that the threads ran. */
  public static final PerfEventName TASK_CLOCK = new PerfEventName("task_clock");

  /** Page faults of all kinds. */
  public static final PerfEventName PAGE_FAULTS = new PerfEventName("page_faults");

  /** Context switches. */
  public static final PerfEventName CONTEXT_SWITCHES = new PerfEventName("context_switches");

  /** Moves of a thread to another CPU. */
  public static final PerfEventName CPU_MIGRATIONS = new PerfEventName("cpu_migrations");

  /** Page faults that needed no storage. */
  public static final PerfEventName PAGE_FAULTS_MIN = new PerfEventName("page_faults_min");

  /** Page faults that had to read from storage. */
  public static final PerfEventName PAGE_FAULTS_MAJ = new PerfEventName("page_faults_maj");

  /** Accesses that were not aligned as they had to be. */
  public static final PerfEventName ALIGNMENT_FAULTS = new PerfEventName("alignment_faults");

  /** Instructions that the kernel had to emulate. */
  public static final PerfEventName EMULATION_FAULTS = new PerfEventName("emulation_faults");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}

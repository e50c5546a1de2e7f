package dev.headwater.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time of this process, of all its threads: tasks, the compiler and the collector. Where
 * other programs use the machine it is steadier than the clock.
 */
public final class ProcessorTime {
  private ProcessorTime() {}

  /** Seconds used so far; 0 where the system does not tell. */
  public static double seconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime()) / 1e9
        : 0;
  }
}

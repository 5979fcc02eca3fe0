import { readFileSync } from 'node:fs';

/** CPU time of a process in microseconds, user and system, from /proc (Linux); it counts in ticks of a hundredth of a second. */
export function cpuOf(pid: number | string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process comes before, in brackets, and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

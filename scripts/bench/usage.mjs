// Loaded before a measured command: leaves its processor time (microseconds, all threads) and peak memory (megabytes) behind.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ work: userCPUTime + systemCPUTime, memory: Math.round(maxRSS / 1024) }),
  );
});

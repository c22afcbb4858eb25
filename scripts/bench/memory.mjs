// Loaded before a measured command: leaves its peak memory in megabytes behind.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(Math.round(process.resourceUsage().maxRSS / 1024))));

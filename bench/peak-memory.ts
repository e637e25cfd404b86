/** Loaded before a program: leaves the most memory that its process ever had, in kilobytes, in the file PEAK_MEMORY. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(String(process.env.PEAK_MEMORY), String(process.resourceUsage().maxRSS)));

/**
 * Loaded into a process before its program (`node --import`): when it ends, writes the most memory that it ever held, in
 * megabytes, to the file that PEAK_MEMORY_FILE names. So the program itself stays as it is.
 */
import { writeFileSync } from 'node:fs';

const file = process.env['PEAK_MEMORY_FILE'];
if (file !== undefined) {
  process.on('exit', () => {
    writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
  });
}

import type { UpdateFirmwareRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Life } from '../life.ts';
import { download } from './download.ts';
import type { Pause } from './pause.ts';

/** Seconds between attempts to download, where the request does not say. */
const RETRY_INTERVAL = 60;

/** Fetches the file of an update, as often as the request allows. @returns undefined if it could not be had */
export async function fetchFirmware(
  { clock, certificates, faults }: Core,
  { firmware, retries = 0, retryInterval = RETRY_INTERVAL }: UpdateFirmwareRequest,
  life: Life,
  pause: Pause,
): Promise<Buffer | undefined> {
  const most = faults.has('download-not-tried-again') ? 0 : retries;
  for (let attempt = 0; ; attempt++) {
    const options = { clock, roots: certificates.rootsForFiles, signal: life.signal };
    const image = await download(firmware.location, options).catch(() => undefined);
    if (image || life.over || attempt >= most) return image;
    if (!(await pause.rest(life.wait(retryInterval)))) return undefined;
  }
}

import { timestamp } from '../../time/clock.ts';
import type { RequestKind } from '../context.ts';

/** A checksum for requests that need one: MD5 has 32 hexadecimal digits. */
const CHECKSUM = '0'.repeat(32);

/** L01; with the signing certificate (L01.FR.11) as far as it is configured. */
export const updateFirmware: RequestKind<'UpdateFirmware'> = {
  compose: ({ nextId, clock, config }) => ({ requestId: nextId(), firmware: { ...config.firmware, retrieveDateTime: timestamp(clock) } }),
  learn: ({ status }, { requestId }, { station }) => {
    station.progress.set(`firmware ${requestId}`, status);
  },
};

/** L03 */
export const publishFirmware: RequestKind<'PublishFirmware'> = {
  compose: ({ nextId, config }) => ({ requestId: nextId(), location: config.firmware.location, checksum: CHECKSUM }),
};

/** L04 */
export const unpublishFirmware: RequestKind<'UnpublishFirmware'> = { compose: () => ({ checksum: CHECKSUM }) };

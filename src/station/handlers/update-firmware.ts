import type { UpdateFirmwareRequest, UpdateFirmwareResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { isTrustedSigner } from '../firmware/trust.ts';

/** Use cases L01 and L02. */
export const updateFirmware: Handler<'UpdateFirmware'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    // L01.FR.02
    if (status === 'InvalidCertificate') core.securityEvents.raise('InvalidFirmwareSigningCertificate');
    if (status === 'Accepted' || status === 'AcceptedCanceled') core.firmware.begin(request);
  },
});

function judge(core: Core, { firmware: { signingCertificate, signature } }: UpdateFirmwareRequest): UpdateFirmwareResponse {
  const refused = (status: UpdateFirmwareResponse['status'], reasonCode: string): UpdateFirmwareResponse => ({
    status,
    statusInfo: { reasonCode },
  });
  const { cancelsFirmwareUpdates, unsignedFirmware } = core.config.capabilities;
  const { ongoing } = core.firmware;
  // L01.FR.27
  if (ongoing && !cancelsFirmwareUpdates) return refused('Rejected', 'FwUpdateInProgress');
  const unsigned = unsignedFirmware || core.faults.has('unsigned-firmware-accepted');
  if (signingCertificate === undefined && !(unsigned && signature === undefined)) return refused('Rejected', 'MissingParam');
  // L01.FR.21, L01.FR.22
  if (signingCertificate !== undefined && !isTrustedSigner(core, signingCertificate))
    return refused('InvalidCertificate', 'InvalidCertificate');
  // L01.FR.24
  return { status: ongoing ? 'AcceptedCanceled' : 'Accepted' };
}

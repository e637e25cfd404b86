import type { ErrorCode } from '../../ocpp/error-code.ts';
import type { Core } from '../core.ts';

/** @returns the refusal of a request for a function that the station lacks or that is switched off, such as K01.FR.29 */
export const unavailable = ({ variables }: Core, controller: string): { error: ErrorCode; description: string } | undefined =>
  variables.flag(`${controller}.Available`) && !variables.isOff(`${controller}.Enabled`)
    ? undefined
    : { error: 'NotSupported', description: `${controller} is not available` };

import type { ErrorCode } from '../../ocpp/error-code.ts';
import type { Core } from '../core.ts';

/** @returns the refusal of a request with more elements or bytes than DeviceDataCtrlr allows (B06.FR.16, B08.FR.17) */
export function tooLarge(
  { variables }: Core,
  instance: 'GetReport' | 'GetVariables' | 'SetVariables',
  request: object,
  items: number,
): { error: ErrorCode; description: string } | undefined {
  const maxItems = variables.integer(`DeviceDataCtrlr.ItemsPerMessage[${instance}]`, Number.POSITIVE_INFINITY);
  if (items > maxItems) return { error: 'OccurrenceConstraintViolation', description: `more than ${maxItems} items` };
  const maxBytes = variables.integer(`DeviceDataCtrlr.BytesPerMessage[${instance}]`, Number.POSITIVE_INFINITY);
  const bytes = Buffer.byteLength(JSON.stringify(request));
  return bytes > maxBytes ? { error: 'FormatViolation', description: `more than ${maxBytes} bytes` } : undefined;
}

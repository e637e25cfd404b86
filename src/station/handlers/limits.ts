import type { ErrorCode } from '../../ocpp/error-code.ts';
import type { Core } from '../core.ts';

/** The controllers that limit requests. */
const CONTROLLERS = {
  GetReport: 'DeviceDataCtrlr',
  GetVariables: 'DeviceDataCtrlr',
  SetVariables: 'DeviceDataCtrlr',
  SetVariableMonitoring: 'MonitoringCtrlr',
  ClearVariableMonitoring: 'MonitoringCtrlr',
} as const;

/** @returns the refusal of a request with more elements or bytes than its controller allows (B06.FR.16, B08.FR.17, N06.FR.06) */
export function tooLarge(
  { variables }: Core,
  instance: keyof typeof CONTROLLERS,
  request: object,
  items: number,
): { error: ErrorCode; description: string } | undefined {
  const maxItems = variables.integer(`${CONTROLLERS[instance]}.ItemsPerMessage[${instance}]`, Number.POSITIVE_INFINITY);
  if (items > maxItems) return { error: 'OccurrenceConstraintViolation', description: `more than ${maxItems} items` };
  const maxBytes = variables.integer(`${CONTROLLERS[instance]}.BytesPerMessage[${instance}]`, Number.POSITIVE_INFINITY);
  const bytes = Buffer.byteLength(JSON.stringify(request));
  return bytes > maxBytes ? { error: 'FormatViolation', description: `more than ${maxBytes} bytes` } : undefined;
}

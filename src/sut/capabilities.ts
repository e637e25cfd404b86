import type { Features } from '../plan/expression.ts';
import type { defaultStationConfig } from '../station/config.ts';

/** Features that the built-in systems do not have unless a case asks for them. */
const USUALLY_ABSENT: ReadonlySet<string> = new Set([
  'HFS-13',
  'AS-2',
  'HFS-2',
  'HFS-4',
  'Product Subtype "Mode 1/2-only Charging Station"',
  'C-07',
  'C-43',
]);

/** What the built-in systems can do, by feature id. */
export const embeddedFeatures: Features = (name) => !USUALLY_ABSENT.has(name);

/** What the features of a case make of the simulated station. */
export type StationTraits = Pick<Parameters<typeof defaultStationConfig>[0] & object, 'capabilities' | 'variables'>;

/** The simulated station as a system with these features. */
export const traitsFor = (features: Features): StationTraits => ({
  capabilities: {
    resetEvse: features('C-13') ?? true,
    summaryInventory: features('C-56') ?? true,
    masterPassMenu: features('C-07') ?? false,
    cancelsFirmwareUpdates: features('C-60') ?? true,
    downloadsWhileCharging: features('AQ-7') ?? true,
    installsWhileCharging: features('C-43') ?? false,
    whenAllProfilesFailed: features('C-47') === false ? 'restartList' : 'lastGoodProfile',
  },
  variables: {
    'SecurityCtrlr.AdditionalRootCertificateCheck': String(features('AS-2') ?? false),
    'SmartChargingCtrlr.Available': String(features('Smart Charging') ?? true),
    'SmartChargingCtrlr.Enabled': String(features('Smart Charging') ?? true),
    'SmartChargingCtrlr.RateUnit': features('SC-2.1') === false ? 'W' : features('SC-2.2') === false ? 'A' : 'A,W',
    'ReservationCtrlr.NonEvseSpecific': String(features('R-2') ?? true),
  },
});

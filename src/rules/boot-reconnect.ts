import type { Payload } from '../ocpp/frame.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { written } from './quote.ts';
import type { Rule } from './rule.ts';
import { orderly, PerStation } from './state.ts';
import { requestIn, responseIn } from './violations.ts';

interface Station {
  accepted: boolean;
  boot?: { reason: unknown; chargingStation: unknown; path: string };
  path: string;
  /** The CSMS has closed the last connection; nothing suggests that the station went down. */
  dismissed: boolean;
  /** Something in the trace may lead to a restart or to another network profile. */
  mayRestart: boolean;
  fresh: boolean;
}

/** Requests after which a station may restart, or has to register anew although it has not (B10.FR.10). */
const RESTARTING: ReadonlySet<string> = new Set(['Reset', 'UpdateFirmware', 'SetNetworkProfile']);

/**
 * A station does not introduce itself again on a mere reconnect (Part 4, 5.4). Only where the CSMS closed the
 * connection, and the new BootNotification neither describes the station differently nor gives a new reason, a trace can
 * show that.
 */
export const bootReconnect: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ accepted: false, path: '', dismissed: false, mayRestart: false, fresh: false }));

  function booted(entry: FrameEntry, payload: Payload, station: Station): void {
    const { reason, chargingStation } = payload;
    const { accepted, boot, dismissed, mayRestart, fresh, path } = station;
    const returned = accepted && fresh && dismissed && !mayRestart && boot?.path === path;
    const restarted = reason !== 'Unknown' && reason !== boot?.reason;
    Object.assign(station, { boot: { reason, chargingStation, path }, fresh: false, mayRestart: false });
    if (!returned || restarted || entry.deliberate || written(boot.chargingStation) !== written(chargingStation)) return;
    const expected = 'no BootNotification on reconnecting, as nothing in it has changed';
    report(finding('boot-on-reconnect', { party: 'station', expected, actual: 'the same BootNotification again', entries: [entry] }));
  }

  return {
    messages: ['BootNotification', 'ResetRequest', 'UpdateFirmwareRequest', 'SetNetworkProfileRequest', 'SetVariablesRequest'],
    see(entry) {
      if (entry.kind === 'stimulus') {
        if (entry.name === 'power-cycle') for (const station of stations.all()) station.mayRestart = true;
        return;
      }
      if (entry.kind === 'connected') {
        Object.assign(stations.of(entry), { fresh: !entry.carried, path: `${entry.upgrade.path} ${entry.endpoint ?? 'first'}` });
      } else if (entry.kind === 'closed') {
        stations.of(entry).dismissed = entry.by === 'csms' && orderly(entry);
      } else if (entry.kind === 'frame') {
        const station = stations.of(entry);
        const { frame } = entry.decoded;
        if (frame?.type !== 'CALL') {
          const status = responseIn(entry, 'BootNotification')?.status;
          if (status) station.accepted = status === 'Accepted';
        } else if (entry.from === 'csms') {
          if (RESTARTING.has(frame.action) || changesProfile(entry)) station.mayRestart = true;
        } else if (frame.action === 'BootNotification') booted(entry, frame.payload, station);
      }
    },
  };
};

const changesProfile = (entry: FrameEntry): boolean =>
  requestIn(entry, 'SetVariables')?.setVariableData.some(
    ({ variable }) => variable.name.toLowerCase() === 'networkconfigurationpriority',
  ) ?? false;

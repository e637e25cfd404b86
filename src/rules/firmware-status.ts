import type { BootReasonEnumType, FirmwareStatusEnumType, FirmwareStatusNotificationRequest } from '../ocpp/generated/messages.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { type Evidence, finding } from './finding.ts';
import { earliest, FINAL, objectionTo, type Progress } from './firmware-order.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

interface Update extends Progress {
  told: Set<FirmwareStatusEnumType>;
  /** What proves the status that came last, or that the update was accepted. */
  proof: FrameEntry;
}

interface Station {
  updates: Map<number, Update>;
  /** Requests of the CSMS to which there is no response yet, and those that were refused. */
  open: Map<number, FrameEntry>;
  refused: Map<number, FrameEntry>;
  /** Where the station said that no older update was going on. */
  fresh: boolean;
  /** The CSMS has asked for a notification, whatever there is to tell. */
  triggered: boolean;
  /** What told that the station installs firmware or restarts for it, if that is what was told last. */
  busy: FrameEntry | undefined;
}

/** Reasons for which a station may restart in the middle of an update without anybody seeing why. */
const MISHAPS: ReadonlySet<BootReasonEnumType> = new Set(['PowerUp', 'Watchdog', 'ApplicationReset', 'Unknown']);

const MOST = 200;

/** Firmware updates: each status under the id of its request, in a possible order, not before its time (L01, L02). */
export const firmwareStatus: Rule = (report, { tolerance }) => {
  const stations = new PerStation<Station>(() => ({
    updates: new Map(),
    open: new Map(),
    refused: new Map(),
    fresh: false,
    triggered: false,
    busy: undefined,
  }));
  const accuse = (code: Parameters<typeof finding>[0], evidence: Omit<Evidence, 'party'>) =>
    report(finding(code, { party: 'station', ...evidence }));

  function answered(entry: FrameEntry, call: FrameEntry, station: Station): void {
    const request = requestIn(call, 'UpdateFirmware');
    if (!request) return;
    const { requestId } = request;
    station.open.delete(requestId);
    const status = responseIn(entry, 'UpdateFirmware')?.status;
    if (status === undefined) return;
    if (status !== 'Accepted' && status !== 'AcceptedCanceled') {
      // The id may be that of an update that is going on.
      if (!station.updates.has(requestId)) remember(station.refused, requestId, entry, MOST);
      return;
    }
    if (status === 'Accepted') station.fresh = true;
    station.refused.delete(requestId);
    remember(
      station.updates,
      requestId,
      { request, told: new Set<FirmwareStatusEnumType>(), status: undefined, gap: false, proof: entry },
      MOST,
    );
  }

  function notified(entry: FrameEntry, { status, requestId }: FirmwareStatusNotificationRequest, station: Station): void {
    const { triggered } = station;
    station.triggered = false;
    if (status === 'Idle') return;
    const pointer = '/requestId';
    if (requestId === undefined) {
      if (triggered) return;
      const expected = `the id of the request with ${status}`;
      return accuse('firmware-status-request', { requirement: 'L01.FR.20', pointer, expected, actual: 'none', entries: [entry] });
    }
    const update = station.updates.get(requestId);
    if (update) return told(entry, status, update, station);
    const refused = station.refused.get(requestId);
    if (station.open.has(requestId) || (!station.fresh && !refused)) return;
    accuse('firmware-status-request', {
      pointer,
      expected: 'the id of an accepted UpdateFirmwareRequest',
      actual: `${requestId}${refused ? ', which was refused' : ''}`,
      entries: refused ? [entry, refused] : [entry],
      // How an update ended that is older than the trace may have waited for a connection.
      ...(FINAL.has(status) && !refused ? { severity: 'warning' } : {}),
    });
  }

  function told(entry: FrameEntry, status: FirmwareStatusEnumType, update: Update, station: Station): void {
    const objection = objectionTo(status, update);
    const entries = [entry, update.proof];
    if (objection) accuse('firmware-status-order', { ...objection, actual: status, pointer: '/status', entries });
    const due = earliest(status, update.request);
    if (due && !update.told.has(status) && Date.parse(due.at) - entry.at > tolerance * 1000)
      accuse('firmware-early', {
        requirement: due.requirement,
        expected: `not before ${due.at}`,
        actual: status,
        pointer: '/status',
        entries,
      });
    station.busy = status === 'InstallRebooting' || status === 'Installing' ? entry : undefined;
    update.told.add(status);
    Object.assign(update, { status, proof: entry });
  }

  function booted(entry: FrameEntry, reason: BootReasonEnumType, station: Station): void {
    const { busy } = station;
    station.busy = undefined;
    if (!busy || reason === 'FirmwareUpdate') return;
    const announced = requestIn(busy, 'FirmwareStatusNotification')?.status === 'InstallRebooting';
    accuse('firmware-boot-reason', {
      expected: 'FirmwareUpdate',
      actual: reason,
      pointer: '/reason',
      entries: [entry, busy],
      ...(announced || !MISHAPS.has(reason) ? {} : { severity: 'warning' }),
    });
  }

  function interrupted(station: Station): void {
    for (const update of station.updates.values()) update.gap = true;
  }

  function framed(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    if (call) return answered(entry, call, station);
    const request = requestIn(entry, 'UpdateFirmware');
    if (request) remember(station.open, request.requestId, entry, MOST);
    if (requestIn(entry, 'TriggerMessage')?.requestedMessage === 'FirmwareStatusNotification') station.triggered = true;
    // Whoever restarts for two reasons at once may name either.
    if (requestIn(entry, 'Reset')) station.busy = undefined;
    const boot = requestIn(entry, 'BootNotification');
    if (boot) booted(entry, boot.reason, station);
    const notification = requestIn(entry, 'FirmwareStatusNotification');
    if (notification && !entry.deliberate) notified(entry, notification, station);
  }

  return {
    messages: ['UpdateFirmware', 'FirmwareStatusNotification', 'TriggerMessageRequest', 'BootNotificationRequest', 'ResetRequest'],
    see(entry: Entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') interrupted(stations.of(entry));
      if (entry.kind === 'stimulus') for (const station of stations.all()) station.busy = undefined;
      if (entry.kind === 'frame') framed(entry, stations.of(entry));
    },
  };
};

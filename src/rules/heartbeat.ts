import type { AttributeEnumType, ComponentType, VariableType } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

interface Station {
  accepted: boolean;
  /** Milliseconds between heartbeats; undefined where the trace does not tell. */
  interval?: number | undefined;
  /** The interval that may still run out after a change. */
  former: number;
  /** Open connections; silence counts on the last. */
  connection?: number | undefined;
  /** What the station was last heard of with, on that connection. */
  heard?: Entry;
  /** A CALL of the station without an answer, behind which a heartbeat has to queue. */
  open?: FrameEntry | undefined;
  /** The last heartbeat, if the next is to be compared with it. */
  beat?: FrameEntry | undefined;
  beatAnswered: boolean;
  hasty: number;
  triggered: boolean;
}

interface Attribute {
  component: ComponentType;
  variable: VariableType;
  attributeType?: AttributeEnumType;
}

const isInterval = ({ component, variable, attributeType = 'Actual' }: Attribute): boolean =>
  variable.name.toLowerCase() === 'heartbeatinterval' && component.name.toLowerCase() === 'ocppcommctrlr' && attributeType === 'Actual';

/** Heartbeats in a row that come too soon before it is worth a word: stations may send one after boot or reconnecting. */
const HASTY = 3;
/** Schedules may be off by this part of the interval, on top of the tolerance. */
const SLACK = 1.1;

/**
 * An accepted station lets the CSMS hear of it at the agreed interval (B01.FR.04, G02.FR.02). Any other message stands
 * in for a heartbeat (G02.FR.05), and so does a WebSocket ping or pong (Part 4, 5.3).
 */
export const heartbeat: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Station>(() => ({ accepted: false, former: 0, beatAnswered: false, hasty: 0, triggered: false }));

  function checkSilence(at: number, station: Station, proof?: Entry): void {
    const { interval, former, heard, open } = station;
    if (interval === undefined || !heard || station.connection === undefined) return;
    const limit = Math.max(interval, former) * SLACK + (tolerance + (open ? messageTimeout : 0)) * SECOND;
    if (at - heard.at <= limit) return;
    report(
      finding('heartbeat-missing', {
        party: 'station',
        expected: `a message at least every ${seconds(interval)}`,
        actual: `silence for ${seconds(at - heard.at)}`,
        entries: proof ? [proof, heard] : [heard],
      }),
    );
  }

  function beaten(entry: FrameEntry, station: Station): void {
    const { interval, beat, beatAnswered, triggered } = station;
    Object.assign(station, { beat: entry, beatAnswered: false, triggered: false, former: 0 });
    if (interval === undefined || !beat || triggered || entry.deliberate) return;
    const gap = entry.at - beat.at;
    if (!beatAnswered || gap >= interval / 2 || interval - gap <= tolerance * SECOND) {
      station.hasty = 0;
      return;
    }
    station.hasty++;
    if (station.hasty < HASTY) return;
    station.hasty = 0;
    const expected = `a heartbeat every ${seconds(interval)}`;
    report(
      finding('heartbeat-frequent', { party: 'station', expected, actual: `one after ${seconds(gap)}, again`, entries: [entry, beat] }),
    );
  }

  function agree(station: Station, seconds: number): void {
    station.former = station.interval ?? 0;
    station.interval = station.accepted && seconds > 0 ? seconds * SECOND : undefined;
    station.beat = undefined;
    station.hasty = 0;
  }

  function called(entry: FrameEntry, station: Station): void {
    const { frame } = entry.decoded;
    if (frame?.type !== 'CALL') return;
    if (entry.from === 'csms') {
      if (requestIn(entry, 'TriggerMessage')?.requestedMessage === 'Heartbeat') station.triggered = true;
      return;
    }
    if (frame.action === 'BootNotification') station.interval = undefined;
    if (frame.action === 'Heartbeat') beaten(entry, station);
    station.open = entry;
  }

  function answered(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    if (call && call === station.open) station.open = undefined;
    if (call && call === station.beat && entry.decoded.frame?.type === 'CALLRESULT') station.beatAnswered = true;
    const boot = responseIn(entry, 'BootNotification');
    if (boot) {
      station.accepted = boot.status === 'Accepted';
      agree(station, boot.interval);
      station.heard = entry;
      return;
    }
    const set = call && requestIn(call, 'SetVariables')?.setVariableData.find(isInterval);
    if (!set || responseIn(entry, 'SetVariables')?.setVariableResult.find(isInterval)?.attributeStatus !== 'Accepted') return;
    agree(station, Number(set.attributeValue) || 0);
  }

  function connected(entry: Entry & { kind: 'connected' }, station: Station): void {
    Object.assign(station, { connection: entry.connection, heard: entry, open: undefined, beat: undefined, hasty: 0 });
    if (!entry.carried) return;
    station.accepted = entry.carried.accepted;
    agree(station, entry.carried.heartbeatInterval ?? 0);
  }

  return {
    see(entry) {
      if (entry.kind === 'stimulus' || entry.kind === 'step' || entry.kind === 'driver' || entry.kind === 'refused') return;
      if (entry.kind === 'upload-server' || entry.kind === 'upload' || entry.kind === 'upload-failed') return;
      const station = stations.of(entry);
      if (entry.kind === 'connected') return connected(entry, station);
      if (entry.connection !== station.connection) return;
      if (entry.kind === 'closed') {
        station.connection = undefined;
        return;
      }
      if (entry.from === 'station') {
        checkSilence(entry.at, station, entry);
        station.heard = entry;
      }
      if (entry.kind === 'frame') {
        if (entry.decoded.frame?.type === 'CALL') called(entry, station);
        else answered(entry, station);
      }
    },
    end(at) {
      for (const station of stations.all()) checkSilence(at, station);
    },
  };
};

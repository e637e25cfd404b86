import { isAction } from '../ocpp/action.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { unsigned } from './action.ts';
import { finding, type Severity } from './finding.ts';
import { quote } from './quote.ts';
import { RESTARTED, Registration } from './registration-state.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, isProper, requestIn, responseIn } from './violations.ts';

/** Normal ends of a connection, as opposed to those for errors of the peer. */
const NORMAL_CLOSING: ReadonlySet<number> = new Set([1000, 1001, 1005]);
const FORBIDDEN_UNTIL_ACCEPTED = { Booting: 'B01.FR.08', Pending: 'B02.FR.02', Rejected: 'B03.FR.02' } as const;
const REFUSAL = { Pending: 'B02.FR.09', Rejected: 'B03.FR.07' } as const;

/** What the parties may send before the station is accepted (B01, B02, B03). */
export const registration: Rule = (report) => {
  /** People have restarted a station before it was first seen. */
  let cycled = false;
  const stations = new PerStation(() => Object.assign(new Registration(), { cycled }));
  /** CALLs that have to be answered by SecurityError, and the requirement that says so. */
  const toRefuse = new WeakMap<FrameEntry, string>();
  /** Requests to start or stop a transaction that came while the station was pending. */
  const tooEarly = new WeakSet<FrameEntry>();

  function fromStation(entry: FrameEntry, name: string, state: Registration): void {
    const { status, since, instructed, induced } = state;
    if (name === 'BootNotification') booted(entry, state);
    if (name === 'BootNotification' || status === undefined || status === 'Accepted') return;
    // B01.FR.08 knows no exception before the first answer, B02.FR.02 does.
    if (status !== 'Rejected' && instructed.has(name)) return;
    const unclear = status !== 'Rejected' && induced.has(name);
    if (!unclear && status !== 'Booting') toRefuse.set(entry, REFUSAL[status]);
    if (entry.deliberate) return;
    const severity: Severity = unclear ? 'warning' : 'violation';
    report(
      finding('call-before-accepted', {
        party: 'station',
        expected: 'no request but BootNotification before the CSMS has accepted the station',
        actual: `${quote(name)} while ${status === 'Booting' ? 'not answered' : status}`,
        entries: since ? [entry, since] : [entry],
        requirement: FORBIDDEN_UNTIL_ACCEPTED[status],
        severity,
      }),
    );
  }

  function booted(entry: FrameEntry, state: Registration): void {
    const { early, cycled } = state;
    const reason = requestIn(entry, 'BootNotification')?.reason;
    state.cycled = false;
    // Firmware may be put into use without a restart.
    if (!early || early.deliberate || entry.deliberate || !reason || !RESTARTED.has(reason) || reason === 'FirmwareUpdate') return;
    state.suspicion = { early, boot: entry };
    if (cycled) tell(state, 'violation');
  }

  /** Unless somebody has restarted it, the reason may be that of an earlier boot. */
  function tell(state: Registration, severity: Severity): void {
    if (!state.suspicion) return;
    const { early, boot } = state.suspicion;
    state.suspicion = undefined;
    const { frame } = early.decoded;
    const reason = requestIn(boot, 'BootNotification')?.reason;
    report(
      finding('call-before-accepted', {
        party: 'station',
        expected: 'no request but BootNotification before the CSMS has accepted the station',
        actual: `${quote(frame?.type === 'CALL' ? frame.action : '')}, and then BootNotification with reason ${reason}`,
        entries: [early, boot],
        severity,
      }),
    );
  }

  function fromCsms(entry: FrameEntry, name: string, { status, since }: Registration): void {
    if (status === 'Pending' && (name === 'RequestStartTransaction' || name === 'RequestStopTransaction')) tooEarly.add(entry);
    if (status !== 'Rejected') return;
    toRefuse.set(entry, 'B03.FR.08');
    if (entry.deliberate) return;
    const entries = since ? [entry, since] : [entry];
    report(
      finding('call-while-rejected', {
        party: 'csms',
        expected: 'no request to a station that it has rejected',
        actual: quote(name),
        entries,
      }),
    );
  }

  function answered(entry: FrameEntry): void {
    const call = callOf(entry);
    const { frame } = entry.decoded;
    if (!call || entry.deliberate || !frame || frame.type === 'CALL') return;
    const requirement = toRefuse.get(call);
    if (requirement && isProper(call) && !(frame.type === 'CALLERROR' && frame.errorCode === 'SecurityError')) {
      const actual = frame.type === 'CALLERROR' ? frame.errorCode : 'a CALLRESULT';
      report(
        finding('security-error-missing', {
          party: entry.from,
          expected: 'a CALLERROR with SecurityError',
          actual,
          entries: [entry, call],
          requirement,
        }),
      );
    }
    if (!tooEarly.has(call)) return;
    const status = (responseIn(entry, 'RequestStartTransaction') ?? responseIn(entry, 'RequestStopTransaction'))?.status;
    if (status !== 'Accepted') return;
    const expected = 'status Rejected, as the station is still pending';
    report(
      finding('remote-request-while-pending', { party: 'station', expected, actual: status, pointer: '/status', entries: [entry, call] }),
    );
  }

  function closed(entry: Entry & { kind: 'closed' }, { status, since, connection, resetting, unsettled, played }: Registration): void {
    if (status !== 'Pending' || entry.connection !== connection || entry.by === played || resetting || unsettled) return;
    if (entry.error !== undefined || !NORMAL_CLOSING.has(entry.code)) return;
    const expected = 'the connection kept open while the station is pending';
    const entries = since ? [entry, since] : [entry];
    report(finding('closed-while-pending', { party: entry.by, expected, actual: `closed with code ${entry.code}`, entries }));
  }

  return {
    see(entry) {
      if (entry.kind === 'stimulus') {
        if (entry.name !== 'power-cycle') return;
        cycled = true;
        for (const state of stations.all()) {
          // People may say only afterwards that they did it.
          if (state.suspicion) tell(state, 'violation');
          else state.cycled = true;
          state.unsettled = true;
        }
        return;
      }
      if (entry.kind !== 'connected' && entry.kind !== 'closed' && entry.kind !== 'frame') return;
      const state = stations.of(entry);
      if (entry.kind === 'connected') tell(state, 'warning');
      if (entry.kind === 'closed') closed(entry, state);
      else if (entry.kind === 'frame') {
        const { frame } = entry.decoded;
        const name = frame?.type === 'CALL' ? unsigned(frame.action) : undefined;
        if (name === undefined) answered(entry);
        else if (isAction(name)) (entry.from === 'station' ? fromStation : fromCsms)(entry, name, state);
      }
      state.see(entry);
    },
    end() {
      for (const state of stations.all()) tell(state, 'warning');
    },
  };
};
